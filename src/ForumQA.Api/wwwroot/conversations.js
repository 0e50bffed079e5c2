// The list of conversations: found, renamed, saved, shared and deleted. It is one stop of the Tab key; arrows go up and down in it.

import { getJson, patchJson, putJson, remove } from './api.js';
import { announce, byId, confirm, icon, make, saveFile } from './dom.js';
import { failureElement } from './failure.js';
import { conversationMarkdown, fileName } from './markdown.js';
import { language, t } from './words.js';

const LISTED = 200;
const PAUSE = 250;

let latest = 0;
let timer = 0;

const pathOf = conversation => `/v1/conversations/${encodeURIComponent(conversation.id)}`;

/** Wires the list. */
export function startConversations() {
  byId('find').addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(listConversations, PAUSE);
  });
  byId('conversations').addEventListener('keydown', move);
  byId('conversations').addEventListener('focusin', event => setStop(event.target.closest('.conversation')));
}

/** Lists the conversations that have the words looked for. */
export async function listConversations() {
  const list = byId('conversations');
  const words = byId('find').value.trim();
  const request = ++latest;
  try {
    const { conversations } = await getJson(`/v1/conversations?limit=${LISTED}${words ? `&q=${encodeURIComponent(words)}` : ''}`);
    if (request === latest) {
      const asked = conversations.filter(conversation => conversation.answers > 0);
      byId('find-field').hidden = !words && asked.length < 2;
      const times = timesOf(asked);
      list.replaceChildren(...(asked.length
        ? asked.map(conversation => conversationElement(conversation, times.get(conversation)))
        : [make('li', { class: 'none', text: t(words ? 'noMatch' : 'noneYet') })]));
      markCurrent();
    }
  } catch (failure) {
    list.replaceChildren(make('li', {}, failureElement(failure)));
  }
}

const addressIn = conversation => `#/c/${encodeURIComponent(conversation.id)}`;

const buttonOf = conversation => byId('conversations').querySelector(`a[href="${addressIn(conversation)}"] + button`);

const titleOf = conversation => conversation.title || t('conversation');

const timeOf = (conversation, timeStyle) => new Date(conversation.updatedAt).toLocaleString(language(), { dateStyle: 'medium', timeStyle });

/** What tells those of one title apart: the minute, where that is the same the second, and where even that is the same a number. */
function timesOf(conversations) {
  const times = new Map();
  for (const namesakes of Map.groupBy(conversations, titleOf).values()) {
    for (const [minute, within] of Map.groupBy(namesakes, conversation => timeOf(conversation, 'short'))) {
      for (const [second, same] of Map.groupBy(within, conversation => timeOf(conversation, 'medium'))) {
        const time = within.length > 1 ? second : minute;
        same.forEach((conversation, i) => times.set(conversation, namesakes.length > 1 ? same.length > 1 ? `${time} (${same.length - i})` : time : null));
      }
    }
  }

  return times;
}

/** `time` is null where the title tells it from all others. */
function conversationElement(conversation, time) {
  const title = titleOf(conversation);
  const when = time ?? timeOf(conversation, 'short');
  return make('li', { class: 'conversation' },
    make('a', { href: addressIn(conversation), title: `${title}\n${t('questions', { count: conversation.answers })} · ${when}`, tabindex: '-1' },
      make('span', { class: 'conversation-title', text: title }),
      time ? make('span', { class: 'conversation-when', text: time }) : null),
    make('button', { type: 'button', class: 'icon-button', tabindex: '-1', 'aria-label': t('conversationActions', { title: time ? `${title}, ${time}` : title }), onClick: event => openActions(conversation, event.currentTarget) }, icon('dots')));
}

export function markCurrent() {
  for (const link of byId('sidebar').querySelectorAll('a')) {
    if (link.getAttribute('href') === (location.hash || '#/')) {
      link.setAttribute('aria-current', 'page');
    } else {
      link.removeAttribute('aria-current');
    }
  }

  const entries = byId('conversations').querySelectorAll('.conversation');
  setStop([...entries].find(entry => entry.querySelector('[aria-current]')) ?? entries[0]);
}

/** The one entry that the Tab key comes to. */
function setStop(entry) {
  if (entry) {
    byId('conversations').querySelectorAll('a, button').forEach(element => { element.tabIndex = entry.contains(element) ? 0 : -1; });
  }
}

function move(event) {
  const entries = [...byId('conversations').querySelectorAll('.conversation')];
  const at = entries.findIndex(entry => entry.contains(document.activeElement));
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: entries.length - 1 }[event.key];
  if (to !== undefined && entries[to]) {
    event.preventDefault();
    entries[to].querySelector('a').focus();
  }
}

function openActions(conversation, from) {
  const dialog = byId('conversation');
  const title = make('input', { id: 'conversation-name', maxlength: '120', required: true, value: titleOf(conversation) });
  const problem = make('div', {});
  const attempt = async action => {
    problem.replaceChildren();
    try {
      await action();
    } catch (failure) {
      problem.replaceChildren(failureElement(failure));
    }
  };
  const button = (name, iconName, action) => make('button', { type: 'button', class: 'menu-item', onClick: () => attempt(action) }, icon(iconName), make('span', { text: t(name) }));
  const draw = () => dialog.replaceChildren(make('form', {
    onSubmit: event => {
      event.preventDefault();
      attempt(() => rename(conversation, title.value, dialog));
    },
  },
  make('h2', { id: 'conversation-heading', text: t('conversation') }),
  make('label', { for: 'conversation-name', text: t('title') }),
  make('div', { class: 'rename' }, title, make('button', { type: 'submit', class: 'button primary', text: t('save') })),
  button('conversationExport', 'down', () => save(conversation)),
  button('share', 'link', async () => {
    await share(conversation);
    draw();
  }),
  conversation.shareId ? make('p', { class: 'share-address' }, make('a', { href: addressOf(conversation), text: addressOf(conversation) })) : null,
  conversation.shareId ? button('shareStop', 'close', async () => {
    Object.assign(conversation, await remove(`${pathOf(conversation)}/share`));
    announce(t('shareStopped'));
    draw();
  }) : null,
  button('delete', 'trash', () => erase(conversation, dialog)),
  problem,
  make('div', { class: 'dialog-buttons' }, make('button', { type: 'button', class: 'button', 'data-cancel': true, text: t('close') }))));
  draw();
  dialog.addEventListener('close', () => from.isConnected && from.focus(), { once: true });
  dialog.showModal();
}

async function rename(conversation, title, dialog) {
  if (title.trim()) {
    await patchJson(pathOf(conversation), { title: title.trim() });
    dialog.close();
    announce(t('renamed'));
    await listConversations();

    // The list is drawn anew; where its words no longer find the conversation, they can be changed.
    (buttonOf(conversation) ?? byId('find')).focus();
  }
}

async function save(conversation) {
  const whole = await getJson(pathOf(conversation));
  saveFile(fileName(titleOf(conversation)), conversationMarkdown(whole), 'text/markdown');
}

const addressOf = conversation => `${location.origin}${location.pathname}#/s/${encodeURIComponent(conversation.shareId)}`;

async function share(conversation) {
  Object.assign(conversation, await putJson(`${pathOf(conversation)}/share`));
  if (await navigator.clipboard?.writeText(addressOf(conversation)).then(() => true, () => false)) {
    announce(t('linkCopied'));
  }
}

async function erase(conversation, dialog) {
  if (!await confirm(t('deleteConversation'), t('deleteConversationText', { title: titleOf(conversation) }), t('delete'))) {
    return;
  }

  await remove(pathOf(conversation));
  dialog.close();
  announce(t('conversationDeleted'));
  if (location.hash === addressIn(conversation)) {
    location.hash = '#/';
  }

  await listConversations();
  byId('new-question').focus();
}

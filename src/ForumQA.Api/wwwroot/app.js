// Where everything comes together: addresses, the list of conversations, the menu, the colours.

import { getJson, remove } from './api.js';
import { announce, byId, confirm, drawIcons, icon, make } from './dom.js';
import { showDocuments } from './documents.js';
import { failureElement } from './failure.js';
import { closeSource, startSource } from './source.js';
import { showConversation, showNew, startTalk } from './talk.js';

const systemDark = matchMedia('(prefers-color-scheme: dark)');
const narrow = matchMedia('(max-width: 52rem)');
const LISTED = 200;

/** Shows what the address names: `#/`, `#/c/{conversation}` or `#/documents`. */
function route() {
  const [, kind, id] = location.hash.split('/');
  const documents = kind === 'documents';
  byId('documents').hidden = !documents;
  byId('talk').hidden = documents;
  closeMenu();
  closeSource();
  if (documents) {
    document.title = 'Documents · ForumQA';
    showDocuments();
    byId('documents-title').focus();
  } else {
    document.title = 'ForumQA';
    if (kind === 'c' && id) {
      showConversation(decodeURIComponent(id));
    } else {
      showNew();
    }

    if (!narrow.matches) {
      byId('question').focus();
    }
  }

  markCurrent();
}

async function listConversations() {
  const list = byId('conversations');
  try {
    const { conversations } = await getJson(`/v1/conversations?limit=${LISTED}`);
    const asked = conversations.filter(conversation => conversation.answers > 0);
    list.replaceChildren(...(asked.length ? asked.map(conversationElement) : [make('li', { class: 'none', text: 'None yet' })]));
    markCurrent();
  } catch (failure) {
    list.replaceChildren(make('li', {}, failureElement(failure)));
  }
}

function conversationElement(conversation) {
  const title = conversation.title || 'Conversation';
  return make('li', { class: 'conversation' },
    make('a', { href: `#/c/${encodeURIComponent(conversation.id)}`, title, text: title }),
    make('button', { type: 'button', class: 'icon-button', 'aria-label': `Delete the conversation ${title}`, onClick: () => erase(conversation, title) }, icon('trash')));
}

async function erase(conversation, title) {
  if (!await confirm('Delete this conversation?', `“${title}” and its answers will be deleted. This cannot be undone.`, 'Delete')) {
    return;
  }

  try {
    await remove(`/v1/conversations/${encodeURIComponent(conversation.id)}`);
    announce('The conversation is deleted.');
    if (location.hash === `#/c/${encodeURIComponent(conversation.id)}`) {
      location.hash = '#/';
    }

    await listConversations();
    byId('new-question').focus();
  } catch (failure) {
    byId('conversations').prepend(make('li', {}, failureElement(failure)));
  }
}

function markCurrent() {
  for (const link of byId('sidebar').querySelectorAll('a')) {
    if (link.getAttribute('href') === (location.hash || '#/')) {
      link.setAttribute('aria-current', 'page');
    } else {
      link.removeAttribute('aria-current');
    }
  }
}

function openMenu() {
  document.body.classList.add('menu-shown');
  byId('menu-open').setAttribute('aria-expanded', 'true');
  byId('main').inert = true;
  byId('menu-close').focus();
}

function closeMenu() {
  if (document.body.classList.contains('menu-shown')) {
    document.body.classList.remove('menu-shown');
    byId('menu-open').setAttribute('aria-expanded', 'false');
    byId('main').inert = false;
    byId('menu-open').focus();
  }
}

function startMenu() {
  byId('menu-open').addEventListener('click', openMenu);
  byId('menu-close').addEventListener('click', closeMenu);
  byId('frame').addEventListener('click', event => {
    if (!byId('sidebar').contains(event.target) && !byId('menu-open').contains(event.target)) {
      closeMenu();
    }
  });
  narrow.addEventListener('change', closeMenu);
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector('.ask-dialog[open]')) {
      closeMenu();
      closeSource();
    }
  });
}

function startTheme() {
  const button = byId('theme');
  const isDark = () => (document.documentElement.dataset.theme ?? (systemDark.matches ? 'dark' : 'light')) === 'dark';
  const draw = () => {
    button.setAttribute('aria-pressed', String(isDark()));
    button.replaceChildren(icon(isDark() ? 'sun' : 'moon'));
  };
  button.addEventListener('click', () => {
    const theme = isDark() ? 'light' : 'dark';
    document.documentElement.dataset.theme = theme;
    try {
      localStorage.setItem('theme', theme);
    } catch {
      // Then it holds until the page is left.
    }

    draw();
  });
  systemDark.addEventListener('change', draw);
  draw();
}

drawIcons();
startTheme();
startMenu();
startSource();
startTalk(listConversations);
document.addEventListener('click', event => event.target.closest?.('[data-cancel]')?.closest('dialog').close('no'));
document.querySelector('.skip').addEventListener('click', event => {
  event.preventDefault();
  byId(byId('talk').hidden ? 'documents-title' : 'question').focus();
});
byId('new-question').addEventListener('click', () => {
  // The address may be that of a new question already.
  if (['', '#/'].includes(location.hash)) {
    route();
  }
});
addEventListener('hashchange', route);
route();
listConversations();

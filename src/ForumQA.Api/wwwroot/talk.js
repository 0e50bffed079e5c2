// Asking: the conversation on show, and those that are still being answered.

import { AnswerView, announceAnswer, noteElement } from './answer.js';
import { getJson, postForEvents, postJson } from './api.js';
import { startComposer } from './composer.js';
import { announce, byId, icon, make } from './dom.js';
import { editElement } from './editing.js';
import { failureElement } from './failure.js';
import { forgetPartial, keepPartial, partialViews } from './partials.js';
import { filter } from './scope.js';
import { asking } from './settings.js';
import { welcomeElements } from './welcome.js';
import { t } from './words.js';

/** A conversation on the page; it goes on being answered while another one is looked at. */
class Talk {
  id = null;
  stop = null;
  views = [];
  element = make('div', { class: 'talk' });
}

let current = new Talk();

/** Conversations under way, by id; a kept one is read anew each time. */
const underWay = new Map();
let onChanged = () => { };

const turns = { again, edit };

/** Wires asking. `changed` is called when the list of conversations may be another. */
export function startTalk(changed) {
  onChanged = changed;
  startComposer(text => !current.stop && (ask(text), true), editLast);
  byId('stop').addEventListener('click', stop);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && check(current));
}

/** Stops the answer that is being written here; tells whether there was one. */
export function stop() {
  const stopping = current.stop !== null;
  current.stop?.abort();
  return stopping;
}

const lastView = () => current.views.at(-1);

export function editLast() {
  if (lastView() && !current.stop) {
    edit(lastView());
  }
}

export function againLast() {
  if (lastView() && !current.stop) {
    again(lastView());
  }
}

/** Begins with an empty conversation. */
export async function showNew() {
  show(new Talk());
  const shown = current;
  const elements = welcomeElements(question => {
    byId('question').focus();
    ask(question);
  });
  shown.element.replaceChildren(await elements.first);
  shown.element.firstChild.append(await elements.more(showNew));
}

/** Shows a conversation kept by the service. */
export async function showConversation(id) {
  if (underWay.has(id)) {
    if (current.id !== id) {
      show(underWay.get(id));
    }

    return;
  }

  const talk = new Talk();
  talk.id = id;
  await open(talk, `/v1/conversations/${encodeURIComponent(id)}`, turns);
  talk.views.push(...partialViews(id, turns, endPartial));
  talk.element.append(...talk.views.slice(talk.element.querySelectorAll('.turn').length).map(view => view.element));
  scrollToTurn(talk.views.at(-1)?.element);
  await check(talk);
}

/** Shows a conversation that somebody shared, for reading only. */
export async function showShared(share) {
  const talk = new Talk();
  const opening = open(talk, `/v1/shared/${encodeURIComponent(share)}`, null);
  byId('composer').hidden = true;
  if (await opening) {
    talk.element.prepend(noteElement(t('shareNote')));
  }
}

/** Tells whether it could be opened. */
async function open(talk, path, possible) {
  show(talk);
  talk.element.replaceChildren(make('p', { class: 'progress-line', text: t('openingConversation') }));
  try {
    const conversation = await getJson(path);
    talk.views = conversation.answers.map(answer => {
      const view = new AnswerView(answer.question, possible);
      view.complete(answer);
      return view;
    });
    talk.element.replaceChildren(...talk.views.map(view => view.element));
    return true;
  } catch (failure) {
    talk.element.replaceChildren(failureElement(failure, make('a', { class: 'button', href: '#/', text: t('askNew') })));
    return false;
  }
}

function show(talk) {
  current = talk;
  byId('composer').hidden = false;
  byId('scroll').replaceChildren(talk.element);
  showButtons();
}

/** Documents change under a conversation: says of its quotations which no longer stand as they stood. */
async function check(talk) {
  if (!talk.id || talk.stop || !talk.views.some(view => view.answer?.citations.length)) {
    return;
  }

  const { answers } = await getJson(`/v1/conversations/${encodeURIComponent(talk.id)}/quotations`).catch(() => ({ answers: [] }));
  for (const { id, quotations } of answers) {
    const view = talk.views.find(one => one.answer?.id === id);
    if (view && (quotations.some(quotation => quotation.state !== 'live') || view.element.querySelector('.stale'))) {
      view.markStates(quotations);
    }
  }
}

/**
 * Asks in the conversation on show.
 * @param instead the view whose place the new answer takes, with all after it; it comes back when there is no new answer.
 */
async function ask(text, instead = null) {
  const talk = current;
  const view = new AnswerView(text, turns);
  talk.element.querySelector('.welcome')?.remove();
  talk.element.querySelectorAll('.suggestions').forEach(element => element.remove());
  const at = instead ? talk.views.indexOf(instead) : talk.views.length;
  const replaced = talk.views.splice(at, talk.views.length, view);
  replaced.forEach(one => one.element.remove());
  replaced.filter(one => one.partialKey).forEach(forgetPartial);
  talk.element.append(view.element);
  scrollToTurn(view.element);
  talk.stop = new AbortController();
  showButtons();
  const replaces = replaced.find(one => one.answer)?.answer.id;
  try {
    const answer = await answerOf(talk, view, { question: text, replaces, filter: filter(), ...asking() });
    if (!answer) {
      finish('connectionEnded');
      return;
    }

    view.complete(answer);
    announceAnswer(answer);
    talk.stop = null;
    check(talk);
    suggest(talk, view);
  } catch (failure) {
    finish(failure.name === 'AbortError' ? 'stopped' : failure.code === 'unreachable' && view.events.length ? 'connectionEnded' : null, failure);
  } finally {
    talk.stop = null;
    underWay.delete(talk.id);
    showButtons();
    onChanged();
  }

  function finish(reason, failure) {
    const back = replaced.filter(one => one.answer);
    talk.views.splice(at, 0, ...back);
    view.element.before(...back.map(one => one.element));
    if (reason) {
      keepPartial(talk.id, view, reason);
      endPartial(view, reason);
      announce(t(reason === 'stopped' ? 'stoppedShort' : reason));
    } else {
      view.end(failureElement(failure, againButton(view)));
    }
  }
}

async function answerOf(talk, view, body) {
  const { signal } = talk.stop;
  if (!talk.id) {
    talk.id = (await postJson('/v1/conversations', {}, { signal })).id;
    if (talk === current && !byId('talk').hidden) {
      history.replaceState(null, '', `#/c/${talk.id}`);
    }
  }

  underWay.set(talk.id, talk);
  let answer = null;
  for await (const event of postForEvents('/v1/answers', { ...body, conversationId: talk.id }, signal)) {
    if (event.name === 'completed') {
      answer = event.data;
    } else {
      view.take(event);
    }
  }

  return answer;
}

const endPartial = (view, reason) => view.end(noteElement(t(reason)), againButton(view));

async function suggest(talk, view) {
  if (view.answer.citations.length) {
    const { questions } = await getJson(`/v1/answers/${encodeURIComponent(view.answer.id)}/suggestions`).catch(() => ({ questions: [] }));
    if (!talk.stop && talk.views.at(-1) === view) {
      view.suggest(questions, question => talk === current && !talk.stop && ask(question));
    }
  }
}

const againButton = view => make('button', { type: 'button', class: 'button', onClick: () => again(view) }, icon('refresh'), t('again'));

/** The last answer is replaced; one further up is asked for anew at the end, for others lean on it. */
function again(view) {
  if (current.stop) {
    return;
  }

  byId('question').focus();
  if (view.answer) {
    ask(view.question, view === lastView() ? view : null);
  } else {
    current.views = current.views.filter(other => other !== view);
    view.element.remove();
    forgetPartial(view);
    ask(view.question);
  }
}

function edit(view) {
  if (!current.stop) {
    const after = current.views.slice(current.views.indexOf(view) + 1).length;
    editElement(view, after, text => !current.stop && ask(text, view));
  }
}

function showButtons() {
  const answering = current.stop !== null;
  const focused = document.activeElement;
  byId('stop').hidden = !answering;
  byId('send').hidden = answering;
  if (focused === byId('stop') || focused === byId('send')) {
    byId('question').focus();
  }
}

/** The question comes to the top, so that its answer has the room below. */
function scrollToTurn(turn) {
  const scroll = byId('scroll');
  if (turn) {
    scroll.scrollTop += turn.getBoundingClientRect().top - scroll.getBoundingClientRect().top - 16;
  }
}

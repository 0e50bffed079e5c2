// Asking: the composer, the conversation on show, and those that are still being answered.

import { AnswerView, announceAnswer, noteElement } from './answer.js';
import { documentPath, getJson, postForEvents, postJson } from './api.js';
import { announce, byId, icon, make } from './dom.js';
import { failureElement } from './failure.js';

const EXAMPLES = 3;

/** A conversation on the page; it goes on being answered while another one is looked at. */
class Talk {
  id = null;
  stop = null;
  element = make('div', { class: 'talk' });
}

let current = new Talk();

/** Conversations under way, by id; a kept one is read anew each time. */
const underWay = new Map();
let onChanged = () => { };

/** Wires the composer. `changed` is called when the list of conversations may be another. */
export function startTalk(changed) {
  onChanged = changed;
  const question = byId('question');
  byId('composer').addEventListener('submit', event => {
    event.preventDefault();
    submit();
  });
  question.addEventListener('keydown', event => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      submit();
    }
  });
  question.addEventListener('input', fit);
  byId('stop').addEventListener('click', () => current.stop?.abort());
}

/** Begins with an empty conversation. */
export async function showNew() {
  show(new Talk());
  const shown = current;
  const welcome = make('div', { class: 'welcome' },
    make('h2', { class: 'welcome-title', text: 'What would you like to know?' }),
    make('p', { class: 'welcome-text', text: 'Ask in your own words. Each sentence of the answer is quoted from a document, and you can read the place it comes from.' }));
  shown.element.replaceChildren(welcome);
  try {
    const documents = await getJson('/v1/documents?limit=20');
    welcome.append(documents.total === 0 ? emptyElement() : await examplesElement(documents));
  } catch (failure) {
    welcome.append(failure.code === 'index-missing' ? emptyElement() : failureElement(failure, make('button', { type: 'button', class: 'button', text: 'Try again', onClick: showNew })));
  }
}

/** Shows a conversation kept by the service. */
export async function showConversation(id) {
  if (current.id === id && underWay.has(id)) {
    return;
  }

  if (underWay.has(id)) {
    show(underWay.get(id));
    return;
  }

  const talk = new Talk();
  talk.id = id;
  show(talk);
  talk.element.replaceChildren(make('p', { class: 'progress-line', text: 'Opening the conversation' }));
  try {
    const conversation = await getJson(`/v1/conversations/${encodeURIComponent(id)}`);
    talk.element.replaceChildren(...conversation.answers.map(answer => {
      const view = new AnswerView(answer.question);
      view.complete(answer);
      return view.element;
    }));
    scrollToTurn(talk.element.lastElementChild);
  } catch (failure) {
    talk.element.replaceChildren(failureElement(failure, make('a', { class: 'button', href: '#/', text: 'Ask something new' })));
  }
}

function show(talk) {
  current = talk;
  byId('scroll').replaceChildren(talk.element);
  showButtons();
}

function submit() {
  const question = byId('question');
  const text = question.value.trim();
  if (text && !current.stop) {
    question.value = '';
    fit();
    ask(text);
  }
}

async function ask(text) {
  const talk = current;
  const view = new AnswerView(text);
  talk.element.querySelector('.welcome')?.remove();
  talk.element.append(view.element);
  scrollToTurn(view.element);
  talk.stop = new AbortController();
  showButtons();
  const { signal } = talk.stop;
  try {
    if (!talk.id) {
      talk.id = (await postJson('/v1/conversations', {}, { signal })).id;
      if (talk === current && !byId('talk').hidden) {
        history.replaceState(null, '', `#/c/${talk.id}`);
      }
    }

    underWay.set(talk.id, talk);
    let answer = null;
    for await (const event of postForEvents('/v1/answers', { question: text, conversationId: talk.id }, signal)) {
      if (event.name === 'completed') {
        answer = event.data;
      } else {
        view.take(event);
      }
    }

    if (answer) {
      view.complete(answer);
      announceAnswer(answer);
    } else {
      view.end(noteElement('The connection ended before the answer did. Ask again.'), againButton(view, text));
    }
  } catch (failure) {
    if (failure.name === 'AbortError') {
      view.end(noteElement('Stopped. Nothing of this answer is kept.'), againButton(view, text));
      announce('Stopped.');
    } else {
      view.end(failureElement(failure, againButton(view, text)));
    }
  } finally {
    talk.stop = null;
    underWay.delete(talk.id);
    showButtons();
    onChanged();
  }
}

function againButton(view, text) {
  return make('button', {
    type: 'button',
    class: 'button',
    onClick: () => {
      if (!current.stop) {
        view.element.remove();
        byId('question').focus();
        ask(text);
      }
    },
  }, icon('refresh'), 'Ask again');
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

/** Grows the field with its text, where the browser does not do it by itself. */
function fit() {
  if (!CSS.supports('field-sizing', 'content')) {
    const question = byId('question');
    question.style.height = 'auto';
    question.style.height = `${question.scrollHeight}px`;
  }
}

function emptyElement() {
  return make('div', { class: 'examples' },
    make('p', { text: 'There are no documents yet.' }),
    make('a', { class: 'button primary', href: '#/documents' }, icon('upload'), 'Add documents'));
}

/** Questions about what the documents themselves have headings for. */
async function examplesElement({ total, documents }) {
  const sources = await Promise.all(spread(documents, EXAMPLES).map(document => getJson(documentPath(document.id))));
  const questions = sources.map(source => {
    const headings = source.headings.filter(heading => heading.level > 1 && heading.title.length < 70);
    return `What do the documents say about “${headings[Math.floor(headings.length / 2)]?.title ?? source.title}”?`;
  });
  return make('div', { class: 'examples' },
    make('h3', { class: 'label', text: 'For example' }),
    make('ul', {}, [...new Set(questions)].map(question => make('li', {}, make('button', {
      type: 'button',
      class: 'example',
      text: question,
      onClick: () => {
        byId('question').focus();
        ask(question);
      },
    })))),
    make('p', { class: 'corpus-size' }, make('a', { href: '#/documents', text: `${total.toLocaleString('en')} ${total === 1 ? 'document' : 'documents'}` }), ' can be asked.'));
}

/** A few of many, from all over. */
const spread = (items, count) => (items.length <= count ? items : Array.from({ length: count }, (_, i) => items[Math.floor(i * items.length / count)]));

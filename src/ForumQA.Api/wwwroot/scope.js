// Which documents are asked: all, or those that were chosen. A choice holds for the tab.

import { byId, icon, make } from './dom.js';
import { remembered } from './stored.js';
import { t } from './words.js';

const NAMED = 2;

/** Ids and titles; empty for all documents. */
const stored = remembered('chosen', [], false);

export const chosen = () => stored.value;

export const isChosen = id => stored.value.some(document => document.id === id);

export function choose(documents) {
  stored.value = documents.map(({ id, title }) => ({ id, title }));
  drawScope();
}

export function toggle(document, on) {
  const others = chosen().filter(({ id }) => id !== document.id);
  choose(on ? [...others, document] : others);
}

/** What goes along with a question. */
export const filter = () => (chosen().length ? { documents: chosen().map(({ id }) => id) } : undefined);

/** Says over the question which documents are asked. */
export function drawScope() {
  const documents = chosen();
  const names = documents.slice(0, NAMED).map(({ title }) => title).join(', ') + (documents.length > NAMED ? ' …' : '');
  byId('scope').hidden = documents.length === 0;
  byId('scope').replaceChildren(...(documents.length === 0 ? [] : [
    icon('file'), make('span', { class: 'scope-words', text: t('askingSome', { count: documents.length, names }) }),
    askAllButton(() => byId('question').focus()),
  ]));
}

/**
 * A button that asks all documents again.
 * @param then puts the focus somewhere else: the button is gone
 */
export const askAllButton = (then) => make('button', {
  type: 'button',
  class: 'text-button',
  text: t('askAll'),
  onClick: () => {
    choose([]);
    then();
  },
});

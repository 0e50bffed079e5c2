// How a failure is told: what happened, and what to do about it.

import { Failure } from './api.js';
import { icon, make } from './dom.js';

export function failureElement(failure, ...actions) {
  const known = failure instanceof Failure;
  if (!known) {
    console.error(failure);
  }

  return make('div', { class: 'failure', role: 'alert' }, icon('warning'), make('div', {},
    make('strong', { text: known ? failure.title : 'The page failed' }),
    make('p', { text: known ? failure.message : 'Reload it and try again.' }),
    failure.requestId && failure.status >= 500 ? make('p', { class: 'request-id', text: `Request ${failure.requestId}` }) : null,
    actions.length ? make('div', { class: 'failure-actions' }, ...actions) : null));
}

// How a failure is told: what happened, and what to do about it. It stays until it is dismissed or followed by something better.

import { Failure } from './api.js';
import { icon, make } from './dom.js';
import { t } from './words.js';

export function failureElement(failure, ...actions) {
  const known = failure instanceof Failure;
  if (!known) {
    console.error(failure);
  }

  const element = make('div', { class: 'failure', role: 'alert' }, icon('warning'), make('div', { class: 'failure-words' },
    make('strong', { text: known ? failure.title : t('pageFailed') }),
    make('p', { text: known ? failure.message : t('pageFailedText') }),
    failure.requestId && failure.status >= 500 ? make('p', { class: 'request-id', text: t('request', { id: failure.requestId }) }) : null,
    actions.length ? make('div', { class: 'failure-actions' }, ...actions) : null),
  make('button', { type: 'button', class: 'icon-button dismiss', 'aria-label': t('dismiss'), onClick: () => dismiss(element) }, icon('close')));
  return element;
}

/** Takes an element away and leaves the focus where the reader can go on. */
function dismiss(element) {
  const around = element.closest('dialog, .view, nav') ?? document.body;
  element.remove();
  const next = ['#question', '[tabindex="-1"]', 'button, a'].map(selector => around.querySelector(selector)).find(Boolean);
  next?.focus();
}

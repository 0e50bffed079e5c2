// Where something stands in a document, in words, and what has become of it since it was quoted.

import { t } from './words.js';

/** Where something stands, for people. */
export const placeOf = place => [place.heading, place.page ? t('page', { number: String(place.page) }) : null].filter(Boolean).join(' · ');

/** What has become of quotations, by citation; one that stands where it stood is not here. */
const states = new WeakMap();

const WORDS = { moved: 'stateMoved', changed: 'stateChanged', deleted: 'stateDeleted' };

export function setState(citation, state) {
  if (state in WORDS) {
    states.set(citation, state);
  } else {
    states.delete(citation);
  }
}

/** In words; null for a quotation that stands where it stood. */
export const stateOf = citation => (states.has(citation) ? t(WORDS[states.get(citation)]) : null);

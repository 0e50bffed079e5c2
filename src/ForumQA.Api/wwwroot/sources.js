// What stands under an answer: the places quoted from, or those that came nearest.

import { icon, make } from './dom.js';
import { placeOf, setState, stateOf } from './place.js';
import { ofCitation, ofPassage, openSource } from './source.js';
import { t } from './words.js';

/** The beginning of a text, cut between words. */
const snippet = (text, length = 180) => (text.length > length ? `${text.slice(0, length).replace(/\s+\S*$/, '')} …` : text).replace(/\s+/g, ' ');

/** A passage's words without the heading above them, which is told apart. */
function withoutHeading({ text, heading }) {
  const title = heading?.split(' › ').at(-1);
  return title && text.startsWith(title) && text.length > title.length ? text.slice(title.length).trimStart() : text;
}

/** The places quoted from, each once with the numbers of its citations. */
export function sourcesElement(citations) {
  const places = Map.groupBy(citations, citation => JSON.stringify([citation.documentId, citation.heading, citation.page, citation.corrected]));
  return make('section', { class: 'sources' }, make('h3', { class: 'label', text: t('sources') }), make('ol', {}, [...places.values()].map(sourceElement)));
}

function sourceElement(citations) {
  const [first] = citations;
  const numbers = citations.map(citation => citation.number).join(', ');
  return make('li', { 'data-numbers': JSON.stringify(citations.map(citation => citation.number)) },
    make('button', { type: 'button', class: 'source-card', onClick: event => openSource(ofCitation(first), event.currentTarget) },
      make('span', { class: 'source-number', text: numbers }),
      make('span', { class: 'source-words' },
        make('span', { class: 'source-title', text: first.documentTitle }),
        placeOf(first) ? make('span', { class: 'source-place', text: placeOf(first) }) : null,
        first.corrected ? make('span', { class: 'corrected' }, icon('info'), t('corrected')) : null,
        stateElement(citations))));
}

function stateElement(citations) {
  const stale = citations.filter(stateOf);
  return stale.length === 0 ? null : make('span', { class: 'state' }, icon('warning'), stale.map(citation => `${citation.number}: ${stateOf(citation)}`).join(' · '));
}

/** Takes over what has become of an answer's quotations; tells how many no longer stand as they stood. */
export function setStates(answer, quotations) {
  const byNumber = new Map(quotations.map(quotation => [quotation.number, quotation.state]));
  answer.citations.forEach(citation => setState(citation, byNumber.get(citation.number)));
  return answer.citations.filter(stateOf).length;
}

export function nearestElement(passages) {
  return passages.length === 0 ? null : make('section', { class: 'nearest' },
    make('h3', { class: 'label', text: t('nearest') }),
    make('ul', {}, passages.map(passage => make('li', {},
      make('button', { type: 'button', class: 'source-card', onClick: event => openSource(ofPassage(passage), event.currentTarget) },
        make('span', { class: 'source-words' },
          make('span', { class: 'source-title', text: passage.documentTitle }),
          placeOf(passage) ? make('span', { class: 'source-place', text: placeOf(passage) }) : null,
          make('span', { class: 'source-snippet', text: snippet(withoutHeading(passage)) })))))));
}

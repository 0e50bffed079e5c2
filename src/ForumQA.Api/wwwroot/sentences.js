// The sentences of an answer: one after the other, as a list of what they are about, or side by side in a table.

import { hidden, icon, make } from './dom.js';
import { describe } from './preview.js';
import { ofCitation, openSource } from './source.js';
import { t } from './words.js';

/** What was checked, in words that promise no more: a quotation stands in its document; whether it is right is for the reader. */
const SUPPORT = {
  quoted: { icon: 'quote', name: 'quoted' },
  supported: { icon: 'quote', name: 'agrees' },
  partial: { icon: 'half', name: 'partly' },
  unsupported: { icon: 'warning', name: 'notInSource' },
};

/** More sides than these are too narrow to stand beside each other. */
const MOST_COLUMNS = 3;

/** What ForumQA says itself: a paragraph, and a list of the lines that begin with a dash. */
export function showLead(element, text) {
  element.replaceChildren();
  for (const line of text.split('\n')) {
    if (line.startsWith('- ')) {
      const list = element.lastElementChild?.tagName === 'UL' ? element.lastElementChild : element.appendChild(make('ul'));
      list.append(make('li', { text: line.slice(2) }));
    } else {
      element.append(make('p', { text: line }));
    }
  }
}

/** Adds a sentence while the answer is written; one of a group stands in a list under the group's heading. */
export function appendSentence(sentences, sentence, citations) {
  if (sentence.group === null) {
    sentences.append(sentenceElement('p', sentence, citations));
    return;
  }

  let list = sentences.lastElementChild;
  if (list?.tagName !== 'UL' || list.dataset.group !== sentence.group) {
    list = make('ul', { class: 'group', 'data-group': sentence.group });
    sentences.append(make('h3', { class: 'group-title', text: sentence.group }), list);
  }

  list.append(sentenceElement('li', sentence, citations));
}

/** All sentences of a whole answer, in the form that suits its kind. */
export function showSentences(element, answer) {
  const citationsOf = sentence => answer.citations.filter(citation => sentence.citations.includes(citation.number));
  const groups = Map.groupBy(answer.sentences, sentence => sentence.group);
  element.replaceChildren();
  if (answer.kind === 'comparison' && groups.size > 1 && groups.size <= MOST_COLUMNS && !groups.has(null)) {
    element.append(tableElement(groups, citationsOf));
  } else if (answer.kind === 'list' && groups.size > 1 && !groups.has(null)) {
    element.append(make('ul', { class: 'items' }, [...groups].map(([name, sentences]) => make('li', { class: 'item' },
      make('strong', { class: 'item-name', text: name }), sentences.map(sentence => sentenceElement('div', sentence, citationsOf(sentence)))))));
  } else {
    answer.sentences.forEach(sentence => appendSentence(element, sentence, citationsOf(sentence)));
  }
}

/** One column a side; what the sides say is not known to be about the same, so no row claims it. */
function tableElement(groups, citationsOf) {
  return make('div', { class: 'table-frame' }, make('table', { class: 'comparison' },
    make('thead', {}, make('tr', {}, [...groups.keys()].map(name => make('th', { scope: 'col', text: name })))),
    make('tbody', {}, make('tr', {}, [...groups].map(([name, sentences]) => make('td', { 'data-group': name },
      make('ul', {}, sentences.map(sentence => sentenceElement('li', sentence, citationsOf(sentence))))))))));
}

const isQuoted = (sentence, citations) => citations.some(citation => citation.quotation === sentence.text);

function sentenceElement(tag, sentence, citations) {
  const support = SUPPORT[sentence.support === 'supported' && isQuoted(sentence, citations) ? 'quoted' : sentence.support];
  return make(tag, { class: `sentence ${sentence.support}` },
    make('span', { class: 'support-mark', title: t(support.name) }, icon(support.icon)),
    make('span', { class: 'sentence-text', text: sentence.text }),
    ' ',
    citations.map(citationButton),
    sentence.support === 'supported' ? hidden(` ${t(support.name)}.`) : [' ', make('span', { class: 'support-text', text: t(support.name) })],
    sentence.original ? make('span', { class: 'original', text: t('inOriginal', { text: sentence.original }) }) : null);
}

/** The number of a citation: its quotation shows while it is pointed at or has the focus, and its source when it is pressed. */
export function citationButton(citation) {
  const button = make('button', {
    type: 'button',
    class: 'citation',
    'data-number': citation.number,
    'aria-label': t('citationLabel', { number: String(citation.number), title: citation.documentTitle }),
    text: citation.number,
    onClick: event => openSource(ofCitation(citation), event.currentTarget),
  });
  describe(button, citation);
  return button;
}

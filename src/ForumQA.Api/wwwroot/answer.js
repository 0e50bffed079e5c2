// Shows one question with its answer: while it is written, and as it was kept.

import { announce, hidden, icon, make, plural } from './dom.js';
import { openSource } from './source.js';

/** What was checked, in words that promise no more: a quotation stands in its document; whether it is right is for the reader. */
const SUPPORT = {
  quoted: { icon: 'quote', text: 'Quoted word for word' },
  supported: { icon: 'quote', text: 'Agrees with its source' },
  partial: { icon: 'half', text: 'Only in part in its source' },
  unsupported: { icon: 'warning', text: 'Not in its source' },
};

/** The beginning of a text, cut between words. */
const snippet = (text, length = 180) => (text.length > length ? `${text.slice(0, length).replace(/\s+\S*$/, '')} …` : text).replace(/\s+/g, ' ');

/** A passage's words without the heading above them, which is told apart. */
function withoutHeading({ text, heading }) {
  const title = heading?.split(' › ').at(-1);
  return title && text.startsWith(title) && text.length > title.length ? text.slice(title.length).trimStart() : text;
}

/** Where something stands, for people. */
export const placeOf = place => [place.heading, place.page ? `page ${place.page}` : null].filter(Boolean).join(' · ');

/** An answer on the page. While it is written, feed it the events; at the end, `complete` it. */
export class AnswerView {
  constructor(question) {
    this.lead = make('div', { class: 'lead' });
    this.sentences = make('div', { class: 'sentences' });
    this.provisional = make('span', { class: 'provisional-text' });
    this.draft = make('p', { class: 'provisional', hidden: true }, hidden('Not yet checked: '), this.provisional);
    this.progress = make('p', { class: 'progress-line', text: 'Searching the documents' });
    this.notes = make('div', { class: 'notes' });
    this.body = make('div', { class: 'answer', 'aria-busy': 'true' }, this.notes, this.lead, this.sentences, this.draft, this.progress);
    this.element = make('article', { class: 'turn' }, make('h2', { class: 'question', text: question }), this.body);
  }

  /** One event of the stream, other than `completed`. */
  take({ name, data }) {
    switch (name) {
      case 'evidence':
        this.progress.textContent = `Reading ${plural(data.evidence.length, 'passage')}`;
        break;
      case 'lead':
        showLead(this.lead, data.text);
        break;
      case 'delta':
        this.provisional.textContent += data.text;
        this.draft.hidden = false;
        this.progress.textContent = 'Writing; grey words are not checked yet';
        break;
      case 'sentence':
        this.#forgetDraft();
        appendSentence(this.sentences, data.sentence, data.citations);
        break;
      case 'dropped':
        this.#forgetDraft();
        this.progress.textContent = 'Left out a sentence that no passage supports';
        break;
      case 'restarted':
        this.#forgetDraft();
        this.lead.replaceChildren();
        this.sentences.replaceChildren();
        this.notes.replaceChildren(noteElement(data.note.message));
        break;
    }
  }

  /** The whole answer, as it was kept. */
  complete(answer) {
    this.body.setAttribute('aria-busy', 'false');
    this.body.dataset.status = answer.status;
    this.body.replaceChildren(...[
      standaloneElement(answer),
      ...answer.notes.map(note => noteElement(note.message)),
      answer.lead ? this.#leadOf(answer) : null,
      answer.status === 'notFound' ? abstentionElement(answer.abstention) : null,
      answer.sentences.length ? this.#sentencesOf(answer) : null,
      answer.status === 'partial' ? doubtElement(answer) : null,
      answer.citations.length ? sourcesElement(answer.citations) : null,
      answer.status !== 'answered' && answer.abstention ? nearestElement(answer.abstention.nearest) : null,
      answer.sentences.length ? footElement(answer) : null,
    ].filter(Boolean));
  }

  /** It ended before it was complete. */
  end(...elements) {
    this.body.setAttribute('aria-busy', 'false');
    this.#forgetDraft();
    this.progress.remove();
    this.body.append(...elements);
  }

  #sentencesOf(answer) {
    this.sentences.replaceChildren();
    for (const sentence of answer.sentences) {
      appendSentence(this.sentences, sentence, answer.citations.filter(citation => sentence.citations.includes(citation.number)));
    }

    return this.sentences;
  }

  #leadOf(answer) {
    showLead(this.lead, answer.lead);
    return this.lead;
  }

  #forgetDraft() {
    this.provisional.textContent = '';
    this.draft.hidden = true;
  }
}

/** What a screen reader is told when an answer is done. */
export function announceAnswer(answer) {
  const words = {
    notFound: `Not in these documents. ${answer.abstention?.reason ?? ''}`,
    partial: `Partial answer. ${answer.sentences.map(sentence => sentence.text).join(' ')} ${answer.abstention?.reason ?? ''}`,
    conversation: answer.lead ?? '',
    answered: `Answer. ${answer.lead ?? ''} ${answer.sentences.map(sentence => sentence.text).join(' ')}`,
  };
  announce(`${words[answer.status]} ${answer.citations.length ? plural(answer.citations.length, 'citation') : ''}`.trim());
}

/** What ForumQA says itself: a paragraph, and a list of the lines that begin with a dash. */
function showLead(element, text) {
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

/** Adds a sentence; one of a group stands in a list under the group's heading. */
function appendSentence(sentences, sentence, citations) {
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

const isQuoted = (sentence, citations) => citations.some(citation => citation.quotation === sentence.text);

function sentenceElement(tag, sentence, citations) {
  const support = SUPPORT[sentence.support === 'supported' && isQuoted(sentence, citations) ? 'quoted' : sentence.support];
  return make(tag, { class: `sentence ${sentence.support}` },
    make('span', { class: 'support-mark', title: support.text }, icon(support.icon)),
    make('span', { class: 'sentence-text', text: sentence.text }),
    ' ',
    citations.map(citationButton),
    sentence.support === 'supported' ? hidden(` ${support.text}.`) : [' ', make('span', { class: 'support-text', text: support.text })],
    sentence.original ? make('span', { class: 'original', text: `In the words of the documents: ${sentence.original}` }) : null);
}

function citationButton(citation) {
  return make('button', {
    type: 'button',
    class: 'citation',
    title: [citation.documentTitle, placeOf(citation)].filter(Boolean).join(' › '),
    'aria-label': `Citation ${citation.number}: ${citation.documentTitle}`,
    text: citation.number,
    onClick: event => openSource(ofCitation(citation), event.currentTarget),
  });
}

const ofCitation = citation => ({ ...citation, kind: `Citation ${citation.number}`, words: citation.quotation });

const ofPassage = passage => ({ ...passage, kind: 'Nearest passage', words: passage.text });

/** The places quoted from, each once with the numbers of its citations. */
function sourcesElement(citations) {
  const places = Map.groupBy(citations, citation => JSON.stringify([citation.documentId, citation.heading, citation.page, citation.corrected]));
  return make('section', { class: 'sources' }, make('h3', { class: 'label', text: 'Sources' }), make('ol', {}, [...places.values()].map(sourceElement)));
}

function sourceElement(citations) {
  const [first] = citations;
  const numbers = citations.map(citation => citation.number).join(', ');
  return make('li', {}, make('button', { type: 'button', class: 'source-card', onClick: event => openSource(ofCitation(first), event.currentTarget) },
    make('span', { class: 'source-number', text: numbers }),
    make('span', { class: 'source-words' },
      make('span', { class: 'source-title', text: first.documentTitle }),
      placeOf(first) ? make('span', { class: 'source-place', text: placeOf(first) }) : null,
      first.corrected ? make('span', { class: 'corrected' }, icon('info'), 'Corrected: ForumQA found the words here, not where the model said') : null)));
}

function standaloneElement(answer) {
  return answer.standaloneQuestion && answer.standaloneQuestion !== answer.question
    ? make('p', { class: 'standalone' }, 'Searched for: ', make('q', { text: answer.standaloneQuestion }))
    : null;
}

export const noteElement = message => make('p', { class: 'note' }, icon('info'), make('span', { text: message }));

function doubtElement({ abstention, model }) {
  return make('div', { class: 'doubt' }, icon('half'), make('div', {},
    model ? null : make('strong', { text: 'This may not answer the question.' }), model ? null : ' ', make('span', { class: 'reason', text: abstention?.reason ?? '' })));
}

function abstentionElement(abstention) {
  return make('div', { class: 'abstention' },
    make('h3', { text: 'Not in these documents' }),
    make('p', { class: 'reason', text: abstention.reason }),
    abstention.unmatchedTerms.some(term => !abstention.reason.includes(term)) ? make('p', { class: 'terms' }, 'In no document: ', abstention.unmatchedTerms.map(term => make('span', { class: 'term', text: term }))) : null);
}

function nearestElement(passages) {
  return passages.length === 0 ? null : make('section', { class: 'nearest' },
    make('h3', { class: 'label', text: 'What comes nearest' }),
    make('ul', {}, passages.map(passage => make('li', {},
      make('button', { type: 'button', class: 'source-card', onClick: event => openSource(ofPassage(passage), event.currentTarget) },
        make('span', { class: 'source-words' },
          make('span', { class: 'source-title', text: passage.documentTitle }),
          placeOf(passage) ? make('span', { class: 'source-place', text: placeOf(passage) }) : null,
          make('span', { class: 'source-snippet', text: snippet(withoutHeading(passage)) })))))));
}

function footElement(answer) {
  const supported = answer.sentences.filter(sentence => sentence.support === 'supported').length;
  const count = answer.sentences.length;
  const facts = [
    answer.model
      ? `Written by ${answer.model}, compared with the sources: ${supported} of ${plural(count, 'sentence')} ${supported === 1 ? 'agrees' : 'agree'}`
      : 'Quoted from the documents, word for word',
    duration(answer.timings.total),
  ];
  return make('p', { class: 'answer-foot' }, make('span', { text: facts.join(' · ') }), copyButton(answer));
}

function copyButton(answer) {
  const text = [
    answer.sentences.map(sentence => sentence.text + sentence.citations.map(number => ` [${number}]`).join('')).join(' '),
    '',
    ...answer.citations.map(citation => `[${citation.number}] ${[citation.documentTitle, placeOf(citation)].filter(Boolean).join(' › ')}: “${citation.quotation}”`),
  ].join('\n');
  return make('button', {
    type: 'button',
    class: 'text-button',
    onClick: async event => {
      const button = event.currentTarget;
      const done = await navigator.clipboard?.writeText(text).then(() => true, () => false);
      button.lastChild.textContent = done ? 'Copied' : 'Copying is not allowed here';
      announce(button.lastChild.textContent);
    },
  }, icon('copy'), make('span', { text: 'Copy' }));
}

const duration = milliseconds => (milliseconds < 1000 ? `${Math.max(1, Math.round(milliseconds))} ms` : `${(milliseconds / 1000).toFixed(1)} s`);

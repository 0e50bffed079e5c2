// Shows one question with its answer: while it is written, and as it was kept.

import { actionsElement } from './actions.js';
import { announce, hidden, icon, make } from './dom.js';
import { appendSentence, showLead, showSentences } from './sentences.js';
import { nearestElement, setStates, sourcesElement } from './sources.js';
import { t } from './words.js';

/** An answer on the page. While it is written, feed it the events; at the end, `complete` it. */
export class AnswerView {
  answer = null;

  /**
   * @param question as asked
   * @param turns what can be done with the answer: again(view), edit(view), or null in a conversation that is only read
   */
  constructor(question, turns) {
    this.question = question;
    this.turns = turns;
    this.lead = make('div', { class: 'lead' });
    this.sentences = make('div', { class: 'sentences' });
    this.provisional = make('span', { class: 'provisional-text' });
    this.draft = make('p', { class: 'provisional', hidden: true }, hidden(t('notChecked')), this.provisional);
    this.progress = make('p', { class: 'progress-line', text: t('searching') });
    this.notes = make('div', { class: 'notes' });
    this.body = make('div', { class: 'answer', 'aria-busy': 'true' }, this.notes, this.lead, this.sentences, this.draft, this.progress);
    this.head = make('div', { class: 'asked' }, make('h2', { class: 'question', text: question }), turns
      ? make('button', { type: 'button', class: 'icon-button edit-question', 'aria-label': t('editQuestion'), title: t('editQuestion'), onClick: () => turns.edit(this) }, icon('edit'))
      : null);
    this.element = make('article', { class: 'turn' }, this.head, this.body);
    this.events = [];
  }

  /** One event of the stream, other than `completed`. */
  take({ name, data }) {
    switch (name) {
      case 'evidence':
        this.progress.textContent = t('readingPassages', { count: data.evidence.length });
        return;
      case 'lead':
        showLead(this.lead, data.text);
        break;
      case 'delta':
        this.provisional.textContent += data.text;
        this.draft.hidden = false;
        this.progress.textContent = t('writing');
        break;
      case 'sentence':
        this.#forgetDraft();
        appendSentence(this.sentences, data.sentence, data.citations);
        break;
      case 'dropped':
        this.#forgetDraft();
        this.progress.textContent = t('leftOut');
        break;
      case 'restarted':
        this.#forgetDraft();
        this.lead.replaceChildren();
        this.sentences.replaceChildren();
        this.notes.replaceChildren(noteElement(data.note.message));
        break;
    }

    this.events.push({ name, data });
  }

  /** The whole answer, as it was kept. */
  complete(answer) {
    this.answer = answer;
    this.body.setAttribute('aria-busy', 'false');
    this.body.dataset.status = answer.status;
    this.#draw();
  }

  /** It ended before it was complete: what was checked stays with its numbers, what was not is said to be so. */
  end(...elements) {
    this.body.setAttribute('aria-busy', 'false');
    this.progress.remove();
    if (this.draft.hidden) {
      this.draft.remove();
    } else {
      this.draft.classList.add('ended');
      this.draft.after(make('p', { class: 'unchecked-note', text: t('notCheckedEnd') }));
    }

    this.body.append(...elements);
  }

  /** Takes over what has become of the quotations since. */
  markStates(quotations) {
    this.#draw(setStates(this.answer, quotations));
  }

  /** What may be asked next, under the answer. */
  suggest(questions, ask) {
    this.body.querySelector('.suggestions')?.remove();
    if (questions.length) {
      this.body.append(make('section', { class: 'suggestions' }, make('h3', { class: 'label', text: t('moreToAsk') }),
        make('ul', {}, questions.map(question => make('li', {}, make('button', { type: 'button', class: 'suggestion', text: question, onClick: () => ask(question) }))))));
    }
  }

  /** Every part of the answer; `stale` quotations are told of first. */
  #draw(stale = 0) {
    const { answer } = this;
    showLead(this.lead, answer.lead ?? '');
    showSentences(this.sentences, answer);
    this.body.replaceChildren(...[
      standaloneElement(answer),
      stale ? this.#staleElement(stale) : null,
      ...answer.notes.map(note => noteElement(note.message)),
      answer.lead ? this.lead : null,
      answer.status === 'notFound' ? abstentionElement(answer.abstention) : null,
      answer.sentences.length ? this.sentences : null,
      answer.status === 'partial' ? doubtElement(answer) : null,
      answer.citations.length ? sourcesElement(answer.citations) : null,
      answer.status !== 'answered' && answer.abstention ? nearestElement(answer.abstention.nearest) : null,
      actionsElement(this),
    ].filter(Boolean));
  }

  #staleElement(count) {
    return make('div', { class: 'note stale' }, icon('warning'), make('span', { text: t('staleNote', { count }) }),
      this.turns ? make('button', { type: 'button', class: 'text-button', onClick: () => this.turns.again(this) }, icon('refresh'), t('again')) : null);
  }

  #forgetDraft() {
    this.provisional.textContent = '';
    this.draft.hidden = true;
  }
}

/** What a screen reader is told when an answer is done. */
export function announceAnswer(answer) {
  const sentences = answer.sentences.map(sentence => sentence.text).join(' ');
  const words = {
    notFound: [t('announceNone'), answer.abstention?.reason],
    partial: [t('announcePartial'), sentences, answer.abstention?.reason],
    conversation: [answer.lead],
    answered: [t('announceAnswer'), answer.lead, sentences],
  };
  announce([...words[answer.status], answer.citations.length ? t('citations', { count: answer.citations.length }) : null].filter(Boolean).join(' '));
}

function standaloneElement(answer) {
  return answer.standaloneQuestion && answer.standaloneQuestion !== answer.question
    ? make('p', { class: 'standalone' }, t('searchedFor'), make('q', { text: answer.standaloneQuestion }))
    : null;
}

export const noteElement = message => make('p', { class: 'note' }, icon('info'), make('span', { text: message }));

function doubtElement({ abstention, model }) {
  return make('div', { class: 'doubt' }, icon('half'), make('div', {},
    model ? null : make('strong', { text: t('mayNotAnswer') }), model ? null : ' ', make('span', { class: 'reason', text: abstention?.reason ?? '' })));
}

function abstentionElement(abstention) {
  return make('div', { class: 'abstention' },
    make('h3', { text: t('notFound') }),
    make('p', { class: 'reason', text: abstention.reason }),
    abstention.unmatchedTerms.some(term => !abstention.reason.includes(term))
      ? make('p', { class: 'terms' }, t('inNoDocument'), abstention.unmatchedTerms.map(term => make('span', { class: 'term', text: term })))
      : null);
}

// The field for the question: it grows, it refuses what is too long and says by how much, and nothing that was typed is lost.

import { byId } from './dom.js';
import { about } from './settings.js';
import { t } from './words.js';

let onAsk = () => false;
let onEditLast = () => { };

/** Wires the field. `ask` is given the question and tells whether it was taken. */
export function startComposer(ask, editLast) {
  onAsk = ask;
  onEditLast = editLast;
  const question = byId('question');
  byId('composer').addEventListener('submit', event => {
    event.preventDefault();
    submit();
  });
  question.addEventListener('keydown', event => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      submit();
    } else if (event.key === 'ArrowUp' && question.value === '') {
      event.preventDefault();
      onEditLast();
    }
  });
  question.addEventListener('input', () => {
    fit(question);
    showLength(question, byId('question-problem'));
  });
}

function submit() {
  const question = byId('question');
  const text = question.value.trim();
  if (text && showLength(question, byId('question-problem')) && onAsk(text)) {
    question.value = '';
    fit(question);
  }
}

/** Whether a question is short enough; when not, `problem` says by how much it is too long. */
export function showLength(field, problem) {
  const { length } = field.value.trim();
  const { questionLength } = about();
  const fits = length <= questionLength;
  problem.hidden = fits;
  problem.textContent = fits ? '' : t('questionTooLong', { length, limit: questionLength, over: length - questionLength });
  field.setAttribute('aria-invalid', String(!fits));
  return fits;
}

/** Grows a field with its text, where the browser does not do it by itself. */
export function fit(field) {
  if (!CSS.supports('field-sizing', 'content')) {
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight}px`;
  }
}

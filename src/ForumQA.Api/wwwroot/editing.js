// A question corrected in its place: what was answered gives way to the new answer.

import { fit, showLength } from './composer.js';
import { make } from './dom.js';
import { t } from './words.js';

/**
 * Puts a field in the place of a view's question.
 * @param after how many answers come after it, which will be replaced too
 * @param ask is given the corrected question
 */
export function editElement(view, after, ask) {
  const field = make('textarea', { rows: '1', 'aria-label': t('editQuestion') });
  const problem = make('p', { class: 'question-problem', role: 'alert', hidden: true });
  const close = () => {
    form.replaceWith(view.head);
    view.head.querySelector('button')?.focus();
  };
  const form = make('form', {
    class: 'edit',
    onSubmit: event => {
      event.preventDefault();
      if (field.value.trim() && showLength(field, problem)) {
        close();
        ask(field.value.trim());
      }
    },
    onKeydown: event => {
      if (event.key === 'Escape') {
        event.preventDefault();
        close();
      } else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        form.requestSubmit();
      }
    },
  }, make('h2', { class: 'visually-hidden', text: view.question }), field, problem, make('div', { class: 'edit-buttons' },
    view.answer ? make('span', { class: 'edit-note', text: t('editReplaces', { count: after + 1, more: after }) }) : null,
    make('button', { type: 'button', class: 'text-button', text: t('cancel'), onClick: close }),
    make('button', { type: 'submit', class: 'button primary', text: t('ask') })));
  field.value = view.question;
  field.addEventListener('input', () => {
    fit(field);
    showLength(field, problem);
  });
  view.head.replaceWith(form);
  fit(field);
  field.focus();
}

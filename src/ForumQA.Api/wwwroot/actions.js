// What can be done with an answer: say whether it helped, ask again, copy it, save it.

import { putJson, remove } from './api.js';
import { announce, icon, make, saveFile } from './dom.js';
import { failureElement } from './failure.js';
import { answerMarkdown, fileName, turnMarkdown } from './markdown.js';
import { t } from './words.js';

const LONGEST_COMMENT = 2000;

/** The line under an answer: where its words come from, and what can be done with it. */
export function actionsElement(view) {
  const { answer, turns } = view;
  return make('footer', { class: 'answer-foot' },
    make('span', { class: 'answer-made', text: madeBy(answer) }),
    make('div', { class: 'answer-actions' },
      turns ? ratingButtons(answer) : null,
      turns ? textButton('again', 'refresh', () => turns.again(view)) : null,
      copyButton(answer),
      textButton('conversationExport', 'down', () => saveFile(fileName(answer.question), turnMarkdown(answer, '#'), 'text/markdown'))));
}

function madeBy(answer) {
  if (answer.sentences.length === 0) {
    return '';
  }

  const supported = answer.sentences.filter(sentence => sentence.support === 'supported').length;
  return [
    answer.model ? t('agreesCount', { model: answer.model, supported, count: answer.sentences.length }) : t('quotedFrom'),
    duration(answer.timings.total),
  ].join(' · ');
}

const duration = milliseconds => (milliseconds < 1000 ? `${Math.max(1, Math.round(milliseconds))} ms` : `${(milliseconds / 1000).toFixed(1)} s`);

/** Words where there is room, on a phone the icon alone; the name is said either way. */
const textButton = (name, iconName, onClick, ...more) =>
  make('button', { type: 'button', class: 'text-button', title: t(name), onClick }, icon(iconName), make('span', { class: 'button-words', text: t(name) }), ...more);

function copyButton(answer) {
  return textButton('copy', 'copy', async event => {
    const words = event.currentTarget.querySelector('.button-words');
    const done = await navigator.clipboard?.writeText(answerMarkdown(answer)).then(() => true, () => false);
    words.textContent = t(done ? 'copied' : 'copyRefused');
    announce(words.textContent);
  });
}

function ratingButtons(answer) {
  const buttons = [true, false].map(helpful => make('button', {
    type: 'button',
    class: 'icon-button rate',
    'aria-label': t(helpful ? 'helpful' : 'notHelpful'),
    title: t(helpful ? 'helpful' : 'notHelpful'),
    'aria-pressed': String(answer.feedback?.helpful === helpful),
    onClick: event => rate(answer, answer.feedback?.helpful === helpful ? null : helpful, buttons, event.currentTarget),
  }, icon(helpful ? 'thumbUp' : 'thumbDown')));
  return buttons;
}

/** Keeps what was said; pressing the same again takes it back. Somebody whom it did not help is asked why. */
async function rate(answer, helpful, buttons, pressed) {
  const foot = pressed.closest('.answer-foot');
  foot.querySelectorAll('.comment, .failure').forEach(element => element.remove());
  try {
    const path = `/v1/answers/${encodeURIComponent(answer.id)}/feedback`;
    answer.feedback = helpful === null ? await remove(path) : await putJson(path, { helpful });
    buttons.forEach((button, i) => button.setAttribute('aria-pressed', String(answer.feedback?.helpful === (i === 0))));
    if (helpful === false) {
      foot.append(commentForm(answer));
      foot.querySelector('textarea').focus();
    } else if (helpful) {
      announce(t('ratedThanks'));
    }
  } catch (failure) {
    foot.append(failureElement(failure));
  }
}

function commentForm(answer) {
  const words = make('textarea', { rows: '2', maxlength: String(LONGEST_COMMENT), 'aria-label': t('commentLabel'), placeholder: t('commentLabel') });
  const form = make('form', {
    class: 'comment',
    onSubmit: async event => {
      event.preventDefault();
      try {
        answer.feedback = await putJson(`/v1/answers/${encodeURIComponent(answer.id)}/feedback`, { helpful: false, comment: words.value });
        form.replaceWith(make('p', { class: 'comment-kept', role: 'status', text: t('ratedThanks') }));
      } catch (failure) {
        form.append(failureElement(failure));
      }
    },
  }, words, make('div', { class: 'comment-buttons' },
    make('button', { type: 'button', class: 'text-button', text: t('close'), onClick: () => form.remove() }),
    make('button', { type: 'submit', class: 'button', text: t('commentSend') })));
  return form;
}

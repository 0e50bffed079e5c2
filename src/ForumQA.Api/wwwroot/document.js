// What there is to know of an open document: its facts, a summary, whom and what it mentions, its file.

import { filePath, getBlob, getJson, postJson } from './api.js';
import { icon, make } from './dom.js';
import { failureElement } from './failure.js';
import { choose } from './scope.js';
import { t } from './words.js';

const NAMES = 100;

/** Of those that share a name one is open: the text keeps its room. */
const ABOUT = 'about-document';

/** What browsers' viewers of PDF are asked for: no side pane, the page as wide as the frame. */
const VIEW = '#navpanes=0&view=FitH';

/**
 * The lines under an open document's title.
 * @param place where it is opened
 * @param show marks another place of it
 */
export function aboutElements(source, place, show) {
  const facts = Object.entries(source.metadata);
  const original = /\.pdf$/i.test(source.id) ? originalButton(source, place) : null;

  // Places are marked in the text, which is out of sight while the original is shown.
  const showInText = where => {
    if (original?.getAttribute('aria-pressed') === 'true') {
      original.click();
    }

    show(where);
  };
  return [
    /^https?:\/\//i.test(source.uri) ? make('a', { href: source.uri, target: '_blank', rel: 'noopener noreferrer' }, t('openOriginal'), icon('external')) : make('span', { class: 'source-path', text: source.id }),
    make('div', { class: 'source-actions' },
      original,
      fileButton('download', 'down', source),
      make('a', { class: 'text-button', href: '#/', onClick: () => choose([source]) }, icon('bubble'), t('askThis'))),
    opening('summary', () => summaryElements(source, showInText)),
    opening('mentions', () => mentionElements(source, showInText)),
    facts.length === 0 ? null : make('details', { name: ABOUT }, make('summary', { text: t('about') }),
      make('dl', {}, facts.flatMap(([name, value]) => [make('dt', { text: name.replaceAll('_', ' ') }), make('dd', { text: value })]))),
  ].filter(Boolean);
}

/** The PDF beside its text: the page of the quotation, with the quotation marked; the whole file where none is quoted. Fetched, for a frame sends no key. */
function originalButton(source, place) {
  const frame = make('iframe', { class: 'original-frame', title: t('originalOf', { title: source.title }) });
  const isShown = () => button.getAttribute('aria-pressed') === 'true';
  const set = (shown, text) => {
    button.setAttribute('aria-pressed', String(shown));
    button.lastChild.data = t(shown ? 'showText' : 'showOriginal');
    text.hidden = shown;
  };
  const button = make('button', {
    type: 'button',
    class: 'text-button',
    'aria-pressed': 'false',
    onClick: async () => {
      const text = document.querySelector('.source-text');
      button.parentElement.querySelector('.failure')?.remove();
      set(!isShown(), text);
      if (!isShown()) {
        frame.remove();
        return;
      }

      try {
        frame.src ||= URL.createObjectURL(await getBlob(`${filePath(source.id)}?inline=true${place.page ? `&page=${place.page}&start=${place.start}&end=${place.end}` : ''}`)) + VIEW;
        if (isShown()) {
          text.after(frame);
        }
      } catch (failure) {
        set(false, text);
        button.after(failureElement(failure));
      }
    },
  }, icon('file'), t('showOriginal'));
  return button;
}

/** Fetched and not linked to: a link sends no key. */
function fileButton(name, iconName, source) {
  const button = make('button', {
    type: 'button',
    class: 'text-button',
    onClick: async () => {
      button.parentElement.querySelector('.failure')?.remove();
      try {
        const address = URL.createObjectURL(await getBlob(filePath(source.id)));
        make('a', { href: address, download: source.id.split('/').at(-1) }).click();
        setTimeout(() => URL.revokeObjectURL(address), 60_000);
      } catch (failure) {
        button.after(failureElement(failure));
      }
    },
  }, icon(iconName), t(name));
  return button;
}

/** Something that is fetched when it is first opened. */
function opening(name, fetch) {
  const content = make('div', { class: 'opened' });
  let asked = false;
  return make('details', {
    name: ABOUT,
    onToggle: async event => {
      if (!event.currentTarget.open || asked) {
        return;
      }

      asked = true;
      content.replaceChildren(make('p', { class: 'progress-line', text: t('reading') }));
      content.replaceChildren(...await fetch().catch(failure => {
        asked = false;
        return [failureElement(failure)];
      }));
    },
  }, make('summary', { text: t(name) }), content);
}

async function summaryElements(source, show) {
  const answer = await postJson('/v1/answers', { question: t('summaryQuestion'), kind: 'summary', mode: 'extractive', filter: { documents: [source.id] } });
  const sentences = answer.sentences.map(sentence => ({ sentence, citation: answer.citations.find(one => one.number === sentence.citations[0]) })).filter(({ citation }) => citation);
  return sentences.length === 0 ? [make('p', { text: t('summaryNone') })] : [make('ul', { class: 'summary' }, sentences.map(({ sentence, citation }) =>
    make('li', {}, make('button', { type: 'button', class: 'place', text: sentence.text, onClick: () => show({ ...citation, words: citation.quotation }) }))))];
}

async function mentionElements(source, show) {
  const { names } = await getJson(`/v1/mentions?document=${encodeURIComponent(source.id)}&limit=${NAMES}`);
  return names.length === 0 ? [make('p', { text: t('mentionsNone') })] : [make('ul', { class: 'mentions' }, names.map(name => make('li', {}, make('button', {
    type: 'button',
    class: 'place',
    title: name.details[0] ?? null,
    text: name.name,
    onClick: () => showMention(source, name, show),
  }))))];
}

/** Goes through the places of a name, one with each press. */
async function showMention(source, name, show) {
  name.places ??= (await getJson(`/v1/mentions?document=${encodeURIComponent(source.id)}&kind=${name.kind}&name=${encodeURIComponent(name.name)}`)).mentions;
  name.next = ((name.next ?? -1) + 1) % Math.max(1, name.places.length);
  const place = name.places[name.next];
  if (place) {
    show({ ...place, words: source.text.slice(place.start, place.end) });
  }
}

// The text of a document in blocks, with the quoted words marked.

import { icon, make } from './dom.js';
import { t } from './words.js';

/** Text shown before and after the quotation; the rest of a long document is brought in when asked for. */
const CONTEXT = 40_000;

/** Puts a document's text into an element, marked and scrolled to where `place` says. */
export function showText(container, source, place) {
  const range = locate(source.text, place);
  const children = [];
  if (range.moved) {
    children.push(make('p', { class: 'note' }, icon('warning'), make('span', { text: range.end > range.start ? t('hasChanged') : t('wordsGone', { words: place.words }) })));
  }

  const first = Math.max(0, range.start - CONTEXT);
  const last = Math.min(source.text.length, range.end + CONTEXT);
  const blocks = blocksOf(source).filter(block => block.end > first && block.start < last);
  const all = () => {
    container.replaceChildren(...blocksOf(source).map(block => blockElement(source, block, range)));
    scrollToMark(container);
  };
  const more = () => make('button', { type: 'button', class: 'button', text: t('showWhole'), onClick: all });
  children.push(...(first > 0 ? [more()] : []), ...blocks.map(block => blockElement(source, block, range)), ...(last < source.text.length ? [more()] : []));
  container.replaceChildren(...children);
  scrollToMark(container);
}

/** Where the words stand: where they were, or where they are now when the document has changed; of several places the one nearest to the old. */
function locate(text, place) {
  if (place.start === undefined) {
    return { start: 0, end: 0, moved: false };
  }

  if (text.slice(place.start, place.end) === place.words) {
    return { start: place.start, end: place.end, moved: false };
  }

  let nearest = -1;
  for (let at = text.indexOf(place.words); at >= 0 && place.words; at = text.indexOf(place.words, at + 1)) {
    nearest = nearest < 0 || Math.abs(at - place.start) < Math.abs(nearest - place.start) ? at : nearest;
  }

  return nearest < 0 ? { start: 0, end: 0, moved: true } : { start: nearest, end: nearest + place.words.length, moved: true };
}

/** Cuts the text at blank lines and at its headings. Offsets are UTF-16 code units, as JavaScript counts. */
function blocksOf({ text, headings }) {
  const blocks = [];
  const titles = new Map(headings.map(heading => [heading.start, heading]));
  const addBlock = (start, end) => {
    const words = text.slice(start, end);
    if (words.trim()) {
      blocks.push({ start: start + words.match(/^\n*/)[0].length, end, level: 0 });
    }
  };
  const addText = (start, end) => {
    let from = start;
    for (const blank of text.slice(start, end).matchAll(/\n[ \t]*\n/g)) {
      addBlock(from, start + blank.index);
      from = start + blank.index + blank[0].length;
    }

    addBlock(from, end);
  };
  let at = 0;
  for (const heading of [...titles.values()].sort((one, other) => one.start - other.start)) {
    if (heading.start >= at && heading.end > heading.start) {
      addText(at, heading.start);
      blocks.push({ start: heading.start, end: heading.end, level: heading.level });
      at = heading.end;
    }
  }

  addText(at, text.length);
  return blocks;
}

function blockElement(source, block, range) {
  const start = Math.max(block.start, range.start);
  const end = Math.min(block.end, range.end);
  const inner = start < end
    ? [source.text.slice(block.start, start), make('mark', { text: source.text.slice(start, end) }), source.text.slice(end, block.end)]
    : [source.text.slice(block.start, block.end)];
  const page = source.pages.find(one => one.start >= block.start && one.start < block.end);
  const element = make(block.level ? 'h3' : 'p', { class: block.level ? 'text-heading' : 'text-block' }, ...inner.filter(Boolean));
  return page && source.pages.length > 1 ? make('div', { class: 'text-page' }, make('span', { class: 'label', text: t('pageLabel', { number: String(page.number) }) }), element) : element;
}

function scrollToMark(container) {
  const mark = container.querySelector('mark');
  container.scrollTop = mark ? mark.getBoundingClientRect().top - container.getBoundingClientRect().top + container.scrollTop - container.clientHeight / 4 : 0;
}

// The source panel: a document opened at a quotation, in its context. Beside the answer where there is room, else a sheet over it.

import { documentPath, getJson } from './api.js';
import { byId, icon, make } from './dom.js';
import { failureElement } from './failure.js';

/** Text shown before and after the quotation; the rest of a long document is brought in when asked for. */
const CONTEXT = 40_000;

const wide = matchMedia('(min-width: 68rem)');
let opener = null;
let request = 0;
let moving = false;

/**
 * Opens a document.
 * @param place documentId, documentTitle, heading, page, start, end, words (what stands there) and kind; without `start` the document is opened at its beginning.
 * @param from the element to which the focus returns.
 */
export async function openSource(place, from) {
  const panel = byId('source');
  const current = ++request;
  opener = from;
  document.querySelectorAll('[aria-current="location"]').forEach(element => element.removeAttribute('aria-current'));
  from?.setAttribute('aria-current', 'location');
  const text = make('div', { class: 'source-text', tabindex: '0', role: 'region', 'aria-label': 'Text of the document' }, make('p', { class: 'progress-line', text: 'Opening the document' }));
  const title = make('h2', { id: 'source-title', tabindex: '-1', text: place.documentTitle });
  const about = make('div', { class: 'source-about' });
  panel.replaceChildren(
    make('header', { class: 'source-head' },
      make('div', { class: 'source-kind' }, make('span', { class: 'label', text: place.kind }),
        make('button', { type: 'button', class: 'icon-button', id: 'source-close', 'aria-label': 'Close the source', onClick: closeSource }, icon('close'))),
      title,
      place.heading || place.page ? make('p', { class: 'source-where', text: [place.heading, place.page ? `page ${place.page}` : null].filter(Boolean).join(' · ') }) : null,
      about),
    text);
  show(panel);
  title.focus({ preventScroll: true });

  try {
    const source = await getJson(documentPath(place.documentId));
    if (current === request) {
      about.replaceChildren(...aboutElements(source));
      render(text, source, place);
    }
  } catch (failure) {
    if (current === request) {
      text.replaceChildren(failureElement(failure), ...(place.words ? [make('p', { class: 'label', text: 'What was quoted' }), make('blockquote', { text: place.words })] : []));
    }
  }
}

export function closeSource() {
  const panel = byId('source');
  if (!panel.open) {
    return;
  }

  request++;
  panel.close();
}

/** Wires what belongs to the panel as long as the page lives. */
export function startSource() {
  const panel = byId('source');
  panel.addEventListener('close', () => {
    if (moving) {
      moving = false;
      return;
    }

    document.body.classList.remove('source-open');
    opener?.removeAttribute('aria-current');
    (opener?.isConnected ? opener : byId('question')).focus();
    opener = null;
  });
  panel.addEventListener('click', event => {
    // The backdrop belongs to the dialog itself, everything else to what is in it.
    if (event.target === panel) {
      closeSource();
    }
  });
  wide.addEventListener('change', () => {
    if (panel.open) {
      // Between pane and sheet it has to be closed, which is not the reader's doing: the focus stays.
      const focused = document.activeElement;
      moving = true;
      panel.close();
      show(panel);
      focused?.focus();
    }
  });
}

function show(panel) {
  if (!panel.open) {
    document.body.classList.add('source-open');
    if (wide.matches) {
      panel.show();
    } else {
      panel.showModal();
    }
  }
}

function aboutElements(source) {
  const link = /^https?:\/\//i.test(source.uri)
    ? make('a', { href: source.uri, target: '_blank', rel: 'noopener noreferrer' }, 'Open the original', icon('external'))
    : make('span', { class: 'source-path', text: source.id });
  const facts = Object.entries(source.metadata);
  return [link, facts.length === 0 ? null : make('details', {}, make('summary', { text: 'About this document' }),
    make('dl', {}, facts.flatMap(([name, value]) => [make('dt', { text: name.replaceAll('_', ' ') }), make('dd', { text: value })])))].filter(Boolean);
}

function render(container, source, place) {
  const range = locate(source.text, place);
  const children = [];
  if (range.moved) {
    children.push(make('p', { class: 'note' }, icon('warning'), make('span', {
      text: range.end > range.start
        ? 'The document has changed since. The quotation was found elsewhere in it.'
        : `The document has changed since and no longer has the words “${place.words}”.`,
    })));
  }

  const first = Math.max(0, range.start - CONTEXT);
  const last = Math.min(source.text.length, range.end + CONTEXT);
  const blocks = blocksOf(source).filter(block => block.end > first && block.start < last);
  const all = () => {
    container.replaceChildren(...blocksOf(source).map(block => blockElement(source, block, range)));
    scrollToMark(container);
  };
  const more = () => make('button', { type: 'button', class: 'button', text: 'Show the whole document', onClick: all });
  children.push(...(first > 0 ? [more()] : []), ...blocks.map(block => blockElement(source, block, range)), ...(last < source.text.length ? [more()] : []));
  container.replaceChildren(...children);
  scrollToMark(container);
}

/** Where the words stand: where they were, or where they are now when the document has changed. */
function locate(text, place) {
  if (place.start === undefined) {
    return { start: 0, end: 0, moved: false };
  }

  if (text.slice(place.start, place.end) === place.words) {
    return { start: place.start, end: place.end, moved: false };
  }

  const start = text.indexOf(place.words);
  return start < 0 ? { start: 0, end: 0, moved: true } : { start, end: start + place.words.length, moved: true };
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
  return page && source.pages.length > 1 ? make('div', { class: 'text-page' }, make('span', { class: 'label', text: `Page ${page.number}` }), element) : element;
}

function scrollToMark(container) {
  const mark = container.querySelector('mark');
  container.scrollTop = mark ? mark.getBoundingClientRect().top - container.getBoundingClientRect().top + container.scrollTop - container.clientHeight / 4 : 0;
}

// The source panel: a document opened at a quotation, in its context. Beside the answer where there is room, else a sheet over it.

import { documentPath, getJson } from './api.js';
import { aboutElements } from './document.js';
import { byId, icon, make } from './dom.js';
import { failureElement } from './failure.js';
import { placeOf } from './place.js';
import { showText } from './text.js';
import { t } from './words.js';

const wide = matchMedia('(min-width: 68rem)');
let opener = null;
let request = 0;

export const ofCitation = citation => ({ ...citation, kind: t('citation', { number: String(citation.number) }), words: citation.quotation });

export const ofPassage = passage => ({ ...passage, kind: t('nearestPassage'), words: passage.text });

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
  const text = make('div', { class: 'source-text', tabindex: '0', role: 'region', 'aria-label': t('textOfDocument') }, make('p', { class: 'progress-line', text: t('openingDocument') }));
  const title = make('h2', { id: 'source-title', tabindex: '-1', text: place.documentTitle });
  const about = make('div', { class: 'source-about' });
  panel.replaceChildren(
    make('header', { class: 'source-head' },
      make('div', { class: 'source-kind' }, make('span', { class: 'label', text: place.kind }),
        make('button', { type: 'button', class: 'icon-button', id: 'source-close', 'aria-label': t('closeSource'), onClick: closeSource }, icon('close'))),
      title,
      placeOf(place) ? make('p', { class: 'source-where', text: placeOf(place) }) : null,
      about),
    text);
  show(panel);
  title.focus({ preventScroll: true });

  try {
    const source = await getJson(documentPath(place.documentId));
    if (current === request) {
      about.replaceChildren(...aboutElements(source, place, where => showText(text, source, where)));
      showText(text, source, place);
    }
  } catch (failure) {
    if (current === request) {
      text.replaceChildren(failureElement(failure), ...(place.words ? [make('p', { class: 'label', text: t('quotedWords') }), make('blockquote', { text: place.words })] : []));
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
  closed();
}

/** At once and not when the browser tells of it: by then the reader may be somewhere else, whom the focus must not be taken from. */
function closed() {
  if (document.body.classList.contains('source-open')) {
    document.body.classList.remove('source-open');
    opener?.removeAttribute('aria-current');
    (opener?.isConnected ? opener : byId('question')).focus();
    opener = null;
  }
}

/** Wires what belongs to the panel as long as the page lives. */
export function startSource() {
  const panel = byId('source');
  panel.addEventListener('close', () => {
    // The browser closed it by itself; or it has been opened again since.
    if (!panel.open) {
      closed();
    }
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

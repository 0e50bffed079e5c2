// The quotation behind a number, shown beside it while it is pointed at or has the focus. Escape takes it away, and it can itself be pointed at (WCAG 1.4.13).

import { byId, make } from './dom.js';
import { placeOf, stateOf } from './place.js';

/** Milliseconds: passing over a number shows nothing, leaving it for the preview does not close it. */
const DELAY = 120;
const GAP = 8;

let owner = null;
let timer = 0;

/** Has a button show the quotation of a citation. */
export function describe(button, citation) {
  button.addEventListener('pointerenter', event => event.pointerType !== 'touch' && later(() => show(button, citation)));
  button.addEventListener('pointerleave', () => later(hide));
  button.addEventListener('focus', () => button.matches(':focus-visible') && show(button, citation));
  button.addEventListener('blur', hide);
  button.addEventListener('click', hide);
}

/** Wires what belongs to the preview as long as the page lives. */
export function startPreview() {
  const preview = byId('preview');
  preview.addEventListener('pointerenter', () => clearTimeout(timer));
  preview.addEventListener('pointerleave', () => later(hide));
  byId('scroll').addEventListener('scroll', hide, { passive: true });
  addEventListener('resize', hide);
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && owner) {
      event.preventDefault();
      hide();
    }
  }, { capture: true });
}

export function hide() {
  clearTimeout(timer);
  byId('preview').hidden = true;
  owner?.removeAttribute('aria-describedby');
  owner = null;
}

function later(action) {
  clearTimeout(timer);
  timer = setTimeout(action, DELAY);
}

function show(button, citation) {
  hide();
  if (!button.isConnected) {
    return;
  }

  const preview = byId('preview');
  const state = stateOf(citation);
  preview.replaceChildren(
    make('p', { class: 'preview-title', text: citation.documentTitle }),
    placeOf(citation) ? make('p', { class: 'preview-place', text: placeOf(citation) }) : '',
    make('blockquote', { text: citation.quotation }),
    state ? make('p', { class: 'state', text: state }) : '');
  owner = button;
  button.setAttribute('aria-describedby', 'preview');
  preview.hidden = false;
  place(preview, button.getBoundingClientRect());
}

/** Over the number when there is room, else under it, and always within the window. */
function place(preview, beside) {
  const { width, height } = preview.getBoundingClientRect();
  const left = Math.min(Math.max(GAP, beside.left + beside.width / 2 - width / 2), innerWidth - width - GAP);
  const top = beside.top - height - GAP >= GAP ? beside.top - height - GAP : Math.min(beside.bottom + GAP, innerHeight - height - GAP);
  preview.style.left = `${left}px`;
  preview.style.top = `${top}px`;
}

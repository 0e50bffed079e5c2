// Elements are built here, from names and text: nothing that comes from a server is ever read as HTML.

const SVG = 'http://www.w3.org/2000/svg';

const ICONS = {
  check: 'M4 10.5l4 4 8-9',
  close: 'M5 5l10 10M15 5L5 15',
  copy: 'M7 7V4h9v9h-3M4 7h9v9H4z',
  external: 'M8 5H5v10h10v-3M11 4h5v5M16 4l-7 7',
  file: 'M5 3h6l4 4v10H5zM11 3v4h4',
  half: 'M10 3a7 7 0 1 0 0 14a7 7 0 1 0 0-14M6.5 10h7',
  info: 'M10 3a7 7 0 1 0 0 14a7 7 0 1 0 0-14M10 9v5M10 6v.5',
  menu: 'M3 6h14M3 10h14M3 14h14',
  moon: 'M16 12.5A7 7 0 0 1 7.5 4a6.5 6.5 0 1 0 8.5 8.5z',
  plus: 'M10 4v12M4 10h12',
  quote: 'M4 6h4v5q0 3-3 3M11 6h4v5q0 3-3 3',
  refresh: 'M16 10a6 6 0 1 1-2-4.5M16 3v4h-4',
  stop: 'M6 6h8v8H6z',
  sun: 'M10 6.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7M10 2v1.5M10 16.5V18M2 10h1.5M16.5 10H18M4.5 4.5l1 1M14.5 14.5l1 1M15.5 4.5l-1 1M5.5 14.5l-1 1',
  trash: 'M4 6h12M8 6V4h4v2M6 6l.7 11h6.6L14 6',
  up: 'M10 16V4M5 9l5-5 5 5',
  upload: 'M10 13V4M6 8l4-4 4 4M4 13v3h12v-3',
  warning: 'M10 3l8 14H2zM10 8v4M10 14.5v.5',
};

/** Makes an element. `properties` are attributes, `onEvent` listeners, `class` and `text`; null and false are left out. */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) {
      continue;
    }

    if (name === 'text') {
      element.textContent = value;
    } else if (name.startsWith('on')) {
      element.addEventListener(name.slice(2).toLowerCase(), value);
    } else {
      element.setAttribute(name, value === true ? '' : value);
    }
  }

  element.append(...children.flat().filter(child => child !== null));
  return element;
}

/** An icon; decoration only, what it means is said in words beside it. */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('aria-hidden', 'true');
  svg.classList.add('icon', `icon-${name}`);
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', ICONS[name]);
  svg.append(path);
  return svg;
}

export const byId = id => document.getElementById(id);

/** Text for screen readers alone. */
export const hidden = text => make('span', { class: 'visually-hidden', text });

/** Says something to screen readers, once. */
export function announce(text) {
  const announcer = byId('announcer');
  announcer.textContent = '';
  setTimeout(() => { announcer.textContent = text; }, 60);
}

/** Puts the icons into the elements of the page that name one. */
export function drawIcons() {
  for (const element of document.querySelectorAll('[data-icon]')) {
    element.prepend(icon(element.dataset.icon));
  }
}

export const plural = (count, one, many = `${one}s`) => `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** Asks yes or no; yes is what `action` says. */
export function confirm(title, text, action) {
  const dialog = byId('confirm');
  byId('confirm-title').textContent = title;
  byId('confirm-text').textContent = text;
  byId('confirm-yes').textContent = action;
  return answerOf(dialog);
}

/** Opens a dialog of the page and waits for its answer. */
export function answerOf(dialog) {
  dialog.returnValue = 'no';
  dialog.showModal();
  return new Promise(resolve => dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true }));
}

// Elements are built here, from names and text: nothing that comes from a server is ever read as HTML.

const SVG = 'http://www.w3.org/2000/svg';

const ICONS = {
  bubble: 'M4 4h12v9H9l-4 3v-3H4z',
  chevron: 'M5 8l5 5 5-5',
  dots: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
  down: 'M10 4v9M6 9.5l4 4 4-4M4 16.5h12',
  edit: 'M4 16l1-4 8-8 3 3-8 8zM11.5 5.5l3 3',
  keyboard: 'M2.5 5h15v10h-15zM5.5 8h.01M8.5 8h.01M11.5 8h.01M14.5 8h.01M6 12h8',
  link: 'M8 12l4-4M9 6l2-2a3.2 3.2 0 0 1 5 5l-2 2M11 14l-2 2a3.2 3.2 0 0 1-5-5l2-2',
  search: 'M9 4a5 5 0 1 0 0 10a5 5 0 1 0 0-10M12.7 12.7L17 17',
  settings: 'M3 6h8M15 6h2M3 14h2M9 14h8M13 4a2 2 0 1 0 0 4a2 2 0 1 0 0-4M7 12a2 2 0 1 0 0 4a2 2 0 1 0 0-4',
  thumbDown: 'M3 11h3V3H3zM6 11l3.5 6c1.4 0 2.2-1 1.9-2.3L11 12h4.5a1.5 1.5 0 0 0 1.5-1.8l-1-5.5A2 2 0 0 0 14 3H6',
  thumbUp: 'M3 9h3v8H3zM6 9l3.5-6c1.4 0 2.2 1 1.9 2.3L11 8h4.5a1.5 1.5 0 0 1 1.5 1.8l-1 5.5A2 2 0 0 1 14 17H6',
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

/** Asks yes or no; yes is what `action` says. */
export function confirm(title, text, action) {
  const dialog = byId('confirm');
  byId('confirm-title').textContent = title;
  byId('confirm-text').textContent = text;
  byId('confirm-yes').textContent = action;
  return answerOf(dialog);
}

/** Gives the reader a file to keep. */
export function saveFile(name, text, type) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  make('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Opens a dialog of the page and waits for its answer. */
export function answerOf(dialog) {
  dialog.returnValue = 'no';
  dialog.showModal();
  return new Promise(resolve => dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true }));
}

// Where everything comes together: addresses, the menu, the colours, the keys.

import { listConversations, markCurrent, startConversations } from './conversations.js';
import { byId, drawIcons, icon } from './dom.js';
import { showDocuments } from './documents.js';
import { hide, startPreview } from './preview.js';
import { drawScope } from './scope.js';
import { openSettings, startSettings } from './settings.js';
import { startShortcuts } from './shortcuts.js';
import { closeSource, startSource } from './source.js';
import { againLast, editLast, showConversation, showNew, showShared, startTalk, stop } from './talk.js';
import { t } from './words.js';

const systemDark = matchMedia('(prefers-color-scheme: dark)');
const narrow = matchMedia('(max-width: 52rem)');

/** Shows what the address names: `#/`, `#/c/{conversation}`, `#/s/{shared}` or `#/documents`. */
function route() {
  const [, kind, id] = location.hash.split('/');
  const documents = kind === 'documents';
  byId('documents').hidden = !documents;
  byId('talk').hidden = documents;
  hide();
  closeMenu();
  closeSource();
  if (documents) {
    document.title = `${t('documents')} · ForumQA`;
    showDocuments();
    byId('documents-title').focus();
  } else {
    document.title = 'ForumQA';
    if (kind === 'c' && id) {
      showConversation(decodeURIComponent(id));
    } else if (kind === 's' && id) {
      showShared(decodeURIComponent(id));
    } else {
      showNew();
    }

    if (!narrow.matches) {
      byId('question').focus();
    }
  }

  markCurrent();
}

function openMenu() {
  document.body.classList.add('menu-shown');
  byId('menu-open').setAttribute('aria-expanded', 'true');
  byId('main').inert = true;
  byId('menu-close').focus();
}

function closeMenu() {
  if (document.body.classList.contains('menu-shown')) {
    document.body.classList.remove('menu-shown');
    byId('menu-open').setAttribute('aria-expanded', 'false');
    byId('main').inert = false;
    byId('menu-open').focus();
  }
}

function startMenu() {
  byId('menu-open').addEventListener('click', openMenu);
  byId('menu-close').addEventListener('click', closeMenu);
  byId('frame').addEventListener('click', event => {
    if (!byId('sidebar').contains(event.target) && !byId('menu-open').contains(event.target)) {
      closeMenu();
    }
  });
  narrow.addEventListener('change', closeMenu);
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector('.ask-dialog[open]')) {
      escape();
    }
  });
}

/** One thing at a time: what is open, the answer being written, the field. */
function escape() {
  const open = document.body.classList.contains('menu-shown') || byId('source').open;
  closeMenu();
  closeSource();
  if (!open && !stop() && document.activeElement === byId('question')) {
    byId('question').blur();
  }
}

function startTheme() {
  const button = byId('theme');
  const isDark = () => (document.documentElement.dataset.theme ?? (systemDark.matches ? 'dark' : 'light')) === 'dark';
  const draw = () => {
    button.setAttribute('aria-pressed', String(isDark()));
    button.replaceChildren(icon(isDark() ? 'sun' : 'moon'));
  };
  button.addEventListener('click', () => {
    const theme = isDark() ? 'light' : 'dark';
    document.documentElement.dataset.theme = theme;
    try {
      localStorage.setItem('theme', theme);
    } catch {
      // Then it holds until the page is left.
    }

    draw();
  });
  systemDark.addEventListener('change', draw);
  draw();
}

/** The language is another: everything that is drawn from words is drawn again. */
function redraw() {
  drawScope();
  route();
  listConversations();
}

function emptied() {
  if (location.hash.startsWith('#/c/')) {
    location.hash = '#/';
  }

  listConversations();
}

function go(address) {
  if ((location.hash || '#/') === address) {
    route();
  } else {
    location.hash = address;
  }
}

drawIcons();
startTheme();
startMenu();
startSource();
startPreview();
startConversations();
startTalk(listConversations);
startShortcuts([
  ['n', 'keyNew', () => go('#/')],
  ['/', 'keyFocus', () => byId('question').focus()],
  ['e', 'keyEdit', editLast],
  ['r', 'keyAgainShort', againLast],
  ['s', 'keySource', () => [...document.querySelectorAll('.turn')].at(-1)?.querySelector('.citation, .source-card')?.click()],
  ['f', 'keyFind', () => byId('find').focus()],
  ['d', 'keyDocuments', () => go('#/documents')],
  [',', 'keySettings', () => openSettings(redraw, emptied)],
]);
document.addEventListener('click', event => event.target.closest?.('[data-cancel]')?.closest('dialog').close('no'));
document.querySelector('.skip').addEventListener('click', event => {
  event.preventDefault();
  byId(byId('talk').hidden ? 'documents-title' : 'question').focus();
});
byId('new-question').addEventListener('click', () => {
  // The address may be that of a new question already.
  if (['', '#/'].includes(location.hash)) {
    route();
  }
});
drawScope();
addEventListener('hashchange', route);
await startSettings(redraw, emptied);
route();
listConversations();

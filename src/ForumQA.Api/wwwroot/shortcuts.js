// Keys that do things, and the sheet that names them. Single letters only outside of fields, and only while the reader wants them (WCAG 2.1.4).

import { byId, make } from './dom.js';
import { hasShortcuts } from './settings.js';
import { t } from './words.js';

/** Keys with the names of what they do; the first are those of the whole page. */
let actions = new Map();

const OTHERS = [['Enter', 'keyEnter'], ['Shift + Enter', 'keyShiftEnter'], ['↑ ↓', 'keyUp'], ['Esc', 'keyEscape']];

/** @param keys each `[key, name of its words, what it does]` */
export function startShortcuts(keys) {
  actions = new Map([...keys, ['?', 'keyHelp', openHelp]].map(([key, name, action]) => [key, { name, action }]));
  byId('help-open').addEventListener('click', openHelp);
  document.addEventListener('keydown', event => {
    const found = actions.get(event.key);
    const typing = event.target.closest?.('input:not([type=checkbox]):not([type=radio]), textarea, select');
    if (!found || typing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !hasShortcuts() || document.querySelector('dialog:modal')) {
      return;
    }

    event.preventDefault();
    found.action();
  });
}

function openHelp() {
  const dialog = byId('help');
  const rows = [...[...actions].map(([key, { name }]) => [key, name]), ...OTHERS];
  dialog.replaceChildren(make('form', { method: 'dialog' },
    make('h2', { id: 'help-title', tabindex: '-1', autofocus: true, text: t('help') }),
    make('dl', { class: 'keys' }, rows.map(([key, name]) => make('div', {}, make('dt', {}, make('kbd', { text: key })), make('dd', { text: t(name) })))),
    make('div', { class: 'dialog-buttons' }, make('button', { type: 'submit', class: 'button primary', text: t('close') }))));
  dialog.showModal();
}

// What the reader has chosen: language, who writes, how many passages, whether single keys are shortcuts. Kept in this browser.

import { getJson, remove } from './api.js';
import { announce, byId, confirm, make } from './dom.js';
import { failureElement } from './failure.js';
import { remembered } from './stored.js';
import { LANGUAGE_NAMES, language, t, useLanguage } from './words.js';

const PASSAGES = [5, 10, 40, 80];

const chosen = {
  language: remembered('language', null),
  mode: remembered('mode', 'automatic'),
  model: remembered('model', null),
  passages: remembered('passages', null),
  shortcuts: remembered('shortcuts', true),
};

/** Until the service has told, as it is by default. */
let service = { model: null, models: [], questionLength: 2000, passages: 20, formats: ['.txt', '.md', '.html', '.docx', '.pdf'] };

/** What the service is set to. */
export const about = () => service;

/** What goes along with a question. */
export const asking = () => ({
  mode: service.model && !isWritten() ? 'extractive' : undefined,
  model: isWritten() && isOffered(chosen.model.value) ? chosen.model.value : undefined,
  passages: chosen.passages.value ?? undefined,
});

const isWritten = () => service.model && chosen.mode.value !== 'extractive';

/** Beside the default, which needs no choice. */
const isOffered = model => service.models.indexOf(model) > 0;

export const hasShortcuts = () => chosen.shortcuts.value;

/** Puts the language into the page and asks the service what it is set to. `redraw` is called when the language is another; `emptied` when no conversation is left. */
export async function startSettings(redraw, emptied) {
  useLanguage(chosen.language.value);
  byId('settings-open').addEventListener('click', () => openSettings(redraw, emptied));
  service = await getJson('/v1/about').catch(() => service);
}

export function openSettings(redraw, emptied) {
  const dialog = byId('settings');
  dialog.replaceChildren(make('form', { method: 'dialog' },
    make('h2', { id: 'settings-title', text: t('settings') }),
    field('language', 'setting-language', select('setting-language', Object.entries(LANGUAGE_NAMES), language(), value => {
      chosen.language.value = value;
      useLanguage(value);
      redraw();
      dialog.close();
      openSettings(redraw, emptied);
      byId('setting-language').focus();
    })),
    modeElement(),
    field('passagesSetting', 'setting-passages', select('setting-passages', [
      ['', t('passagesDefault', { count: service.passages })],
      ...PASSAGES.map(count => [String(count), count.toLocaleString(language())]),
    ], String(chosen.passages.value ?? ''), value => { chosen.passages.value = value ? Number(value) : null; })),
    make('label', { class: 'check' }, make('input', {
      type: 'checkbox',
      checked: chosen.shortcuts.value,
      onChange: event => { chosen.shortcuts.value = event.target.checked; },
    }), t('shortcutsOff')),
    make('div', { class: 'dialog-buttons spread' },
      make('button', { type: 'button', class: 'button danger', text: t('deleteAll'), onClick: () => deleteAll(dialog, emptied) }),
      make('button', { type: 'submit', class: 'button primary', text: t('close') }))));
  if (!dialog.open) {
    dialog.showModal();
  }
}

function modeElement() {
  if (!service.model) {
    return make('p', { class: 'setting-note', text: t('modeNone') });
  }

  const options = [...service.models.map(model => ['automatic', model, t('modeModel', { model })]), ['extractive', null, t('modeExtractive')]];
  const now = asking();
  return make('fieldset', {}, make('legend', { text: t('mode') }), options.map(([mode, model, text]) => make('label', { class: 'check' }, make('input', {
    type: 'radio',
    name: 'mode',
    checked: mode === (now.mode ?? 'automatic') && (model === null || model === (now.model ?? service.model)),
    onChange: () => {
      chosen.mode.value = mode;
      chosen.model.value = isOffered(model) ? model : null;
    },
  }), text)));
}

const field = (name, id, control) => make('div', { class: 'setting' }, make('label', { for: id, text: t(name) }), control);

function select(id, options, value, onChosen) {
  return make('select', { id, onChange: event => onChosen(event.target.value) }, options.map(([key, text]) => make('option', { value: key, selected: key === value, text })));
}

async function deleteAll(dialog, emptied) {
  if (!await confirm(t('deleteAllQuestion'), t('deleteAllText'), t('delete'))) {
    return;
  }

  try {
    await remove('/v1/conversations');
    dialog.close();
    announce(t('allDeleted'));
    emptied();
  } catch (failure) {
    dialog.querySelector('form').append(failureElement(failure));
  }
}

// Files on their way into the corpus: chosen or dropped, one request each, with what became of them.

import { upload } from './api.js';
import { announce, byId, icon, make } from './dom.js';
import { failureElement } from './failure.js';
import { about } from './settings.js';
import { t } from './words.js';

/** Other endings of formats that are named already. */
const SAME = ['.htm', '.markdown', '.text'];

let uploads = null;
let onDone = () => { };

/** The field and the list of uploads. `done` is called when there may be other documents. */
export function uploadElements(done) {
  onDone = done;
  const input = make('input', { type: 'file', multiple: true, accept: about().formats.join(','), id: 'files', class: 'visually-hidden', 'aria-label': t('addFiles'), onChange: () => take(input) });
  const drop = make('div', { class: 'drop', id: 'drop' },
    icon('upload'),
    make('label', { for: 'files', class: 'drop-label' }, t('chooseFiles'), make('span', { text: t('dropHere') })),
    make('p', { class: 'drop-hint', text: about().formats.filter(format => !SAME.includes(format)).join('  ') }), input);
  uploads = make('ul', { class: 'upload-list', 'aria-label': t('uploads') });
  acceptDrops(drop);
  return [drop, uploads];
}

function acceptDrops(drop) {
  const view = byId('documents');
  view.ondragover = event => {
    event.preventDefault();
    drop.classList.add('over');
  };
  view.ondragleave = event => {
    if (!view.contains(event.relatedTarget)) {
      drop.classList.remove('over');
    }
  };
  view.ondrop = event => {
    event.preventDefault();
    drop.classList.remove('over');
    add([...event.dataTransfer.files]);
  };
}

function take(input) {
  const files = [...input.files];
  input.value = '';
  add(files);
}

/** One request a file, one after the other: what is wrong with one does not keep out the others. */
async function add(files) {
  const rows = files.map(file => {
    const row = make('li', { class: 'upload' }, make('span', { class: 'upload-name', text: file.name }), make('span', { class: 'upload-state', text: t('waiting') }));
    uploads.append(row);
    return row;
  });
  let done = 0;
  for (const [i, file] of files.entries()) {
    done += await send(file, rows[i], false) ? 1 : 0;
  }

  announce(t('addedCount', { done, count: files.length }));
  await onDone();
}

async function send(file, row, replace) {
  const bar = make('progress', { max: '1', value: '0', 'aria-label': t('sendingFile', { name: file.name }) });
  const state = make('span', { class: 'upload-state', text: t('sending') });
  row.replaceChildren(make('span', { class: 'upload-name', text: file.name }), bar, state);
  try {
    const result = await upload(file, replace, share => {
      bar.value = share;
      if (share >= 1) {
        bar.removeAttribute('value');
        state.textContent = t('reading');
      }
    });
    row.classList.add('done');
    row.replaceChildren(icon('check'), make('span', { class: 'upload-name', text: file.name }),
      make('span', { class: 'upload-state', text: t(result.documents[0]?.replaced ? 'replaced' : 'fileAdded') }));
    return true;
  } catch (failure) {
    const actions = failure.code === 'document-exists'
      ? [make('button', { type: 'button', class: 'button', text: t('replaceIt'), onClick: () => send(file, row, true).then(onDone) })]
      : [];
    row.replaceChildren(make('span', { class: 'upload-name', text: file.name }), failureElement(failure, ...actions));
    return false;
  }
}

// The documents: what there is, what is added, what is taken away, and the index over them.

import { documentPath, getJson, postForEvents, remove, upload } from './api.js';
import { announce, byId, confirm, icon, make, plural } from './dom.js';
import { failureElement } from './failure.js';
import { openSource } from './source.js';

const PAGE = 100;
const FORMATS = '.txt,.md,.markdown,.html,.htm,.docx,.pdf';

let list = null;
let count = null;
let uploads = null;
let more = null;
let status = null;

/** Shows the documents. */
export function showDocuments() {
  const input = make('input', { type: 'file', multiple: true, accept: FORMATS, id: 'files', class: 'visually-hidden', 'aria-label': 'Files to add', onChange: () => take(input) });
  const drop = make('div', { class: 'drop', id: 'drop' },
    icon('upload'),
    make('label', { for: 'files', class: 'drop-label' }, 'Choose files', make('span', { text: ' or drop them here' })),
    make('p', { class: 'drop-hint', text: 'Text, Markdown, HTML, Word or PDF' }), input);
  count = make('p', { class: 'documents-count' });
  list = make('ul', { class: 'document-list' });
  uploads = make('ul', { class: 'upload-list', 'aria-label': 'Uploads' });
  more = make('div', { class: 'more' });
  status = make('div', { class: 'index-status' });
  const index = make('button', { type: 'button', class: 'button', id: 'index', onClick: () => runIndex(index) }, icon('refresh'), 'Update the index');
  byId('documents').replaceChildren(make('div', { class: 'documents-inner' },
    make('header', { class: 'documents-head' }, make('div', {}, make('h1', { id: 'documents-title', tabindex: '-1', text: 'Documents' }), count), index),
    status, drop, uploads, list, more));
  acceptDrops(drop);
  return reload();
}

async function reload() {
  list.replaceChildren();
  await load(null);
}

async function load(after) {
  more.replaceChildren();
  try {
    const page = await getJson(`/v1/documents?limit=${PAGE}${after ? `&after=${encodeURIComponent(after)}` : ''}`);
    count.textContent = page.total === 0 ? 'None yet. Add some, and ask about them at once.' : `${plural(page.total, 'document')} can be asked.`;
    list.append(...page.documents.map(documentElement));
    if (page.next) {
      more.append(make('button', { type: 'button', class: 'button', text: 'Show more', onClick: () => load(page.next) }));
    }
  } catch (failure) {
    if (failure.code === 'index-missing') {
      count.textContent = 'None yet. Add some, and ask about them at once.';
      return;
    }

    more.append(failureElement(failure, make('button', { type: 'button', class: 'button', text: 'Try again', onClick: reload })));
  }
}

function documentElement(document) {
  const open = make('button', {
    type: 'button',
    class: 'document-title',
    text: document.title,
    onClick: event => openSource({ documentId: document.id, documentTitle: document.title, kind: 'Document' }, event.currentTarget),
  });
  const row = make('li', { class: 'document' },
    make('div', { class: 'document-words' }, open,
      make('p', { class: 'document-facts', text: [document.id === document.title ? null : document.id, plural(document.passages, 'passage'), size(document.bytes)].filter(Boolean).join(' · ') })),
    make('button', { type: 'button', class: 'icon-button', 'aria-label': `Delete ${document.title}`, onClick: () => erase(document, row) }, icon('trash')));
  return row;
}

async function erase(document, row) {
  if (!await confirm('Delete this document?', `“${document.title}” (${document.id}) will be deleted from the corpus folder. This cannot be undone.`, 'Delete')) {
    return;
  }

  try {
    await remove(documentPath(document.id));
    byId('documents-title').focus();
    announce(`${document.title} is deleted.`);
    await reload();
  } catch (failure) {
    row.querySelector('.failure')?.remove();
    row.append(failureElement(failure));
  }
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
    const row = make('li', { class: 'upload' });
    uploads.append(row);
    waiting(row, file);
    return row;
  });
  let done = 0;
  for (const [i, file] of files.entries()) {
    done += await send(file, rows[i], false) ? 1 : 0;
  }

  announce(`${done} of ${plural(files.length, 'file')} added.`);
  await reload();
}

function waiting(row, file) {
  row.replaceChildren(make('span', { class: 'upload-name', text: file.name }), make('span', { class: 'upload-state', text: 'Waiting' }));
}

async function send(file, row, replace) {
  const bar = make('progress', { max: '1', value: '0', 'aria-label': `Sending ${file.name}` });
  const state = make('span', { class: 'upload-state', text: 'Sending' });
  row.replaceChildren(make('span', { class: 'upload-name', text: file.name }), bar, state);
  try {
    const result = await upload(file, replace, share => {
      bar.value = share;
      if (share >= 1) {
        bar.removeAttribute('value');
        state.textContent = 'Reading';
      }
    });
    row.classList.add('done');
    row.replaceChildren(icon('check'), make('span', { class: 'upload-name', text: file.name }),
      make('span', { class: 'upload-state', text: result.documents[0]?.replaced ? 'Replaced' : 'Added' }));
    return true;
  } catch (failure) {
    const actions = failure.code === 'document-exists'
      ? [make('button', { type: 'button', class: 'button', text: 'Replace it', onClick: () => send(file, row, true).then(reload) })]
      : [];
    row.replaceChildren(make('span', { class: 'upload-name', text: file.name }), failureElement(failure, ...actions));
    return false;
  }
}

async function runIndex(button) {
  button.disabled = true;
  const bar = make('progress', { 'aria-label': 'Progress of the index' });
  const line = make('span', { class: 'index-line', text: 'Looking for changes' });
  status.replaceChildren(make('div', { class: 'index-progress' }, bar, line));
  try {
    for await (const { name, data } of postForEvents('/v1/index', {}, undefined)) {
      if (name === 'progress') {
        bar.max = data.total;
        bar.value = data.done;
        line.textContent = `${data.done} of ${data.total}: ${data.documentId}`;
      } else if (name === 'completed') {
        status.replaceChildren(...indexedElements(data));
        announce(status.textContent);
      }
    }

    await reload();
  } catch (failure) {
    status.replaceChildren(failureElement(failure));
  } finally {
    button.disabled = false;
  }
}

function indexedElements(result) {
  const changes = [['added', result.added], ['changed', result.updated], ['deleted', result.deleted]]
    .filter(([, ids]) => ids.length).map(([name, ids]) => `${ids.length} ${name}`);
  return [
    make('p', { class: 'note' }, icon('check'), make('span', { text: `The index is up to date: ${changes.join(', ') || 'nothing has changed'}.` })),
    ...result.failures.map(failure => make('p', { class: 'note' }, icon('warning'), make('span', { text: `${failure.documentId}: ${failure.reason}` }))),
  ];
}

function size(bytes) {
  const units = ['bytes', 'KB', 'MB', 'GB'];
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return `${(bytes / 1000 ** power).toLocaleString('en', { maximumFractionDigits: power > 1 ? 1 : 0 })} ${units[power]}`;
}

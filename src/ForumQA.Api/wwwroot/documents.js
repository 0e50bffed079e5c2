// The documents: what there is, found and sorted; which of them are asked; and the index over them.

import { documentPath, getJson, postForEvents, remove } from './api.js';
import { announce, byId, confirm, icon, make } from './dom.js';
import { failureElement } from './failure.js';
import { askAllButton, choose, chosen, isChosen, toggle } from './scope.js';
import { openSource } from './source.js';
import { remembered } from './stored.js';
import { uploadElements } from './uploads.js';
import { language, t } from './words.js';

const FETCHED = 500;
const SHOWN = 100;

const SORTS = {
  id: (one, other) => (one.id < other.id ? -1 : 1),
  title: (one, other) => one.title.localeCompare(other.title, language()),
  modified: (one, other) => other.modifiedAt.localeCompare(one.modifiedAt),
  size: (one, other) => other.bytes - one.bytes,
};

const sort = remembered('sort', 'id');

let documents = [];
let shown = SHOWN;
let parts = {};

/** Shows the documents. */
export function showDocuments() {
  shown = SHOWN;
  parts = {
    count: make('p', { class: 'documents-count' }),
    find: make('input', { type: 'search', id: 'find-document', 'aria-label': t('findDocument'), placeholder: t('findDocument'), autocomplete: 'off', onInput: draw }),
    sort: make('select', { id: 'sort', onChange: event => {
      sort.value = event.target.value;
      draw();
    } }, Object.keys(SORTS).map(name => make('option', { value: name, selected: name === sort.value, text: t(`sort${name[0].toUpperCase()}${name.slice(1)}`) }))),
    list: make('ul', { class: 'document-list' }),
    more: make('div', { class: 'more' }),
    status: make('div', { class: 'index-status' }),
    chosen: make('div', { class: 'chosen', hidden: true }),
  };
  parts.tools = make('div', { class: 'document-tools', hidden: true }, make('div', { class: 'find' }, icon('search'), parts.find),
    make('div', { class: 'sort' }, make('label', { for: 'sort', text: t('sortBy') }), parts.sort));
  const index = make('button', { type: 'button', class: 'button', id: 'index', onClick: () => runIndex(index) }, icon('refresh'), t('updateIndex'));
  byId('documents').replaceChildren(make('div', { class: 'scroll' }, make('div', { class: 'documents-inner' },
    make('header', { class: 'documents-head' }, make('div', {}, make('h1', { id: 'documents-title', tabindex: '-1', text: t('documents') }), parts.count), index),
    parts.status, ...uploadElements(reload), parts.tools, parts.list, parts.more)), parts.chosen);
  return reload();
}

/** All there are: finding and sorting are done here. */
async function reload() {
  const into = parts;
  try {
    const found = [];
    for (let after = ''; after !== null;) {
      const page = await getJson(`/v1/documents?limit=${FETCHED}${after ? `&after=${encodeURIComponent(after)}` : ''}`);
      found.push(...page.documents);
      after = page.next;
    }

    documents = found;
    choose(chosen().filter(({ id }) => documents.some(document => document.id === id)));
    into.count.textContent = documents.length === 0 ? t('noDocumentsHint') : t('canBeAsked', { count: documents.length });
    draw();
  } catch (failure) {
    if (failure.code === 'index-missing') {
      into.count.textContent = t('noDocumentsHint');
      return;
    }

    into.more.replaceChildren(failureElement(failure, make('button', { type: 'button', class: 'button', text: t('tryAgain'), onClick: reload })));
  }
}

function draw() {
  const words = parts.find.value.toLocaleLowerCase(language()).split(/\s+/).filter(Boolean);
  const matching = documents
    .filter(document => words.every(word => `${document.title} ${document.id} ${Object.values(document.metadata).join(' ')}`.toLocaleLowerCase(language()).includes(word)))
    .sort(SORTS[sort.value] ?? SORTS.id);
  parts.tools.hidden = documents.length < 2;
  parts.list.replaceChildren(...(matching.length || !words.length ? matching.slice(0, shown).map(documentElement) : [make('li', { class: 'none', text: t('noMatch') })]));
  parts.more.replaceChildren(...(matching.length > shown ? [make('button', {
    type: 'button',
    class: 'button',
    text: t('showMore'),
    onClick: () => {
      shown += SHOWN;
      draw();
    },
  })] : []));
  drawChosen();
}

/** What was chosen goes with the reader to the question. */
function drawChosen() {
  parts.chosen.hidden = chosen().length === 0;
  parts.chosen.replaceChildren(
    make('a', { class: 'button primary', href: '#/', text: t('askAboutChosen', { count: chosen().length }) }),
    askAllButton(() => {
      draw();
      byId('documents-title').focus();
    }));
}

function documentElement(document) {
  const open = make('button', {
    type: 'button',
    class: 'document-title',
    text: document.title,
    onClick: event => openSource({ documentId: document.id, documentTitle: document.title, kind: t('document') }, event.currentTarget),
  });
  const facts = [
    document.id === document.title ? null : document.id,
    t('passages', { count: document.passages }),
    size(document.bytes),
    new Date(document.modifiedAt).toLocaleDateString(language(), { dateStyle: 'medium' }),
  ];
  const row = make('li', { class: 'document' },
    documents.length < 2 ? null : make('input', {
      type: 'checkbox',
      class: 'choose',
      checked: isChosen(document.id),
      'aria-label': t('chooseDocument', { title: document.title }),
      onChange: event => {
        toggle(document, event.target.checked);
        drawChosen();
      },
    }),
    make('div', { class: 'document-words' }, open, make('p', { class: 'document-facts', text: facts.filter(Boolean).join(' · ') })),
    make('button', { type: 'button', class: 'icon-button', 'aria-label': t('deleteDocument', { title: document.title }), onClick: () => erase(document, row) }, icon('trash')));
  return row;
}

async function erase(document, row) {
  if (!await confirm(t('deleteDocumentQuestion'), t('deleteDocumentText', { title: document.title, id: document.id }), t('delete'))) {
    return;
  }

  try {
    await remove(documentPath(document.id));
    byId('documents-title').focus();
    announce(t('documentDeleted', { title: document.title }));
    await reload();
  } catch (failure) {
    row.querySelector('.failure')?.remove();
    row.append(failureElement(failure));
  }
}

async function runIndex(button) {
  const { status } = parts;
  button.disabled = true;
  const bar = make('progress', { 'aria-label': t('indexProgress') });
  const line = make('span', { class: 'index-line', text: t('lookingForChanges') });
  status.replaceChildren(make('div', { class: 'index-progress' }, bar, line));
  try {
    for await (const { name, data } of postForEvents('/v1/index', {}, undefined)) {
      if (name === 'progress') {
        bar.max = data.total;
        bar.value = data.done;
        line.textContent = `${data.done} / ${data.total}: ${data.documentId}`;
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
  const changes = [['indexAdded', result.added], ['indexUpdated', result.updated], ['indexDeleted', result.deleted]]
    .filter(([, ids]) => ids.length).map(([name, ids]) => t(name, { count: ids.length }));
  return [
    make('p', { class: 'note' }, icon('check'), make('span', { text: t('indexDone', { changes: changes.join(', ') || t('indexNothing') }) })),
    ...result.failures.map(failure => make('p', { class: 'note' }, icon('warning'), make('span', { text: `${failure.documentId}: ${failure.reason}` }))),
  ];
}

function size(bytes) {
  const units = ['bytes', 'KB', 'MB', 'GB'];
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return `${(bytes / 1000 ** power).toLocaleString(language(), { maximumFractionDigits: power > 1 ? 1 : 0 })} ${units[power]}`;
}

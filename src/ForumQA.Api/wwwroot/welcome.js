// What is shown before the first question: what this is, and what could be asked.

import { documentPath, getJson } from './api.js';
import { icon, make } from './dom.js';
import { failureElement } from './failure.js';
import { t } from './words.js';

const EXAMPLES = 4;
const LOOKED_AT = 20;

/** The metadata in which a document carries a question that it answers. */
const EXAMPLE_NAME = 'example_question';

/** `first` at once, and `more` when the service has told what there is. */
export function welcomeElements(ask) {
  return {
    first: make('div', { class: 'welcome' },
      make('h2', { class: 'welcome-title', text: t('welcome') }),
      make('p', { class: 'welcome-text', text: t('welcomeText') })),
    more: async again => {
      try {
        const documents = await getJson(`/v1/documents?limit=${LOOKED_AT}`);
        return documents.total === 0 ? emptyElement() : await examplesElement(documents, ask);
      } catch (failure) {
        return failure.code === 'index-missing' ? emptyElement() : failureElement(failure, make('button', { type: 'button', class: 'button', text: t('tryAgain'), onClick: again }));
      }
    },
  };
}

function emptyElement() {
  return make('div', { class: 'examples' },
    make('p', { text: t('noDocuments') }),
    make('a', { class: 'button primary', href: '#/documents' }, icon('upload'), t('addDocuments')));
}

async function examplesElement({ total, documents }, ask) {
  const questions = await exampleQuestions(documents);
  return make('div', { class: 'examples' },
    make('h3', { class: 'label', text: t('forExample') }),
    make('ul', {}, questions.map(question => make('li', {}, make('button', { type: 'button', class: 'example', text: question, onClick: () => ask(question) })))),
    make('p', { class: 'corpus-size' }, make('a', { href: '#/documents', text: t('canBeAsked', { count: total }) })));
}

/** Those that documents carry, then questions about what documents have headings for. */
async function exampleQuestions(documents) {
  const carried = documents.map(document => document.metadata[EXAMPLE_NAME]).filter(Boolean);
  const without = documents.filter(document => !document.metadata[EXAMPLE_NAME]);
  const sources = await Promise.all(spread(without, Math.max(0, EXAMPLES - carried.length)).map(document => getJson(documentPath(document.id))));
  const about = sources.map(source => {
    const headings = source.headings.filter(heading => heading.level > 1 && heading.title.length < 70);
    return t('exampleAbout', { title: headings[Math.floor(headings.length / 2)]?.title ?? source.title });
  });
  return [...new Set([...carried, ...about])].slice(0, EXAMPLES);
}

/** A few of many, from all over. */
const spread = (items, count) => (items.length <= count ? items : Array.from({ length: count }, (_, i) => items[Math.floor(i * items.length / count)]));

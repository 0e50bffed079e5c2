// The words of the page in the reader's language. What documents and the service say stays as it is.

import en from './words-en.js';
import ja from './words-ja.js';
import zh from './words-zh.js';

const LANGUAGES = { en, zh, ja };

/** The languages of the page, each in its own words. */
export const LANGUAGE_NAMES = { en: 'English', zh: '中文', ja: '日本語' };

let current = 'en';

export const language = () => current;

/** Chooses a language, or the first of the browser's that there is, and puts its words into the page. */
export function useLanguage(chosen) {
  const wanted = [chosen, ...navigator.languages].map(tag => tag?.split('-')[0]);
  current = wanted.find(tag => tag in LANGUAGES) ?? 'en';
  document.documentElement.lang = current;
  for (const element of document.querySelectorAll('[data-words]')) {
    if (element.lastChild?.nodeType === Node.TEXT_NODE) {
      element.lastChild.data = t(element.dataset.words);
    } else {
      element.append(t(element.dataset.words));
    }
  }

  for (const element of document.querySelectorAll('[data-label]')) {
    element.setAttribute('aria-label', t(element.dataset.label));
  }

  for (const element of document.querySelectorAll('[data-placeholder]')) {
    element.placeholder = t(element.dataset.placeholder);
  }
}

/** The words of a name, with values put in for `{value}`; where they depend on a number, that is `count`. */
export function t(name, values = {}) {
  const found = LANGUAGES[current][name] ?? en[name];
  if (found === undefined) {
    throw new Error(`The page has no words for '${name}'.`);
  }

  const text = typeof found === 'string' ? found : found[new Intl.PluralRules(current).select(values.count)] ?? found.other;
  return text.replace(/\{(\w+)\}/g, (_, key) => (typeof values[key] === 'number' ? values[key].toLocaleString(current) : values[key] ?? ''));
}

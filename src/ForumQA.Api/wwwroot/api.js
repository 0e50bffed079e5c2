// The service's API. Failures become a `Failure`, whose message and remedy may be shown.

import { answerOf, byId } from './dom.js';
import { t } from './words.js';

const KEY = 'key';
let asking = null;

export class Failure extends Error {
  constructor(problem) {
    super(problem.detail || problem.title || t('requestFailed'));
    this.title = problem.title || t('somethingWrong');
    this.code = problem.code || '';
    this.status = problem.status || 0;
    this.requestId = problem.requestId || '';
  }
}

const unreachable = () => new Failure({
  title: t('unreachable'), code: 'unreachable', detail: t('unreachableText'),
});

/** The path of a document: its id has slashes, which stay. */
export const documentPath = id => `/v1/documents/${pathOf(id)}`;

/** The path of a document's file. */
export const filePath = id => `/v1/files/${pathOf(id)}`;

const pathOf = id => id.split('/').map(encodeURIComponent).join('/');

/** Reads JSON; null when there is none. */
export async function getJson(path, options = {}) {
  const response = await send(path, options);
  return response.status === 204 ? null : response.json();
}

export const postJson = (path, body, options = {}) => getJson(path, { ...options, ...json(body) });

export const putJson = (path, body) => getJson(path, { ...json(body), method: 'PUT' });

export const patchJson = (path, body) => getJson(path, { ...json(body), method: 'PATCH' });

/** Reads a file as it is. */
export const getBlob = async path => (await send(path, {}, '*/*')).blob();

export const remove = path => getJson(path, { method: 'DELETE' });

/** Posts and gives each event of the stream as `{ name, data }`; an `error` event is thrown. */
export async function* postForEvents(path, body, signal) {
  const response = await send(path, { ...json(body), signal }, 'text/event-stream');
  for await (const event of readEvents(response.body)) {
    if (event.name === 'error') {
      throw new Failure(event.data);
    }

    yield event;
  }
}

/** Uploads one file, telling how much of it is sent, from 0 to 1. fetch() does not tell that. */
export async function upload(file, replace, onProgress) {
  for (;;) {
    const key = currentKey();
    const { status, body } = await sendFile(file, replace, onProgress);
    if (status === 401 && await askForKey(key)) {
      continue;
    }

    if (status === 0) {
      throw unreachable();
    }

    if (status >= 400) {
      throw new Failure(parse(body) || { status });
    }

    return parse(body);
  }
}

function sendFile(file, replace, onProgress) {
  return new Promise(resolve => {
    const request = new XMLHttpRequest();
    request.open('POST', `/v1/documents${replace ? '?replace=true' : ''}`);
    for (const [name, value] of Object.entries(authorization())) {
      request.setRequestHeader(name, value);
    }

    request.upload.addEventListener('progress', event => onProgress(event.total ? event.loaded / event.total : 0));
    request.addEventListener('loadend', () => resolve({ status: request.status, body: request.responseText }));
    const form = new FormData();
    form.append('files', file, file.name);
    request.send(form);
  });
}

async function send(path, options, accept = 'application/json') {
  for (;;) {
    const key = currentKey();
    const response = await fetch(path, { ...options, headers: { Accept: accept, ...options.headers, ...authorization() } }).catch(error => {
      throw error.name === 'AbortError' ? error : unreachable();
    });
    if (response.ok) {
      return response;
    }

    if (response.status === 401 && await askForKey(key)) {
      continue;
    }

    throw new Failure(parse(await response.text()) || { status: response.status, title: response.statusText });
  }
}

async function* readEvents(stream) {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let unread = '';
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(error => {
        throw error.name === 'AbortError' ? error : unreachable();
      });
      if (done) {
        return;
      }

      unread += value.replaceAll('\r', '');
      for (let end = unread.indexOf('\n\n'); end >= 0; end = unread.indexOf('\n\n')) {
        const event = readEvent(unread.slice(0, end));
        unread = unread.slice(end + 2);
        if (event) {
          yield event;
        }
      }
    }
  } finally {
    reader.cancel().catch(() => { });
  }
}

function readEvent(text) {
  let name = 'message';
  const data = [];
  for (const line of text.split('\n')) {
    if (line.startsWith('event:')) {
      name = line.slice(6).trim();
    } else if (line.startsWith('data:')) {
      data.push(line.slice(5));
    }
  }

  return data.length ? { name, data: JSON.parse(data.join('\n')) } : null;
}

const json = body => ({ method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

const currentKey = () => sessionStorage.getItem(KEY);

function authorization() {
  const key = currentKey();
  return key ? { Authorization: `Bearer ${key}` } : {};
}

/** Asks for a key in place of the one refused; requests that fail together ask once. */
async function askForKey(refused) {
  if (currentKey() !== refused) {
    return true;
  }

  asking ??= (async () => {
    const again = refused !== null;
    byId('key-text').textContent = t(again ? 'keyAgain' : 'keyFirst');
    const input = byId('key-value');
    input.value = '';
    const given = await answerOf(byId('key')) && input.value.trim();
    if (given) {
      sessionStorage.setItem(KEY, given);
    }

    return Boolean(given);
  })().finally(() => { asking = null; });
  return asking;
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

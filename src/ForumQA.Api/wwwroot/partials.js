// Answers that were stopped or lost: what came of them is shown as long as the tab is open, for the service keeps whole answers only.

import { AnswerView } from './answer.js';
import { remembered } from './stored.js';

const MOST = 20;

const kept = remembered('partials', [], false);

export function keepPartial(conversationId, view, reason) {
  if (conversationId && view.events.length > 0) {
    kept.value = [...kept.value, { conversationId, question: view.question, events: view.events, reason, key: crypto.randomUUID() }].slice(-MOST);
    view.partialKey = kept.value.at(-1).key;
  }
}

export function forgetPartial(view) {
  kept.value = kept.value.filter(partial => partial.key !== view.partialKey);
}

/** The views of a conversation's partial answers; `end` is given each with its reason. */
export function partialViews(conversationId, turns, end) {
  return kept.value.filter(partial => partial.conversationId === conversationId).map(partial => {
    const view = new AnswerView(partial.question, turns);
    partial.events.forEach(event => view.take(event));
    view.partialKey = partial.key;
    end(view, partial.reason);
    return view;
  });
}

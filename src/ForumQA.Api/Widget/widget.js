// Puts a question box with cited answers where its script tag stands. See docs/widget.md.
// Whatever comes from the service is shown as text, never as HTML.
(() => {
  const script = document.currentScript;
  if (!script) return;
  const service = new URL(script.src).origin;
  const say = (name, text) => script.dataset[name] ?? text;

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { display: block; color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; color: CanvasText; background: Canvas; border: 1px solid GrayText; border-radius: .5rem; padding: 1rem; max-width: 44rem; box-sizing: border-box; }
    form { display: flex; flex-wrap: wrap; gap: .5rem; }
    label { flex-basis: 100%; font-weight: 600; }
    input, button { font: inherit; padding: .5rem .75rem; border-radius: .375rem; border: 1px solid GrayText; }
    input { flex: 1 1 12rem; min-width: 0; background: Field; color: FieldText; }
    button { cursor: pointer; background: ButtonFace; color: ButtonText; }
    button:disabled { cursor: wait; }
    :focus-visible { outline: 3px solid Highlight; outline-offset: 1px; }
    .answer:empty { display: none; }
    .answer { margin-top: 1rem; overflow-wrap: anywhere; }
    .answer p { margin: .5rem 0; white-space: pre-line; }
    .mark { padding: 0 .3rem; font-size: .85em; margin-left: .2rem; }
    ol { padding-left: 0; list-style: none; font-size: .9em; }
    li { border-left: 3px solid GrayText; padding-left: .75rem; margin: .75rem 0; }
    li:target, li.shown { border-left-color: Highlight; }
    blockquote { margin: .25rem 0 0; }
  `);

  const element = (name, text, attributes = {}) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };

  const host = element('div', '', { class: 'forumqa-widget' });
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet];
  const form = element('form');
  const input = element('input', '', { id: 'question', autocomplete: 'off', required: '', maxlength: '2000', placeholder: say('placeholder', '') });
  const send = element('button', say('ask', 'Ask'), { type: 'submit' });
  const answer = element('div', '', { class: 'answer', role: 'status', 'aria-live': 'polite' });
  form.append(element('label', say('title', 'Ask our documents'), { for: 'question' }), input, send);
  root.append(form, answer);
  script.after(host);

  const source = citation => {
    const item = element('li', '', { id: `source-${citation.number}`, tabindex: '-1' });
    const place = [citation.documentTitle, citation.heading, citation.page && `p. ${citation.page}`].filter(Boolean).join(' › ');
    const line = `[${citation.number}] ${place}`;
    item.append(/^https?:\/\//i.test(citation.documentUri) ? element('a', line, { href: citation.documentUri, rel: 'noopener', target: '_blank' }) : element('span', line));
    item.append(element('blockquote', `“${citation.quotation}”`));
    return item;
  };

  const mark = number => {
    const button = element('button', `[${number}]`, { type: 'button', class: 'mark', 'aria-label': `Source ${number}` });
    button.addEventListener('click', () => {
      for (const item of answer.querySelectorAll('li')) item.classList.toggle('shown', item.id === `source-${number}`);
      answer.querySelector(`#source-${number}`)?.focus();
    });
    return button;
  };

  const show = given => {
    answer.replaceChildren();
    if (given.lead) answer.append(element('p', given.lead));
    let group = null;
    for (const sentence of given.sentences) {
      if (sentence.group !== group) {
        group = sentence.group;
        if (group) answer.append(element('p')).append(element('strong', group));
      }
      const line = element('p', sentence.text);
      line.append(...sentence.citations.map(mark));
      answer.append(line);
    }
    if (given.abstention) answer.append(element('p', given.status === 'notFound' ? `${say('nothing', 'Not in these documents.')} ${given.abstention.reason}` : given.abstention.reason));
    if (given.citations.length) {
      const list = element('ol', '', { 'aria-label': say('sources', 'Sources') });
      list.append(...given.citations.map(source));
      answer.append(list);
    }
  };

  form.addEventListener('submit', async event => {
    event.preventDefault();
    const question = input.value.trim();
    if (!question) return;
    send.disabled = true;
    answer.textContent = say('waiting', 'Looking through the documents…');
    try {
      const response = await fetch(`${service}/v1/answers`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...(script.dataset.key ? { Authorization: `Bearer ${script.dataset.key}` } : {}) },
        body: JSON.stringify({ question }),
      });
      const body = await response.json();
      if (response.ok) show(body);
      else answer.textContent = body.detail ?? `The service answered with status ${response.status}.`;
    } catch {
      // The browser tells nothing of why: the service is away, or this site is not one of those it answers to.
      answer.textContent = say('failure', 'The answer could not be fetched. Whoever runs this site can see why in the browser’s console.');
    } finally {
      send.disabled = false;
    }
  });
})();

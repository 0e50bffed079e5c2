// Answers as Markdown, each sentence with its numbers and each number with its quotation and its place.

import { placeOf } from './place.js';
import { t } from './words.js';

/** What Markdown would take for its own is escaped. */
const plain = text => text.replace(/([\\`*_[\]<>#|])/g, '\\$1');

const oneLine = text => text.replace(/\s+/g, ' ').trim();

/** An answer without its question. */
export function answerMarkdown(answer) {
  return [
    answer.lead ? answer.lead.split('\n').map(line => (line.startsWith('- ') ? `- ${plain(line.slice(2))}` : plain(line))).join('\n') : null,
    ...answer.notes.map(note => `*${plain(note.message)}*`),
    answer.status === 'notFound' ? `**${t('notFound')}.** ${plain(answer.abstention.reason)}` : null,
    sentences(answer),
    answer.status === 'partial' && answer.abstention ? `> ${plain(answer.abstention.reason)}` : null,
    answer.citations.length ? [`**${t('sources')}**`, '', ...answer.citations.map(citationLine)].join('\n') : null,
  ].filter(Boolean).join('\n\n');
}

/** One question with its answer. */
export const turnMarkdown = (answer, level = '##') => `${level} ${plain(oneLine(answer.question))}\n\n${answerMarkdown(answer)}\n`;

/** A whole conversation. */
export const conversationMarkdown = conversation =>
  [`# ${plain(oneLine(conversation.title || t('conversation')))}\n`, ...conversation.answers.map(answer => turnMarkdown(answer))].join('\n');

/** A file name that every system takes. */
export const fileName = title => `${oneLine(title).replace(/[\\/:*?"<>|.]+/g, ' ').trim().slice(0, 60).trim().replace(/\s+/g, '-').toLowerCase() || 'forumqa'}.md`;

function sentences(answer) {
  const lines = [];
  let group = null;
  for (const sentence of answer.sentences) {
    if (sentence.group !== group && sentence.group) {
      lines.push(`\n**${plain(sentence.group)}**\n`);
    }

    group = sentence.group;
    const words = `${plain(oneLine(sentence.text))}${sentence.citations.map(number => ` [${number}]`).join('')}`;
    const doubt = sentence.support === 'supported' ? '' : ` *(${t(sentence.support === 'partial' ? 'partly' : 'notInSource')})*`;
    lines.push(group ? `- ${words}${doubt}` : `${words}${doubt}\n`);
  }

  return lines.join('\n').trim();
}

function citationLine(citation) {
  const place = [citation.documentTitle, placeOf(citation)].filter(Boolean).join(' › ');
  const where = /^https?:\/\//i.test(citation.documentUri) ? `<${citation.documentUri}>` : `\`${citation.documentId}\``;
  return `- [${citation.number}] ${plain(place)}, ${where}: “${plain(oneLine(citation.quotation))}”`;
}

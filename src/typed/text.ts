/**
 * WHAT PEOPLE TYPE, as they and their clients write it: read, where it can be, and never taken for more than it is. A reader
 * for each kind. This one: a line of text, freed of what Teams and keyboards wrap round it.
 */

/** No command is longer. What comes after is not looked at, so that nobody can make it take long. */
const longest = 2_000;
const mostMentions = 20;

const entities: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#160;': ' ',
};

/** Marks that nobody sees: joiners, direction, soft hyphens, byte order, and our own. */
const unseen = /[\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ue000\ue001]/g;

/** One line: well-formed, without mentions, quoted replies, formatting and marks that nobody sees. */
export const lineTyped = (text: string, mentions: readonly string[] = []): string => {
  const start = text.slice(0, longest).toWellFormed();
  const known = mentions.slice(0, mostMentions).filter((mention) => mention !== '');
  return known
    .reduce((rest, mention) => rest.replaceAll(mention, ' '), start)
    .replace(/<at\b[^<>]*>[^<>]*<\/at>/gi, ' ')
    .replace(/<\/?(?:p|div|br|span|b|strong|i|em|u|s|quoted|attachment)\b[^<>]*>/gi, ' ')
    .replace(/&(?:nbsp|amp|lt|gt|quot|#39|#160);/g, (entity) => entities[entity] ?? ' ')
    .replace(unseen, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
};

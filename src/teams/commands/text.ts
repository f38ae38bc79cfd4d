/** What somebody typed, freed of what Teams wraps round it, and read as one of the bot's commands. */

export type TypedCommand =
  | { readonly name: 'convene' }
  | { readonly name: 'help'; readonly unknown: string | null }
  | { readonly name: 'list' }
  | { readonly name: 'show' | 'cancel'; readonly reference: string };

const entities: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#160;': ' ',
};

/** The mentions to take out, as the activity's entities give them (`<at>Strategy bot</at>`): never guessed from the text. */
export const normalise = (text: string, mentions: readonly string[]): string => {
  const without = mentions.reduce((rest, mention) => (mention === '' ? rest : rest.replaceAll(mention, ' ')), text);
  return without
    .replace(/<\/?(?:p|div|br|span)\b[^>]*>/gi, ' ')
    .replace(/&(?:nbsp|amp|lt|gt|quot|#39|#160);/g, (entity) => entities[entity] ?? ' ')
    .replace(/[\s\u00a0\u200b]+/g, ' ')
    .trim();
};

/** Reads a command; the leading slash is optional. Null when the text is not addressed to `strategy` at all. */
export const readCommand = (text: string): TypedCommand | null => {
  const [first = '', second = '', third = ''] = text.split(' ');
  if (first.toLowerCase().replace(/^\//, '') !== 'strategy') return null;
  const word = second.toLowerCase();
  const reference = third.toUpperCase();
  switch (word) {
    case '':
      return { name: 'convene' };
    case 'help':
      return { name: 'help', unknown: null };
    case 'list':
      return { name: 'list' };
    case 'show':
    case 'cancel':
      return reference === '' ? { name: 'help', unknown: `${word} without a reference` } : { name: word, reference };
    default:
      return { name: 'help', unknown: second };
  }
};

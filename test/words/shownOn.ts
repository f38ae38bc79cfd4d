/** What a card says: its own words, without what somebody has typed and without what clients send back. */
type Json = Readonly<Record<string, unknown>>;

const said = ['text', 'title', 'label', 'placeholder', 'errorMessage'];
const unseen = ['data', 'refresh', 'fallback'];
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null;

const textsIn = (value: unknown, within = ''): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap((each) => textsIn(each, within));
  if (!isJson(value)) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    if (unseen.includes(key)) return [];
    if (typeof part !== 'string') return textsIn(part, key);
    return said.includes(key) || (key === 'value' && within === 'facts') ? [part] : [];
  });
};

/** A line for each text, without the marks that keep Markdown from being read as such. */
export const shownOn = (card: object): string =>
  textsIn(card)
    .join('\n')
    .replace(/\\(\W)/g, '$1')
    .replaceAll('\u200b', '');

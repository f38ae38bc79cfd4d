/** The seats of the discussion's card, as people read them: a mark, which seat, who, and how it stands. */
import type { CardJson } from './council.ts';

const isCard = (value: unknown): value is CardJson => typeof value === 'object' && value !== null;
const partsOf = (card: CardJson, key: string): readonly CardJson[] => {
  const parts = card[key];
  return Array.isArray(parts) ? parts.filter(isCard) : [];
};

const rowsOf = (card: CardJson): readonly (readonly string[])[] => {
  const inside = [...partsOf(card, 'body'), ...partsOf(card, 'items')].flatMap(rowsOf);
  if (card['type'] !== 'ColumnSet') return inside;
  const texts = partsOf(card, 'columns').flatMap((column) => partsOf(column, 'items').map(({ text }) => String(text)));
  return [texts.map((text) => text.replaceAll('\\', ''))];
};

/** The seats that are filled. */
export const seatsFilled = (card: CardJson): readonly string[] =>
  rowsOf(card).flatMap(([mark, words = '']) => (mark === '✔' ? [words] : []));

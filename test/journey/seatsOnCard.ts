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

/** One line a seat: `✔ Police officer: DI Tom Reyes (Present)`. */
export const seatsOn = (card: CardJson): readonly string[] =>
  rowsOf(card).flatMap(([mark, words, who, state]) =>
    state === undefined ? [] : [`${mark} ${words}: ${who} (${state})`],
  );

/** The seats that are filled; null on a card that shows none, such as a form. */
export const seatsFilled = (card: CardJson): readonly string[] | null => {
  const rows = rowsOf(card).filter(({ length }) => length === 4);
  return rows.length === 0 ? null : rows.flatMap(([mark, words = '']) => (mark === '✔' ? [words] : []));
};

/**
 * A document to print, file or send: what stands in it, in order, and nothing about how it looks. `word.ts` and `pdf.ts`
 * set the same paper in the same layout, so neither can say more or less than the other.
 */

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly words: string }
  | { readonly kind: 'paragraph'; readonly words: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | Table;

/** Something and what is said of it. */
export interface Fact {
  readonly term: string;
  readonly words: string;
}

/** Each row has a cell for each column. */
export interface Table {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface Paper {
  readonly title: string;
  /** On every page, with its number. */
  readonly reference: string;
  /** How it has to be looked after, on every page. */
  readonly marking: string;
  /** Whose document it is. */
  readonly authority: string;
  /** BCP 47, for whoever has it read aloud. */
  readonly language: string;
  /** `Page` and `of`, in that language: “Page 1 of 2”. */
  readonly page: readonly [string, string];
  readonly blocks: readonly Block[];
}

export const heading = (words: string, level: 2 | 3 = 2): Block => ({ kind: 'heading', level, words });
export const paragraph = (words: string): Block => ({ kind: 'paragraph', words });
export const list = (items: readonly string[]): readonly Block[] =>
  items.length === 0 ? [] : [{ kind: 'list', items }];

/** Those of which something is said. */
export const facts = (all: readonly Fact[]): readonly Block[] => {
  const said = all.filter(({ words }) => words.trim() !== '');
  return said.length === 0 ? [] : [{ kind: 'facts', facts: said }];
};

export const table = (caption: string, columns: readonly string[], rows: Table['rows']): readonly Block[] =>
  rows.length === 0 ? [] : [{ kind: 'table', caption, columns, rows }];

/** A section with its heading; nothing where there is nothing in it. */
export const section = (words: string, blocks: readonly Block[], level: 2 | 3 = 2): readonly Block[] =>
  blocks.length === 0 ? [] : [heading(words, level), ...blocks];

/** What people write cannot be split: where something in it is not for the reader, all of it is left out, and that it was is said. */
import type { Block, Fact } from '../paper/paper.ts';

/** `words` stands in the place of everything that `isNotFor` the reader. */
export const leaveOut = (
  blocks: readonly Block[],
  isNotFor: (text: string) => boolean,
  words: string,
): readonly Block[] => {
  const kept = (text: string): string => (isNotFor(text) ? words : text);
  const fact = ({ term, words: said }: Fact): Fact => ({ term: kept(term), words: kept(said) });
  return blocks.map((block): Block => {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        return { ...block, words: kept(block.words) };
      case 'list':
        return { ...block, items: block.items.map(kept) };
      case 'facts':
        return { ...block, facts: block.facts.map(fact) };
      case 'table':
        return { ...block, rows: block.rows.map((row) => row.map(kept)) };
    }
  });
};

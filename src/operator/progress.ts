/** One line on a terminal that says how far a long piece of work has come. */
import type { StoreEdges } from './stores.ts';

const width = 30;

/** Draws over itself on a terminal; elsewhere, where every drawing would be another line, it says nothing. */
export const progressBar =
  ({ io, isTerminal }: Pick<StoreEdges, 'io' | 'isTerminal'>, what: string) =>
  (done: number, total: number): void => {
    if (!isTerminal) return;
    const filled = total === 0 ? width : Math.round((done / total) * width);
    const bar = '█'.repeat(filled) + '░'.repeat(width - filled);
    io.err(`\r${bar} ${done} of ${total} ${what}${done === total ? '\n' : ''}`);
  };

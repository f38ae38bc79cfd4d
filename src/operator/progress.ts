/** One line on a terminal that says how far a long piece of work has come. */
import type { StoreEdges } from './stores.ts';

const width = 30;

/**
 * Draws over itself on a terminal; elsewhere, where every drawing would be another line, it says nothing. `end` leaves the
 * line as it is, so that what is said next stands on its own.
 */
export const progressBar = ({ io, isTerminal }: Pick<StoreEdges, 'io' | 'isTerminal'>, what: string) => {
  let drawn = false;
  return {
    show: (done: number, total: number): void => {
      if (!isTerminal) return;
      drawn = true;
      const filled = total === 0 ? width : Math.round((done / total) * width);
      io.err(`\r${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${done} of ${total} ${what}`);
    },
    end: (): void => {
      if (drawn) io.err('\n');
    },
  };
};

/** Goes over all records, a few at a time and again and again: is each still as it was written? */
import type { Archive } from '../store/archive.ts';
import { StoredFault } from '../store/storedFault.ts';

/** In each round, which is a minute: a hundred thousand discussions in two weeks, for a few milliseconds a minute. */
const perRound = 5;

/** One round. `altered` hears of a record that is not as it was written; it rejects where nothing can be read. */
export const createSweep = (
  archive: Pick<Archive, 'discussions' | 'held'>,
  altered: (reference: string) => void,
): (() => Promise<void>) => {
  let after: string | null = null;
  return async () => {
    const references = await archive.discussions(after, perRound);
    for (const reference of references) {
      try {
        await archive.held(reference);
      } catch (error) {
        if (!(error instanceof StoredFault)) throw error;
        altered(reference);
      }
    }
    after = references.at(-1) ?? null;
  };
};

/** What nobody waits for is written a moment later, together with all that comes within that moment. */

const momentMs = 100;

export interface Moment {
  /** Writes what there is by then. */
  later(): void;
  /** Writes what there is by now. Resolves when that, and what was written before it, is written. */
  now(): Promise<void>;
}

/** `write` takes all there is, and does not reject. */
export const createMoment = (write: () => Promise<unknown>): Moment => {
  let writing: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | null = null;
  const now = (): Promise<void> => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    // One after the other: where a store is slow, what is written of something must not overtake what was before. With no
    // result: that of each would hold the one before it, for as long as this runs.
    writing = writing.then(write).then(() => undefined);
    return writing;
  };
  return {
    now,
    later: () => {
      timer ??= setTimeout(() => void now(), momentMs);
    },
  };
};

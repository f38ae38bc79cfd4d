/**
 * That somebody looked is a line of the log at once, and of the audit trail a moment later, with the looks of others: what
 * they look at does not wait for a disk. A process that is killed has not written the last moment’s.
 */
import { briefly } from '../store/briefly.ts';
import type { RecordedRead } from '../store/rows.ts';
import type { Stores } from '../store/store.ts';
import type { Log } from './log.ts';

const momentMs = 100;

export const withLooks = (opened: Stores, log: Log, fault: (error: unknown) => string): Stores => {
  const { store } = opened;
  let looks: readonly RecordedRead[] = [];
  let writing: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | null = null;

  /** All there are by now, and those before them. */
  const written = (): Promise<void> => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const all = looks;
    looks = [];
    // With no result: that of each would hold the one before it, for as long as this runs.
    writing = Promise.all([writing, ...all.map((look) => store.recordRead(look).catch(fault))]).then(() => undefined);
    return writing;
  };

  return {
    ...opened,
    store: {
      ...store,
      recordRead: (look) => {
        const { reference, personId: by, deed } = look;
        log({ what: 'looked', reference, by, deed });
        looks = [...looks, look];
        timer ??= setTimeout(() => void written(), momentMs);
        return Promise.resolve();
      },
      // While another program holds the file, whoever asks who looked sees what is written.
      reads: async (reference) => {
        await briefly(written(), fault);
        return store.reads(reference);
      },
    },
    close: async () => {
      await written();
      await opened.close();
    },
  };
};

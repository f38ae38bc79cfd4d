/**
 * That somebody looked is a line of the log at once, and of the audit trail a moment later, with the looks of others: what
 * they look at does not wait for a disk. A process that is killed has not written the last moment’s.
 */
import { briefly } from '../store/briefly.ts';
import type { RecordedRead } from '../store/rows.ts';
import type { Stores } from '../store/store.ts';
import type { Log } from './log.ts';
import { createMoment } from './moment.ts';

export const withLooks = (opened: Stores, log: Log, fault: (error: unknown) => string): Stores => {
  const { store } = opened;
  let looks: readonly RecordedRead[] = [];
  const moment = createMoment(() => {
    const all = looks;
    looks = [];
    return Promise.all(all.map((look) => store.recordRead(look).catch(fault)));
  });

  return {
    ...opened,
    store: {
      ...store,
      recordRead: (look) => {
        const { reference, personId: by, deed } = look;
        log({ what: 'looked', reference, by, deed });
        looks = [...looks, look];
        moment.later();
        return Promise.resolve();
      },
      // While another program holds the file, whoever asks who looked sees what is written.
      reads: async (reference) => {
        await briefly(moment.now(), fault);
        return store.reads(reference);
      },
    },
    close: async () => {
      await moment.now();
      await opened.close();
    },
  };
};

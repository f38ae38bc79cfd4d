/** Dispatchers on one SQLite file in simulated time, and a note of what each of them delivered. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Deliver } from '../../src/outbox/deliver.ts';
import { leaseMs, type DispatcherEdges } from '../../src/outbox/delivering.ts';
import { createDispatcher, type Dispatcher } from '../../src/outbox/dispatcher.ts';
import type { NoticeLog } from '../../src/outbox/log.ts';
import { millis } from '../../src/practice/time/instant.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import type { Settlement, Store, Stores } from '../../src/store/store.ts';
import { aNotice, oweNotices, start } from '../store/contract/commits.ts';
import { simulateTime } from './simulatedTime.ts';

export const second = 1_000;

interface Delivered {
  readonly id: string;
  readonly by: string;
  /** Seconds since the start of the test. */
  readonly at: number;
}

export const dispatchTrial = () => {
  const folder = mkdtempSync(join(tmpdir(), 'strategy-dispatch-'));
  const time = simulateTime(start);
  const opened: Stores[] = [];
  const running: Dispatcher[] = [];
  const delivered: Delivered[] = [];
  const logged: Parameters<NoticeLog>[0][] = [];

  const open = (): Store => {
    const stores = openSqlite(join(folder, 'discussions.db'));
    opened.push(stores);
    return stores.store;
  };

  const sent = (): Settlement => ({ status: 'sent', at: time.clock(), route: 'teams', receipt: 'm1', attempts: [] });

  /** A dispatcher on an instance of its own that delivers everything at once, unless told otherwise. */
  const dispatcher = (name: string, edges: Partial<DispatcherEdges> = {}): Dispatcher & { readonly store: Store } => {
    const store = open();
    const deliver: Deliver = edges.deliver ?? (() => Promise.resolve(sent()));
    const made = createDispatcher({
      store,
      clock: time.clock,
      sleep: time.sleep,
      holder: name,
      random: () => 0.5,
      log: (entry) => logged.push(entry),
      ...edges,
      deliver: async (claimed) => {
        const settlement = await deliver(claimed);
        delivered.push({ id: claimed.notice.id, by: name, at: (millis(time.clock()) - millis(start)) / second });
        return settlement;
      },
    });
    running.push(made);
    return { ...made, store };
  };

  return {
    time,
    delivered,
    logged,
    open,
    sent,
    dispatcher,
    pause: (ms: number): Promise<void> => time.sleep(ms, new AbortController().signal),
    faults: () => logged.map((entry) => entry.what),
    end: async (): Promise<void> => {
      const stopped = Promise.all(running.map((each) => each.stop()));
      await time.advance(2 * leaseMs);
      await stopped;
      await Promise.all(opened.map((stores) => stores.close()));
      rmSync(folder, { recursive: true });
    },
  };
};

export const ids = (count: number): readonly string[] => Array.from({ length: count }, (_, i) => `notice ${i}`);

export const owe = async (store: Store, reference: string, notices: readonly string[]): Promise<void> => {
  await oweNotices(
    store,
    reference,
    notices.map((id) => aNotice(id)),
  );
};

export const statuses = async (store: Store): Promise<readonly string[]> =>
  (await store.notices('SD-1')).map((n) => n.delivery.status);

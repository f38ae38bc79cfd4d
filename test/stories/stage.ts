/**
 * The whole product with its pretend tenant, as every start composes it, on a clock that a story moves. People are
 * reached over HTTP only; the database file is read for nothing but whether anything is still to be sent.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { TrackedNotice } from '../../src/discussion/state/notice.ts';
import { compose } from '../../src/start/compose.ts';
import { configFrom } from '../../src/start/configFrom.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import { peopleAt, type Council } from '../journey/council.ts';
import { startClock } from './clock.ts';

export interface Stage extends Pick<Council, 'api' | 'as'> {
  readonly dataDir: string;
  readonly faults: readonly string[];
  readonly now: () => Date;
  /** From now on waiting for everything to be sent includes what is owed about this discussion. */
  follow(reference: string): void;
  /** Waits until all that is due has been sent, moving the clock on by the seconds that sending takes. */
  settled(): Promise<void>;
  /** Moves the clock on, by way of every moment something falls due, each sent before the next. */
  passTo(target: Date): Promise<void>;
  stop(): Promise<void>;
}

/** What only waits for its turn, or for more of its kind, comes within this. Milliseconds. */
const inAMoment = 5_000;
/** For sending what is due; the product itself gives up on a channel after a minute. Milliseconds. */
const patienceMs = 15_000;

const nextAttempt = ({ delivery }: TrackedNotice): number =>
  delivery.status === 'owed' || delivery.status === 'maybe' ? Date.parse(delivery.nextAttemptAt) : Infinity;

export const startStage = async (options: {
  readonly at: Date;
  readonly dataDir?: string;
  /** The standard it is started with; the product’s own choice where there is none. */
  readonly standard?: { readonly name: string; readonly file: string };
}): Promise<Stage> => {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'story-'));
  const clock = startClock(options.at);
  const faults: string[] = [];
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const product = await compose({
    config: configFrom({
      DATA_DIR: dataDir,
      ...(options.standard && { STANDARD: options.standard.name, STANDARD_FILE: options.standard.file }),
    }),
    origin,
    now: clock.now,
    sleep: clock.sleep,
    log: (line) => void faults.push(line),
  });
  server.on('request', product.app);
  product.start();
  const record = openSqlite(join(dataDir, 'strategy.sqlite'));
  const followed = new Set<string>();

  const notices = async (): Promise<readonly TrackedNotice[]> =>
    (await Promise.all([...followed].map((reference) => record.store.notices(reference)))).flat();
  const isBusy = (notice: TrackedNotice): boolean =>
    notice.delivery.status === 'sending' || nextAttempt(notice) <= clock.now().getTime();
  const allSent = async (): Promise<readonly TrackedNotice[]> => {
    const end = performance.now() + patienceMs;
    for (;;) {
      const all = await notices();
      const busy = all.filter(isBusy);
      if (busy.length === 0) return all;
      if (performance.now() > end) {
        const which = busy.map(({ notice, delivery }) => `  ${notice.id}: ${delivery.status}`);
        throw new Error(`not everything was sent. Still waiting for:\n${[...which, ...faults].join('\n')}`);
      }
      await wait(5);
    }
  };
  /** Once all that is due has been sent, the clock is moved to the next moment something falls due, by `limit`. */
  const moveOn = async (limit: number): Promise<boolean> => {
    const next = Math.min(...(await allSent()).map(nextAttempt));
    if (next > limit) return false;
    if (next > clock.now().getTime()) clock.moveTo(new Date(next));
    return true;
  };
  const settled = async (): Promise<void> => {
    while (await moveOn(clock.now().getTime() + inAMoment));
  };

  return {
    ...peopleAt(origin),
    dataDir,
    faults,
    now: clock.now,
    follow: (reference) => void followed.add(reference),
    settled,
    passTo: async (target) => {
      while (await moveOn(target.getTime()));
      if (target > clock.now()) clock.moveTo(target);
      await settled();
    },
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await product.stop();
      await record.close();
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
};

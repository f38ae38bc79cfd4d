/** What goes on during a soak, each at its own pace, until the time is up. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Acknowledged } from './acknowledged.ts';
import type { Database } from './database.ts';
import type { Turn } from './front.ts';
import type { Pair } from './pair.ts';
import { look, tellWhole } from './story.ts';
import { connectorLine, loadLine, turnLines } from './talk.ts';
import type { Upgrading } from './upgrade.ts';
import { mailFaultEveryMs } from './weather.ts';

export interface Pace {
  readonly seconds: number;
  /** Milliseconds from one discussion that is begun to the next. */
  readonly beginEveryMs: number;
  readonly restartEveryMs: number;
}

export interface Working extends Pace {
  readonly database: Database;
  readonly pair: Pair;
  readonly upgrading: Upgrading;
  readonly turns: Turn[];
  readonly acknowledged: Acknowledged[];
  readonly say: (line: string) => void;
}

export interface Stories {
  readonly told: number;
  /** Why each of those that did not come to their end did not. */
  readonly brokenOff: readonly string[];
}

/** More at once than these is a queue, and no load. */
const mostAtOnce = 10;
const measureEveryMs = 5_000;
/** To the record of the council that is upgraded. */
const addEveryMs = 2_000;
/** Somebody looks at a discussion, and somebody else at the list. */
const lookEveryMs = 3_000;
const minuteMs = 60_000;
const thinkMs = 150;

export const work = async (working: Working): Promise<Stories> => {
  const { seconds, database, pair, upgrading, say, restartEveryMs } = working;
  const began = performance.now();
  const elapsed = (): number => (performance.now() - began) / 1_000;
  const every = async (ms: number, deed: (time: number) => Promise<void>): Promise<void> => {
    for (let time = 1; ; time += 1) {
      const now = elapsed() * 1_000;
      // What took longer than its pace has missed a turn, and does not catch up.
      const next = (Math.floor(now / ms) + 1) * ms;
      if (next >= seconds * 1_000) return;
      await wait(next - now);
      await deed(time);
    }
  };
  const restart = async (time: number): Promise<void> => {
    const signal = time % 2 === 1 ? 'SIGKILL' : 'SIGTERM';
    const from = performance.now();
    await pair.restart(signal, elapsed());
    say(`${at(elapsed())} instance two was ended with ${signal} and took turns again after ${took(from)}`);
  };
  const upgradeOnce = async (): Promise<void> => {
    await wait(seconds * 500);
    const from = performance.now();
    const what = await upgrading.upgrade();
    say(`${at(elapsed())} upgrade: ${what}; it answered after ${took(from)}`);
  };
  let reported = 0;
  const report = async (): Promise<void> => {
    const since = working.turns.slice(reported);
    reported = working.turns.length;
    const busy = `${Math.round((await database.busy()) * 100)}%`;
    const memory = (await pair.measure(elapsed())).map((megabytes) =>
      megabytes === null ? 'none' : `${megabytes.toFixed(0)} MB`,
    );
    say(
      `${at(elapsed())} memory of one ${memory[0] ?? '?'}, of two ${memory[1] ?? '?'}; ${connectorLine(pair)}; ${loadLine()}; the server for Cosmos DB busy ${busy}`,
    );
    turnLines(since).forEach(say);
  };
  const [stories] = await Promise.all([
    tellStories(working, every),
    every(minuteMs, report),
    every(measureEveryMs, async () => {
      await pair.measure(elapsed());
    }),
    every(restartEveryMs, restart),
    every(mailFaultEveryMs, () => pair.spoilMail()),
    every(addEveryMs, () => upgrading.turn()),
    every(lookEveryMs, (time) => lookAround(working, time)),
    upgradeOnce(),
  ]);
  return stories;
};

const tellStories = async (
  { pair, acknowledged, beginEveryMs }: Working,
  every: (ms: number, deed: () => Promise<void>) => Promise<void>,
): Promise<Stories> => {
  const running = new Set<Promise<void>>();
  const brokenOff: string[] = [];
  let told = 0;
  const stage = {
    origin: pair.front.origin,
    tenant: pair.tenant,
    acknowledge: (done: Acknowledged) => void acknowledged.push(done),
    thinkMs,
    day: '2026-09-15',
  };
  const begin = (): Promise<void> => {
    if (running.size >= mostAtOnce) return Promise.resolve();
    const story = tellWhole(stage).then(
      () => void (told += 1),
      (error: unknown) => void brokenOff.push(error instanceof Error ? error.message : String(error)),
    );
    running.add(story);
    void story.then(() => running.delete(story));
    return Promise.resolve();
  };
  await begin();
  await every(beginEveryMs, begin);
  await Promise.all(running);
  return { told, brokenOff };
};

/** At one after another of those there are. */
const lookAround = async ({ pair, acknowledged }: Working, time: number): Promise<void> => {
  const convened = acknowledged.filter(({ what }) => what === 'convened');
  const one = convened[time % convened.length];
  if (one !== undefined) await look(pair.front.origin, one.reference);
};

const at = (seconds: number): string =>
  `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
const took = (from: number): string => `${((performance.now() - from) / 1_000).toFixed(1)} s`;

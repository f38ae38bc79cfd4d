/** What goes on during a soak, each at its own pace, until the time is up. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Acknowledged } from './acknowledged.ts';
import type { Database } from './database.ts';
import type { Turn } from './front.ts';
import type { FrontApart } from './frontApart.ts';
import type { Pair } from './pair.ts';
import { look, tellWhole } from './story.ts';
import { clock, minuteLines, took } from './talk.ts';
import { mailFaultEveryMs } from './weather.ts';

export interface Pace {
  readonly seconds: number;
  /** Milliseconds from one discussion that is begun to the next. */
  readonly beginEveryMs: number;
  readonly restartEveryMs: number;
}

export interface Working extends Pace {
  readonly database: Database;
  readonly front: FrontApart;
  readonly pair: Pair;
  readonly acknowledged: Acknowledged[];
  readonly turns: Turn[];
  readonly say: (line: string) => void;
}

export interface Worked {
  /** Discussions that came to their decision. */
  readonly told: number;
  /** Why each of those that did not come to their end did not. */
  readonly brokenOff: readonly string[];
  /** How often instance two was ended. */
  readonly restarts: number;
  /** How many turns there had been when the upgrade began, and when both instances were of the later release. */
  readonly upgrade: readonly [began: number, over: number];
}

/** More at once than these is a queue, and no load. */
const mostAtOnce = 10;
const lookEveryMs = 5_000;
const weighings = 30;
/** Somebody looks at a discussion, and somebody else at the list. */
export const lookAroundEveryMs = 3_000;
const minuteMs = 60_000;
const thinkMs = 150;
/** Early, so that today’s release lives for longer than the earlier one. */
const upgradeAfter = 0.3;

export const work = async (working: Working): Promise<Worked> => {
  const { seconds, database, front, pair, turns, say } = working;
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
  const note = async (): Promise<void> => {
    await pair.look(elapsed());
    await database.look();
    turns.push(...(await front.cameBy()).turns);
  };
  let reported = 0;
  const report = async (): Promise<void> => {
    await note();
    minuteLines(elapsed(), pair, turns.slice(reported)).forEach(say);
    reported = turns.length;
  };
  const changes = changesOf(working, elapsed, note);
  const [stories] = await Promise.all([
    tellStories(working, every),
    every(minuteMs, report),
    every(lookEveryMs, note),
    every((seconds * 1_000) / weighings, changes.weigh),
    every(working.restartEveryMs, changes.restart),
    every(mailFaultEveryMs, () => pair.spoilMail()),
    every(lookAroundEveryMs, (time) => lookAround(working, time)),
    wait(seconds * 1_000 * upgradeAfter).then(changes.upgrade),
  ]);
  await note();
  return { ...stories, ...changes.made() };
};

/** Instances are weighed, ended and replaced one after another, never two at once. */
const changesOf = ({ pair, turns, say }: Working, elapsed: () => number, note: () => Promise<void>) => {
  let last = Promise.resolve();
  let restarts = 0;
  let upgrade: Worked['upgrade'] = [0, 0];
  const next = (change: () => Promise<void>): Promise<void> => {
    last = last.then(change);
    return last;
  };
  return {
    made: () => ({ restarts, upgrade }),
    weigh: () => next(() => pair.weigh(elapsed())),
    restart: (time: number) =>
      next(async () => {
        const signal = time % 2 === 1 ? 'SIGKILL' : 'SIGTERM';
        const from = performance.now();
        await pair.restart(signal);
        restarts += 1;
        say(`${clock(elapsed())} instance two was ended with ${signal} and took turns again after ${took(from)}`);
      }),
    upgrade: () =>
      next(async () => {
        await note();
        const from = performance.now();
        const before = turns.length;
        await pair.upgrade();
        await note();
        upgrade = [before, turns.length];
        say(`${clock(elapsed())} both instances were replaced, one after the other, in ${took(from)}`);
      }),
  };
};

const tellStories = async (
  { pair, front, acknowledged, beginEveryMs }: Working,
  every: (ms: number, deed: () => Promise<void>) => Promise<void>,
): Promise<Pick<Worked, 'told' | 'brokenOff'>> => {
  const running = new Set<Promise<void>>();
  const brokenOff: string[] = [];
  let told = 0;
  const stage = {
    origin: front.origin,
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
const lookAround = async ({ front, acknowledged }: Working, time: number): Promise<void> => {
  const convened = acknowledged.filter(({ what }) => what === 'convened');
  const one = convened[time % convened.length];
  if (one !== undefined) await look(front.origin, one.reference);
};

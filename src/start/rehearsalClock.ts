/**
 * The clock of a rehearsal: the real one, moved on by as much as somebody has asked for. Kept with the data, because a
 * restart that set the time back would find discussions from the future.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../practice/time/instant.ts';
import { CannotStart } from './cannotStart.ts';

export interface RehearsalClock {
  readonly now: () => Date;
  /** False, and nothing moves, for a time that has passed. */
  readonly setTo: (at: Date) => boolean;
}

/** Throws {@link CannotStart} where the folder cannot be used. */
export const openRehearsalClock = (dataDir: string, real: () => Date): RehearsalClock => {
  const path = join(dataDir, 'clock-moved-on');
  let aheadMs = keptIn(path);
  const now = (): Date => new Date(real().getTime() + aheadMs);
  return {
    now,
    setTo: (at) => {
      const further = at.getTime() - now().getTime();
      if (further < 0) return false;
      aheadMs += further;
      keep(path, dataDir, aheadMs);
      return true;
    },
  };
};

export interface Pending {
  readonly nextDue: () => Promise<Instant | null>;
  /** Resolves when all that is due by now has been delivered, as far as it can be. */
  readonly catchUp: () => Promise<void>;
}

/** A rehearsal with many mails nobody takes would otherwise stop at every attempt. Milliseconds of real time. */
const patienceMs = 20_000;

/** Moves on from one thing that falls due to the next, so that each happens at its own hour and sees what came before. */
export const moveOn = async (
  clock: RehearsalClock,
  { nextDue, catchUp }: Pending,
  to: Date,
): Promise<'moved' | 'backwards'> => {
  if (to < clock.now()) return 'backwards';
  const patience = AbortSignal.timeout(patienceMs);
  while (!patience.aborted) {
    await catchUp();
    const due = await nextDue();
    const at = due === null ? null : new Date(due);
    if (at === null || at > to) break;
    if (!clock.setTo(at)) clock.setTo(new Date(clock.now().getTime() + 1));
  }
  clock.setTo(to);
  await catchUp();
  return 'moved';
};

const keptIn = (path: string): number => {
  try {
    const kept = Number(readFileSync(path, 'utf8'));
    if (Number.isFinite(kept) && kept >= 0) return kept;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw new CannotStart(`${path} cannot be read. Choose another DATA_DIR.`, { cause: error });
  }
  throw new CannotStart(
    `${path} does not say how far the rehearsal's clock is ahead. Remove it, or choose another DATA_DIR.`,
  );
};

const keep = (path: string, dataDir: string, aheadMs: number): void => {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  writeFileSync(path, String(aheadMs));
};

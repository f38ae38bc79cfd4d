/**
 * Writing costs one wait for the disk, whatever is written: all that is asked for in one turn of the event loop shares one
 * transaction. Each piece is still all or nothing and answered by itself, and none before all of it is on the disk.
 */
import type { DatabaseSync } from 'node:sqlite';
import { inTransaction, isBusy, patienceMs, pauseMs } from './transaction.ts';

export interface Writes {
  /** With whatever else is asked for in this turn. Rejects with what `work` throws, and where it could not be written. */
  write<T>(work: () => T): Promise<T>;
  /** Resolves when nothing is waiting. */
  drained(): Promise<void>;
}

interface Piece {
  readonly work: () => unknown;
  readonly done: (result: unknown) => void;
  readonly failed: (error: unknown) => void;
  /** Where another program has the file all the time. */
  readonly giveUpAt: number;
}

type Outcome = { readonly result: unknown } | { readonly error: unknown };

export const createWrites = (db: DatabaseSync): Writes => {
  let waiting: readonly Piece[] = [];
  /** None of them rejects: whoever asked hears that. */
  const pending = new Set<Promise<unknown>>();

  const flush = (): void => {
    const pieces = waiting;
    waiting = [];
    if (pieces.length > 0) together(pieces);
  };

  /** In one transaction. Where that is lost as a whole, each piece has one of its own: only what cannot be written fails. */
  const together = (pieces: readonly Piece[]): void => {
    let outcomes: readonly Outcome[];
    try {
      outcomes = inTransaction(db, () => outcomesOf(db, pieces));
    } catch (error) {
      if (isBusy(error)) again(pieces, error);
      else if (pieces.length > 1) for (const piece of pieces) together([piece]);
      else pieces[0]?.failed(error);
      return;
    }
    for (const [i, piece] of pieces.entries()) {
      const outcome = outcomes[i];
      if (outcome !== undefined && 'result' in outcome) piece.done(outcome.result);
      else piece.failed(outcome?.error);
    }
  };

  /** Another program is writing: before anything that is asked for meanwhile. */
  const again = (pieces: readonly Piece[], busy: unknown): void => {
    const now = performance.now();
    for (const piece of pieces.filter(({ giveUpAt }) => giveUpAt <= now)) piece.failed(busy);
    waiting = [...pieces.filter(({ giveUpAt }) => giveUpAt > now), ...waiting];
    setTimeout(flush, pauseMs);
  };

  const ask = <T>(work: () => T): Promise<T> => {
    const asked = new Promise<T>((resolve, reject) => {
      const done = resolve as (result: unknown) => void;
      waiting = [...waiting, { work, done, failed: reject, giveUpAt: performance.now() + patienceMs }];
    });
    const over: Promise<unknown> = asked.catch(() => undefined).finally(() => pending.delete(over));
    pending.add(over);
    return asked;
  };

  return {
    write: (work) => {
      const asked = ask(work);
      setImmediate(flush);
      return asked;
    },
    drained: async () => {
      flush();
      await Promise.all(pending);
    },
  };
};

/** One that is alone is undone with the whole, and heard of as that. */
const outcomesOf = (db: DatabaseSync, pieces: readonly Piece[]): readonly Outcome[] => {
  const [only, ...others] = pieces;
  if (only !== undefined && others.length === 0) return [{ result: only.work() }];
  return pieces.map(({ work }) => outcomeOf(db, work));
};

/** Of one piece; thrown only where the whole transaction is gone with it. */
const outcomeOf = (db: DatabaseSync, work: () => unknown): Outcome => {
  try {
    return { result: inTransaction(db, work) };
  } catch (error) {
    if (!db.isTransaction) throw error;
    return { error };
  }
};

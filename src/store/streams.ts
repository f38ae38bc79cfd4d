/**
 * The streams that were read last, kept so that the next reading checks only what is new. What is kept is never believed
 * unseen: each reading begins with the newest commit that is known, and only where its stored text is the same to the byte
 * does it stand for those before it. A commit’s hash covers the one before it, so the same newest commit is the same stream.
 */
import type { Commit } from '../discussion/state/commit.ts';
import { readOn } from './stored.ts';

/** One stream, verified from its first commit to its last. */
interface Kept {
  readonly commits: readonly Commit[];
  /** Of the last commit, as it is stored. */
  readonly lastText: string;
  /** Characters of all texts: about what it takes to keep it. */
  readonly size: number;
}

/** A stream that is being read: what is kept of it by now. */
interface Reading {
  /** The first version to be read. */
  readonly from: number;
  readonly kept: Kept | null;
}

export interface Streams {
  begin(reference: string): Reading;
  /**
   * The whole stream, from the texts that are stored from `reading.from` on. Null where what is kept is not what is
   * stored, and it has to be read from the start. Throws StoredFault naming the first bad commit.
   */
  complete(reference: string, reading: Reading, texts: readonly string[]): readonly Commit[] | null;
}

/** Characters of stored text that are kept: some 150 usual discussions, which with all that is worked out from them take six times as much. */
const mostKept = 3_000_000;

export const createStreams = (most = mostKept): Streams => {
  const streams = new Map<string, Kept>();
  let size = 0;

  const forget = (reference: string): void => {
    size -= streams.get(reference)?.size ?? 0;
    streams.delete(reference);
  };

  /** As the one used last; those used longest ago make room. */
  const keep = (reference: string, kept: Kept): void => {
    forget(reference);
    if (kept.size > most) return;
    streams.set(reference, kept);
    size += kept.size;
    for (const oldest of streams.keys()) {
      if (size <= most) return;
      forget(oldest);
    }
  };

  return {
    begin: (reference) => {
      const kept = streams.get(reference) ?? null;
      return { kept, from: kept?.commits.length ?? 1 };
    },
    complete: (reference, { kept }, texts) => {
      const [newest, ...after] = texts;
      if (kept !== null && newest !== kept.lastText) {
        forget(reference);
        return null;
      }
      const before = kept?.commits ?? [];
      const added = kept === null ? texts : after;
      const commits = added.length === 0 ? before : [...before, ...readOn(reference, before, added)];
      const last = texts.at(-1);
      if (last !== undefined) keep(reference, { commits, lastText: last, size: (kept?.size ?? 0) + lengthOf(added) });
      return commits;
    },
  };
};

const lengthOf = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + text.length, 0);

/** What the outbox writes down for an operator. */
import type { NoticeId } from '../discussion/state/notice.ts';

/** Where a fault arose. Without the error's message, which may quote what it was about. */
export interface Fault {
  readonly name: string;
  /** What Node or SQLite calls it, such as `ENOSPC` or `sqlite-13`; null where nothing does. */
  readonly code: string | null;
  readonly frames: readonly string[];
}

/** What the dispatcher has to say to an operator: ids and faults, never people or what is said to them. */
export type NoticeLog = (entry: {
  readonly what:
    | 'claimFailed'
    | 'deliverFailed'
    | 'settleFailed'
    | 'channelFailed'
    /** Somebody else held the notice by the time it was settled: it may have been sent twice. */
    | 'leaseLost'
    /** A delivery took longer than its lease; its place was given to another. */
    | 'leaseRanOut';
  readonly noticeId: NoticeId | null;
  readonly fault: Fault | null;
}) => void;

export const faultOf = (error: unknown): Fault =>
  error instanceof Error
    ? {
        name: error.name,
        code: codeOf(error),
        frames: (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)),
      }
    : { name: typeof error, code: null, frames: [] };

const codeOf = (error: Error): string | null => {
  if ('errcode' in error && typeof error.errcode === 'number') return `sqlite-${error.errcode}`;
  return 'code' in error && typeof error.code === 'string' ? error.code : null;
};

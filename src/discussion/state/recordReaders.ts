/**
 * Whom the chair lets read the signed record on a page: people who took part, whom no secure way leads to. Each time,
 * a code to their own address opens it.
 */
import { minute, plusMillis, type Instant } from '../../practice/time/instant.ts';
import type { EventOf } from './event.ts';
import type { PersonId } from './people.ts';
import type { Stamp } from './stamp.ts';

export const codeMinutes = 10;
const mostTries = 5;
export const codesAnHour = 3;

interface RecordCode {
  /** Of the commit that asked for it: what is owed about it has that version. */
  readonly version: number;
  readonly at: Instant;
  readonly wrong: number;
  readonly isUsed: boolean;
}

export interface RecordReader {
  readonly personId: PersonId;
  /** The oldest first. */
  readonly codes: readonly RecordCode[];
}

/** A discussion, as far as this goes: it has them once it is decided. */
interface Read {
  readonly reference: string;
  readonly recordReaders?: readonly RecordReader[];
}

export const readersOf = ({ recordReaders = [] }: Read): readonly RecordReader[] => recordReaders;

export const recordReader = (d: Read, who: PersonId): RecordReader | null =>
  readersOf(d).find(({ personId }) => personId === who) ?? null;

/** The last one asked for, while it opens anything; null where there is none. */
export const codeInForce = ({ codes }: RecordReader, now: Instant): RecordCode | null => {
  const last = codes.at(-1);
  if (last === undefined || last.isUsed || last.wrong >= mostTries) return null;
  return now <= plusMillis(last.at, codeMinutes * minute) ? last : null;
};

type ReaderEvent = EventOf<'recordPageOpened' | 'recordPageClosed' | 'recordCodeAsked' | 'recordCodeEntered'>;

export const afterReading = (
  before: readonly RecordReader[],
  event: ReaderEvent,
  { at, by, version }: Stamp,
): readonly RecordReader[] => {
  switch (event.type) {
    case 'recordPageOpened':
      return [...before, { personId: event.personId, codes: [] }];
    case 'recordPageClosed':
      return before.filter(({ personId }) => personId !== event.personId);
    case 'recordCodeAsked':
      return changed(before, by, (codes) => [...codes, { version, at, wrong: 0, isUsed: false }]);
    case 'recordCodeEntered':
      return changed(before, by, (codes) => [...codes.slice(0, -1), ...codes.slice(-1).map(entered(event.right))]);
  }
};

const changed = (
  readers: readonly RecordReader[],
  who: PersonId,
  change: (codes: RecordReader['codes']) => RecordReader['codes'],
): readonly RecordReader[] =>
  readers.map((each) => (each.personId === who ? { ...each, codes: change(each.codes) } : each));

const entered =
  (right: boolean) =>
  (code: RecordCode): RecordCode =>
    right ? { ...code, isUsed: true } : { ...code, wrong: code.wrong + 1 };

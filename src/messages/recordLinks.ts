/**
 * The link under which a signed record is fetched by whoever has just asked for it in Teams. It names nobody: whose it is
 * is told from a fingerprint. It works for a few minutes, and not once another version takes the place of this one.
 */
import { createHash } from 'node:crypto';
import type { PersonId } from '../discussion/state/people.ts';
import { minute, plusMillis, type Instant } from '../practice/time/instant.ts';
import { partsUntil, signedUntil } from './signature.ts';

export interface RecordAsked {
  readonly reference: string;
  /** Of the record, as it was signed. */
  readonly number: number;
  readonly who: PersonId;
  readonly file: 'pdf' | 'docx';
}

export const recordLinkMinutes = 10;
const kind = 'record';

export const recordToken = ({ reference, number, who, file }: RecordAsked, now: Instant, secret: string): string =>
  signedUntil(kind, [reference, number, fingerprint(who), file], plusMillis(now, recordLinkMinutes * minute), secret);

const fingerprint = (who: PersonId): string => createHash('sha256').update(who).digest('base64url').slice(0, 16);

const shape = /^(SD-[A-Z0-9]{1,20})\.(\d{1,9})\.([\w-]{16})\.(pdf|docx)$/;

export interface RecordLink extends Omit<RecordAsked, 'who'> {
  readonly isOf: (who: PersonId) => boolean;
}

/** Null for what we did not sign, and for what has run out. */
export const readRecordToken = (token: string, now: Instant, secret: string): RecordLink | null => {
  const parts = partsUntil(kind, token, shape, now, secret);
  if (parts === null) return null;
  const [reference = '', number = '', whose = '', file = ''] = parts;
  return {
    ...{ reference, number: Number(number), file: file === 'pdf' ? file : 'docx' },
    isOf: (who) => fingerprint(who) === whose,
  };
};

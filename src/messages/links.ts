/**
 * The links of the reply page, and of the page on which a record is read: what they are for, how long they work, and how
 * they are signed. A link names a notice by a fingerprint, so leaked it tells the reference and nothing else; it serves one
 * person, one notice and one purpose.
 */
import { createHash } from 'node:crypto';
import type { Notice, NoticeId } from '../discussion/state/notice.ts';
import { referenceOf, versionOf } from '../discussion/state/noticeId.ts';
import { instant, millis, plusMillis, type Instant, day } from '../practice/time/instant.ts';
import { bodyOf, signed } from './signature.ts';

const kind = 'reply-link';

export type LinkPurpose = 'reply' | 'outcome' | 'chase' | 'action' | 'transfer' | 'record';

export interface Link {
  readonly reference: string;
  /** Of the commit that owed the notice: links stopped at a later version no longer work. */
  readonly version: number;
  readonly fingerprint: string;
  readonly purpose: LinkPurpose;
  readonly expiresAt: Instant;
}

/** Milliseconds after the meeting (replies) or after the message was owed (the others). */
const worksFor: Readonly<Record<LinkPurpose, number>> = {
  reply: day / 2,
  outcome: 28 * day,
  chase: 90 * day,
  action: 90 * day,
  transfer: 90 * day,
  record: 28 * day,
};

export const fingerprintOf = (id: NoticeId): string => createHash('sha256').update(id).digest('base64url').slice(0, 16);

const linkOf = (notice: Notice, purpose: LinkPurpose): Link => {
  const from = purpose === 'reply' ? (notice.deadline ?? notice.owedAt) : notice.owedAt;
  return {
    reference: referenceOf(notice.id),
    version: versionOf(notice.id),
    fingerprint: fingerprintOf(notice.id),
    purpose,
    expiresAt: plusMillis(from, worksFor[purpose]),
  };
};

/** The last part of the address of a reply page. The same notice always has the same one. */
export const linkToken = (notice: Notice, purpose: LinkPurpose, secret: string): string => {
  const { reference, version, fingerprint, expiresAt } = linkOf(notice, purpose);
  const body = [reference, version, fingerprint, purpose, millis(expiresAt).toString(36)].join('.');
  return signed(kind, body, secret);
};

/** Where the page of a link is, below the address of this service. A record is read on a page of its own. */
export const linkPath = (notice: Notice, purpose: LinkPurpose, secret: string): string =>
  `${purpose === 'record' ? '/record/read' : '/reply'}/${linkToken(notice, purpose, secret)}`;

const shape =
  /^(SD-[A-Z0-9]{1,20})\.(\d{1,9})\.([\w-]{16})\.(reply|outcome|chase|action|transfer|record)\.([0-9a-z]{1,12})$/;

/** What a token says, if we signed it; null for anything else. Whether it still works is for the reader to judge. */
export const readToken = (token: string, secret: string): Link | null => {
  const parts = shape.exec(bodyOf(kind, token, secret) ?? '');
  if (parts === null) return null;
  const [, reference = '', version = '', fingerprint = '', purpose = '', expires = ''] = parts;
  return {
    reference,
    version: Number(version),
    fingerprint,
    purpose: purpose as LinkPurpose,
    expiresAt: instant(Number.parseInt(expires, 36)),
  };
};

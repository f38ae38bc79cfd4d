/**
 * How the id of a notice is put together, and what can be read from it: `REFERENCE/VERSION/KIND/RECIPIENT`, and `/WHEN`
 * for one of several that differ by nothing else. Deterministic, so a repeat is recognisable everywhere, e-mail ids and
 * links included; ids that are stored, and links that are out, hold this form for good.
 */
import type { Instant } from '../../practice/time/instant.ts';
import type { Notice, NoticeId, NoticeKind, Recipient } from './notice.ts';

/** The commit that owes a notice. */
interface Owing {
  readonly reference: string;
  readonly version: number;
}

export const noticeId = (
  { reference, version }: Owing,
  { kind, recipient, owedAt }: Pick<Notice, 'kind' | 'recipient'> & { readonly owedAt: Instant | null },
): NoticeId => {
  // A digest for each day on which something falls due: they differ by when they are owed.
  const when = kind === 'overdueDigest' ? [owedAt ?? ''] : [];
  return [reference, version, kind, nameOf(recipient), ...when].join('/') as NoticeId;
};

/** A commit may owe several: one for each deadline among the messages it watches, which stands where a recipient would. */
export const escalationId = ({ reference, version }: Owing, deadline: Instant): NoticeId =>
  [reference, version, 'escalation' satisfies NoticeKind, deadline].join('/') as NoticeId;

const nameOf = (recipient: Recipient): string => (recipient.to === 'person' ? recipient.personId : recipient.to);

const partOf = (id: NoticeId, position: number): string => id.split('/')[position] ?? '';

export const referenceOf = (id: NoticeId): string => partOf(id, 0);

/** Of the commit that owed it. */
export const versionOf = (id: NoticeId): number => Number(partOf(id, 1));

/** As the id has it: what an older program called so, where the kind has another name today. */
export const kindOf = (id: NoticeId): string => partOf(id, 2);

/** Whom it is for: somebody's id, or `referrer`, `place`, `calendar`... */
export const recipientOf = (id: NoticeId): string => partOf(id, 3);

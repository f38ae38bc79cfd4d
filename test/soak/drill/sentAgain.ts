/** What was sent after a backup: the copy does not know of it, so each is owed again, and goes out a second time. */
import { messageIdOf } from '../../../src/channels/email.ts';
import type { NoticeId, TrackedNotice } from '../../../src/discussion/state/notice.ts';
import type { Instant } from '../../../src/practice/time/instant.ts';
import { allIds } from '../../../src/store/migrate.ts';
import type { Stores } from '../../../src/store/store.ts';

export const everyNotice = async (stores: Stores): Promise<readonly TrackedNotice[]> =>
  (await Promise.all((await allIds(stores)).map((reference) => stores.store.notices(reference)))).flat();

/** To people, for a card in a place is only brought up to date. */
export const sentSince = (all: readonly TrackedNotice[], at: Instant): readonly NoticeId[] =>
  all
    .filter(({ notice, delivery }) => notice.recipient.to !== 'place' && delivery.status === 'sent' && delivery.at > at)
    .map(({ notice }) => notice.id);

export interface OwedAgain {
  /** Sent since the backup, and caused by what is in it. */
  readonly inCopy: readonly NoticeId[];
  /** Those of them that nobody would be sent again. */
  readonly forgotten: readonly NoticeId[];
}

export const owedAgain = (restored: readonly TrackedNotice[], sent: readonly NoticeId[]): OwedAgain => {
  const there = restored.filter(({ notice }) => sent.includes(notice.id));
  const isForgotten = ({ delivery: { status } }: TrackedNotice): boolean =>
    status !== 'owed' && status !== 'maybe' && status !== 'sending';
  return {
    inCopy: there.map(({ notice }) => notice.id),
    forgotten: there.filter(isForgotten).map(({ notice }) => notice.id),
  };
};

/** From which address the rehearsal sends. */
const from = 'strategy@exampleshire.gov.uk';

type Copies = ReadonlyMap<string, number>;

/** Of those that had gone by e-mail, how many have come again under the same Message-ID, by which a repeat is known. */
export const repeatedMails = (ids: readonly NoticeId[], before: Copies, after: Copies) => {
  const copies = (of: Copies, id: NoticeId): number => of.get(messageIdOf(id, from)) ?? 0;
  const byMail = ids.filter((id) => copies(before, id) > 0);
  return { byMail: byMail.length, again: byMail.filter((id) => copies(after, id) > copies(before, id)).length };
};

/** What the standard says of a discussion being prepared, as far as its form has been filled in. */
import { matterBefore } from '../discussion/matter/matterOf.ts';
import { assess, type Assessment } from '../practice/assess.ts';
import type { Practice } from '../practice/practice.ts';
import type { Instant } from '../practice/time/instant.ts';
import type { ConveningDraft } from './drafts.ts';

/** Until its time is known, the meeting is taken to be now: who is nearly 18 is nearly 18 today. */
export const draftAssessed = (
  { children, referral, facts, follows, meeting }: ConveningDraft,
  practice: Practice,
  now: Instant,
): Assessment =>
  assess(
    practice,
    matterBefore({
      children,
      referral:
        referral === null
          ? null
          : { ...referral, concernsIdentifiedAt: referral.concernsIdentifiedAt ?? referral.receivedAt },
      facts,
      follows,
      meeting: { startsAt: now, format: meeting.format },
      invitees: [],
    }),
  );

/** Who is asked to authorise the record, to sign it again or to file it, and who has it anew. */
import type { Practice } from '../../practice/practice.ts';
import { hour, plusMillis, type Instant } from '../../practice/time/instant.ts';
import { unreachable } from '../../practice/language/unreachable.ts';
import { assessed } from '../matter/assessed.ts';
import { dutiesAfter, signingDuty } from '../matter/fallsDue.ts';
import type { Decided } from '../state/discussion.ts';
import type { EventOf } from '../state/event.ts';
import { awaitingAuthority, recordInForce } from '../state/signing.ts';
import type { Stamp } from '../state/stamp.ts';
import { owedForReading, signedCopies } from './oweCopies.ts';
import { inTime, message, reminder, type Owed } from './owed.ts';
import { beforeDeadline } from './reminders.ts';
import { askToSign, toSign } from './toSign.ts';

type SigningEvent = EventOf<
  | 'recordSigned'
  | 'recordAuthorised'
  | 'recordSentBack'
  | 'recordReopened'
  | 'authoriserReplaced'
  | 'recordPageOpened'
  | 'recordCodeAsked'
>;

export const owedForSigning = (d: Decided, event: SigningEvent, practice: Practice, stamp: Stamp): readonly Owed[] => {
  const { at } = stamp;
  switch (event.type) {
    case 'recordSigned':
      return [...toAuthorise(d, practice, at), ...signedCopies(d, practice, at), ...toFile(d, practice, at)];
    case 'authoriserReplaced':
      return toAuthorise(d, practice, at);
    case 'recordAuthorised':
      return [...signedCopies(d, practice, at), ...toFile(d, practice, at)];
    case 'recordSentBack':
      return [askToSign(d, 'recordSentBack', practice)].map(inTime(at));
    case 'recordReopened':
      return toSign(d, practice).map(inTime(at));
    case 'recordPageOpened':
    case 'recordCodeAsked':
      return owedForReading(d, event, stamp);
    default:
      return unreachable('event', event);
  }
};

const toAuthorise = (d: Decided, practice: Practice, at: Instant): readonly Owed[] => {
  const awaiting = awaitingAuthority(d);
  if (awaiting === null) return [];
  const rule = assessed(d, practice).signOff.authorisedBy?.rule ?? null;
  const deadline = signingDuty(d, practice)?.deadline ?? null;
  const now = { ...message('recordToAuthorise', awaiting.with, deadline), rule };
  if (deadline === null || deadline <= at) return [inTime(at)(now)];
  const owedAt = beforeDeadline(deadline, at, practice.calendar);
  // Asked this late, they are not reminded in the same breath.
  return owedAt > at ? [now, { ...now, kind: 'authorisationDue', owedAt }] : [now];
};

/** signed after they would have been reminded of it, the chair has an hour to file it before they are. */
const toFile = (d: Decided, practice: Practice, at: Instant): readonly Owed[] => {
  const duty = dutiesAfter(d, practice).find(({ kind }) => kind === 'filingDue');
  if (duty === undefined || recordInForce(d) === null) return [];
  const isComing = beforeDeadline(duty.deadline, d.decision.at, practice.calendar) > at;
  return isComing ? [] : [inTime(at)(reminder({ ...duty, owedAt: plusMillis(at, hour) }))];
};

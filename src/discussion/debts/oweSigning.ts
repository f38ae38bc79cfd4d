/** Who is asked to sign the record, to authorise it, or to sign it again, and by when. */
import type { Practice } from '../../practice/practice.ts';
import type { Instant } from '../../practice/time/instant.ts';
import { unreachable } from '../../practice/language/unreachable.ts';
import { assessed } from '../matter/assessed.ts';
import { signingDuty } from '../matter/fallsDue.ts';
import type { Decided, Discussion } from '../state/discussion.ts';
import type { EventOf } from '../state/event.ts';
import { awaitingAuthority, isToSign } from '../state/signing.ts';
import type { Stamp } from '../state/stamp.ts';
import { inTime, message, type Owed } from './owed.ts';
import { beforeDeadline } from './reminders.ts';

type SigningEvent = EventOf<'recordSigned' | 'recordAuthorised' | 'recordSentBack' | 'authoriserReplaced'>;

export const owedForSigning = (d: Decided, event: SigningEvent, practice: Practice, { at }: Stamp): readonly Owed[] => {
  switch (event.type) {
    case 'recordSigned':
    case 'authoriserReplaced':
      return toAuthorise(d, practice, at);
    case 'recordSentBack':
      return [asked(d, 'recordSentBack', practice)].map(inTime(at));
    case 'recordAuthorised':
      return [];
    default:
      return unreachable('event', event);
  }
};

/** Of the chair, once it is decided; and again of whoever takes the chair over. */
export const toSign = (d: Decided, practice: Practice): readonly Owed[] =>
  assessed(d, practice).signOff.rule === null ? [] : [asked(d, 'recordToSign', practice)];

/** The decision was put right: what was signed is not what stands any more. */
export const toSignAgain = (before: Decided, after: Decided, practice: Practice, at: Instant): readonly Owed[] =>
  isToSign(before) || !isToSign(after) ? [] : toSign(after, practice).map(inTime(at));

const asked = (d: Decided, kind: 'recordToSign' | 'recordSentBack', practice: Practice): Owed => ({
  ...message(kind, d.chair, signingDuty(d, practice)?.deadline ?? null),
  rule: assessed(d, practice).signOff.rule,
});

const toAuthorise = (d: Discussion, practice: Practice, at: Instant): readonly Owed[] => {
  const awaiting = awaitingAuthority(d);
  if (awaiting === null || d.stage !== 'decided') return [];
  const rule = assessed(d, practice).signOff.authorisedBy?.rule ?? null;
  const deadline = signingDuty(d, practice)?.deadline ?? null;
  const now = { ...message('recordToAuthorise', awaiting.with, deadline), rule };
  if (deadline === null || deadline <= at) return [inTime(at)(now)];
  const owedAt = beforeDeadline(deadline, at, practice.calendar);
  // Asked this late, they are not reminded in the same breath.
  return owedAt > at ? [now, { ...now, kind: 'authorisationDue', owedAt }] : [now];
};

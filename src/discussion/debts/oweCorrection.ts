/**
 * A corrected decision: everybody who was told is told again, and what falls due now and did not before is reminded of.
 * What was owed before and says otherwise is not sent any more (`isOvertakenByCorrection`).
 */
import type { Practice } from '../../practice/practice.ts';
import type { Instant } from '../../practice/time/instant.ts';
import type { Decided, Discussion } from '../state/discussion.ts';
import type { Participant } from '../state/people.ts';
import type { Stamp } from '../state/stamp.ts';
import { inTime, message, type Owed } from './owed.ts';
import { toSignAgain } from './oweSigning.ts';
import { comingUp, told } from './oweDecision.ts';

interface Correcting {
  readonly before: Discussion | null;
  readonly after: Discussion;
  readonly stamp: Stamp;
  readonly practice: Practice;
}

export const owedForCorrection = ({ before, after, stamp, practice }: Correcting): readonly Owed[] => {
  if (before?.stage !== 'decided' || after.stage !== 'decided') return [];
  const had = new Set(comingUp(before, practice).map(what));
  const anew = comingUp(after, practice).filter((owed) => !had.has(what(owed)));
  return [
    ...toldAgain(after, practice, stamp.at),
    ...toSignAgain(before, after, practice, stamp.at),
    ...anew.map(inTime(stamp.at)),
  ];
};

const what = ({ kind, recipient, deadline, owedAt }: Owed): string =>
  JSON.stringify([kind, recipient, deadline, owedAt]);

/** N-1, R-3...: within the first limit while that is ahead; after it, as if the meeting had ended with the correction. */
const toldAgain = (d: Decided, practice: Practice, at: Instant): readonly Owed[] => {
  const again = told({ ...d, decision: { ...d.decision, meetingEndedAt: at, decidedAt: at } }, practice);
  const fromNow = ({ kind, recipient }: Owed): Instant | null =>
    again.find((owed) => owed.kind === kind && isSame(owed.recipient, recipient))?.deadline ?? null;
  return [
    ...formerReaders(d).map((who) => message('record', who, null)),
    ...told(d, practice).filter((owed) => hearsOutcome(d, owed)),
  ].map((owed) => (owed.deadline === null || owed.deadline > at ? owed : { ...owed, deadline: fromNow(owed) }));
};

const isSame = (a: Owed['recipient'], b: Owed['recipient']): boolean => JSON.stringify(a) === JSON.stringify(b);

/** N-6: a relative or member of the public was told no outcome that could be put right. */
const hearsOutcome = ({ referral: { referrer } }: Decided, { kind, recipient }: Owed): boolean =>
  kind === 'tellReferrer' || recipient.to === 'referrer' ? referrer.standing === 'professional' : true;

/** Whoever had the case or the chair when it was decided has the record as it was. */
const formerReaders = ({ handovers, decision, chair }: Decided): readonly Participant[] =>
  handovers
    .filter(({ part, at }) => part !== 'convenor' && at >= decision.at)
    .map(({ from }) => from)
    .filter(({ personId }) => personId !== chair.personId);

/** `deadline`: what falls due after the discussions that were held, and what is owed to whom because of them. */
import { matterOf } from '../../discussion/matter/matterOf.ts';
import type { Notice } from '../../discussion/state/notice.ts';
import { afterMeeting, type AfterMeeting } from '../../practice/answers/afterMeeting.ts';
import type { CaseFile } from '../../practice/caseFile.ts';
import type { Practice } from '../../practice/practice.ts';
import { answering, type Teller } from './answer.ts';
import { assessedAsGiven } from './asGiven.ts';
import { convenor, somebody } from './cast.ts';
import { someTuesday } from './convening.ts';
import { convenedAt, followsAfter, heldAndDecided } from './holding.ts';
import { historyOf, type Held } from './history.ts';
import { isLate, isNextAllowed } from './limits.ts';
import { tell, type Told } from './told.ts';

export const deadline: Teller = (practice, given) => {
  const told = withReport(lastOf(practice, given), given);
  return answering(told, (d) => {
    const found = assessedAsGiven(practice, matterOf(d), given);
    const dates = afterMeeting(found.reading, { checks: given.checks, ...whoIsOwed(told.owed) });
    return {
      ...dates,
      ...debts(told.owed, dates, given),
      proposedNextAllowed: isNextAllowed(told, given, dates),
      overdue: isLate(told, given, dates),
    };
  });
};

/** The discussion asked about, after those before it. */
const lastOf = (practice: Practice, given: CaseFile): Told => {
  const { earlier, last } = historyOf(given);
  const before = heldBefore(practice, given, earlier);
  if (before !== null && before.refusal !== null) return before;
  const follows = before === null ? null : followsAfter(before);
  if (last !== null) return heldAndDecided(practice, given, last, { follows, invitees: absentees(given) });
  const known = [earlier.at(-1)?.endedAt, given.referralReceivedAt].flatMap((at) => (at ? [at] : []));
  return convenedAt(practice, given, known.toSorted().at(-1) ?? someTuesday, { follows });
};

const heldBefore = (practice: Practice, given: CaseFile, earlier: readonly Held[]): Told | null =>
  earlier.reduce<Told | null>((before, held) => {
    if (before !== null && before.refusal !== null) return before;
    const follows = before === null ? null : followsAfter(before);
    return heldAndDecided(practice, knownBy(given, held), held, { follows });
  }, null);

/** A referral that came later is not what an earlier discussion was about. */
const knownBy = (given: CaseFile, { startsAt }: Held): CaseFile =>
  given.referralReceivedAt && given.referralReceivedAt > startsAt ? { ...given, referralReceivedAt: null } : given;

/** Invited, and not there. Where the scenario does not say that nobody was missing, somebody was. */
const absentees = ({ absentAgencies = ['An absent agency'] }: CaseFile) =>
  absentAgencies.map((agency) => somebody(agency, 'education'));

/** T-14: once there is a decision. */
const withReport = (told: Told, { whereaboutsUnknownAt }: CaseFile): Told => {
  const { discussion } = told;
  if (!whereaboutsUnknownAt || discussion?.stage !== 'decided') return told;
  const at = [whereaboutsUnknownAt, discussion.decision.at].toSorted().at(-1) ?? whereaboutsUnknownAt;
  return tell(
    told,
    convenor,
    { kind: 'reportNotReached', what: 'whereaboutsUnknown', since: whereaboutsUnknownAt },
    at,
  );
};

const isToReferrer = ({ recipient }: Notice): boolean => recipient.to === 'referrer';

const whoIsOwed = (owed: readonly Notice[]) => {
  const outcomes = owed.filter(({ kind }) => kind === 'outcome');
  return {
    referrerPresent: !outcomes.some(isToReferrer),
    absentAgencies: outcomes.flatMap(({ recipient }) => (recipient.to === 'person' ? [recipient.personId] : [])),
  };
};

/** A date by which somebody is owed something is the date of that debt; where nobody is owed it, there is none. */
const debts = (owed: readonly Notice[], dates: AfterMeeting, given: CaseFile): Owed => {
  const outcomes = owed.filter(({ kind }) => kind === 'outcome');
  const inWriting = [...outcomes, ...owed.filter(({ kind }) => kind === 'record')];
  const written = inWriting.find((notice) => notice.deadline === (dates.writtenNoticeDueAt ?? null));
  return {
    absentAgencyNoticeDueAt: given.meetingEndAt ? outcomes.find((notice) => !isToReferrer(notice))?.deadline : null,
    verbalNotice: isOfReferrer(given) && owed.some(({ kind }) => kind === 'tellReferrer') ? 'asap' : null,
    writtenNoticeDueAt: written?.deadline,
    furtherDiscussionDueAt: owed.find(({ kind }) => kind === 'furtherDiscussionDue')?.deadline,
  };
};

/** N-2: whether the referrer took part is said, and not made up. */
const isOfReferrer = ({ referrerPresent, referrerInvolved }: CaseFile): boolean =>
  typeof (referrerPresent ?? referrerInvolved) === 'boolean';

type Debt = 'absentAgencyNoticeDueAt' | 'verbalNotice' | 'writtenNoticeDueAt' | 'furtherDiscussionDueAt';
type Owed = { readonly [D in Debt]: AfterMeeting[D] | null | undefined };

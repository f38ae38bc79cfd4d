/** Who is told of a decision, by when and under which rule; and what falls to somebody because of it. */
import type { OwedNotice } from '../../practice/answers/duties.ts';
import type { Assessment } from '../../practice/assess.ts';
import type { Practice } from '../../practice/practice.ts';
import type { Instant } from '../../practice/time/instant.ts';
import { assessed } from '../matter/assessed.ts';
import type { RuleId } from '../../practice/language/vocabulary.ts';
import { openActions } from '../state/agreedAction.ts';
import type { Decided, Discussion } from '../state/discussion.ts';
import { attendanceOf, isInvited, isPresent, tookPartEarlier } from '../state/discussion.ts';
import type { Recipient } from '../state/notice.ts';
import { message, reminder, type Owed } from './owed.ts';
import type { Participant } from '../state/people.ts';
import { afterDecision, digestTimes } from './followUp.ts';
import { wasThereAt } from '../state/attendance.ts';
import { toSign } from './toSign.ts';
import { watchedRecord } from './watchedRecord.ts';
import { followUpRule } from './oweActions.ts';
import { leadSocialWorker } from '../state/responsible.ts';
import { agencyKey } from '../state/people.ts';

interface When {
  readonly rule: RuleId | null;
  readonly dueAt: Instant | null;
}

/** Who hears the outcome, who has the record, what falls to somebody now, and the reminders of what comes later. */
export const owedForDecision = (d: Decided, practice: Practice): readonly Owed[] => [
  ...told(d, practice),
  ...toSign(d, practice),
  ...comingUp(d, practice),
];

/** What is said at once. */
export const told = (d: Decided, practice: Practice): readonly Owed[] => [
  ...outcomes(d, practice),
  ...records(d, practice),
  ...followUps(d, practice),
  ...toldInPerson(d, practice),
];

/** What somebody is reminded of later. */
export const comingUp = (d: Decided, practice: Practice): readonly Owed[] => [
  ...afterDecision(d, practice).map(reminder),
  ...digests(d, practice),
  ...watchedRecord(d, practice),
];

/** N-1, N-3, R-7: the referrer if absent, and every invited agency none of whose people took part. */
const outcomes = (d: Decided, practice: Practice): readonly Owed[] => {
  const { referrer } = d.referral;
  const agencies = absentAgencies(d).filter((p) => p.personId !== referrer.personId);
  const owedTo = (recipient: Recipient, { rule, dueAt }: When): Owed => ({
    kind: 'outcome',
    recipient,
    rule,
    deadline: dueAt,
    owedAt: null,
  });
  const agencyDue = agencyNoticeDue(assessed(d, practice));
  return [
    ...(isPresent(d, referrer.personId) || referrer.anonymous === true
      ? []
      : [owedTo({ to: 'referrer' }, d.decision.noticeDue)]),
    ...agencies.map((p) => owedTo({ to: 'person', personId: p.personId }, agencyDue)),
  ];
};

/** N-1; or R-7, where absent agencies have the actions with everybody else; else no figure (N-6). */
const agencyNoticeDue = ({ due, later }: Assessment): When => {
  const sharesRecord = later.some(({ to }) => to.includes('absentAgencies'));
  const found = due('absentAgencyNoticeDueAt') ?? (sharesRecord ? due('recordCirculationDueAt') : null);
  return found ?? { rule: 'N-6', dueAt: null };
};

/** Those invited, or there at an earlier meeting, who did not take part and whose agency had nobody there. */
const absentAgencies = (d: Discussion): readonly Participant[] => {
  const present = new Set(attendanceOf(d).map((a) => agencyKey(a.participant.agency)));
  present.add(agencyKey(d.chair.agency));
  return [...d.invitations.map((i) => i.participant), ...tookPartEarlier(d)].filter(
    (p) => !isPresent(d, p.personId) && !present.has(agencyKey(p.agency)),
  );
};

/**
 * everybody who took part has what was recorded, and the social worker who carries it on, there or not.
 * The chair, who recorded it, has it already.
 */
export const records = (d: Decided, practice: Practice): readonly Owed[] => {
  const usual = recordDueToPresent(d, practice);
  const readers = [...d.attendance.map((a) => a.participant), leadSocialWorker(d), ...absentOwners(d, practice)];
  return readers
    .filter(({ personId }) => personId !== d.chair.personId)
    .map((participant) => {
      const isReferrer = participant.personId === d.referral.referrer.personId;
      const { rule, dueAt } = [
        ...(isReferrer ? [d.decision.noticeDue] : []),
        ...(wasThere(d, participant) ? [] : [agencyNoticeDue(assessed(d, practice))]),
      ].reduce(earlier, usual);
      return { ...message('record', participant, dueAt), rule };
    });
};

/** those invited who were absent and have an action. Anybody else with one hears of that and no more. */
const absentOwners = (d: Decided, practice: Practice): readonly Participant[] =>
  assessed(d, practice).later.some(({ to }) => to.includes('actionOwners'))
    ? openActions(d).flatMap(({ owner }) => (isInvited(d, owner.personId) ? [owner] : []))
    : [];

/** Whoever left before it was decided has to hear of it by when an absent agency does. */
const wasThere = (d: Decided, { personId }: Participant): boolean =>
  d.attendance.every((a) => a.participant.personId !== personId || wasThereAt(a, d.decision.decidedAt));

/** N-3: a referrer who took part has the outcome in writing too, by what was recorded. */
const earlier = (a: When, b: When): When => (b.dueAt !== null && (a.dueAt === null || b.dueAt < a.dueAt) ? b : a);

/** The earlier of the two, where a complex meeting has a limit of its own; no figure in some standards. */
const recordDueToPresent = (d: Decided, practice: Practice): When => {
  const { due } = assessed(d, practice);
  const [first] = [due('decisionsDueAt'), due('recordCirculationDueAt')]
    .flatMap((each) => each ?? [])
    .toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
  return first ?? { rule: null, dueAt: null };
};

/** What somebody has to see to now that it is decided, apart from telling the referrer (R-4, J-11). */
export const duties = (d: Decided, practice: Practice): readonly OwedNotice[] =>
  assessed(d, practice)
    .tell('afterwards')
    .filter(({ how }) => how === 'immediately' || how === 'asap');

/** N-5: the notice of the outcome carries advice. */
export const advisesReferrer = (d: Decided, practice: Practice): boolean =>
  assessed(d, practice)
    .tell('afterwards')
    .some(({ rule }) => rule === 'N-5');

/** One message each: the social worker has what comes next, the chair what a rule asks of the chair. */
const followUps = (d: Decided, practice: Practice): readonly Owed[] => {
  const toChair = duties(d, practice).find(({ to }) => to === 'chair');
  return [
    message('followUp', leadSocialWorker(d), null),
    ...(toChair === undefined ? [] : [{ ...message('followUp', d.chair, null), rule: toChair.rule }]),
  ];
};

/** AC-1: the convenor follows up what was to be done. */
const digests = (d: Decided, practice: Practice): readonly Owed[] => {
  const rule = followUpRule(d, practice);
  return digestTimes(d, practice).map((owedAt) => ({ ...message('overdueDigest', d.convenor, null), rule, owedAt }));
};

/** N-2: the social worker tells a referrer who took no part, in person or by telephone, as soon as possible. */
const toldInPerson = (d: Decided, practice: Practice): readonly Owed[] => {
  const { referrer } = d.referral;
  if (isPresent(d, referrer.personId) || referrer.anonymous === true) return [];
  const owed = assessed(d, practice)
    .tell('afterwards')
    .find(({ how }) => how === 'verbally');
  return owed === undefined ? [] : [{ ...message('tellReferrer', leadSocialWorker(d), null), rule: owed.rule }];
};

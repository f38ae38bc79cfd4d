/** The one translator from what has happened to what a standard may look at. Nothing of a discussion reaches a rule but here. */
import {
  emptyMatter,
  nothingEnquired,
  nothingHeld,
  nothingProposed,
  type ChildMatter,
  type Enquired,
  type Held,
  type Matter,
  type Proposed,
} from '../../practice/matter.ts';
import type { Attendee } from '../../practice/language/vocabulary.ts';
import { isInstant, type Instant } from '../../practice/time/instant.ts';
import type { Decision, Discussion, InSession, Known } from '../state/discussion.ts';
import { attendanceOf, isPresent } from '../state/discussion.ts';
import { answersOn, timesSeen } from '../state/enquired.ts';
import type { ChildDecision } from '../state/childDecision.ts';
import type { Child } from '../state/childShape.ts';
import type { Follows, Referral } from '../state/event.ts';
import { saidOf, type DiscussionFacts } from '../state/facts.ts';
import { entriesByItem } from '../state/agendaEntry.ts';
import { gateAnswers } from './gateAnswers.ts';
import { attendeesFrom } from './attendees.ts';
import { givenIn } from './givenIn.ts';
import { recordAnswers } from './recordHolds.ts';
import { wasThereAt } from '../state/attendance.ts';
import type { Attendance, Participant } from '../state/people.ts';

/** What is known before anybody has met: of a discussion, or of one about to be convened. */
export interface Concerned {
  readonly children: readonly Child[];
  /** Null while the form has not come to it. */
  readonly referral: {
    readonly receivedAt: Instant;
    readonly concernsIdentifiedAt: Instant;
    readonly referrer: Pick<Referral['referrer'], 'standing' | 'ofEducation'>;
  } | null;
  readonly facts: DiscussionFacts;
  readonly follows: Follows | null;
  readonly meeting: { readonly startsAt: Instant | null; readonly format: Known['meeting']['format'] };
  /** Those to be invited. */
  readonly invitees: readonly Pick<Participant, 'role'>[];
}

/** Emergency action taken before convening comes as one of the facts the form asks for (E-1, T-4). */
const actionBeforeConvening = ({ answers }: DiscussionFacts): Instant | null => {
  const at = answers['emergencyActionAt'];
  return typeof at === 'string' && isInstant(at) ? at : null;
};

export const matterBefore = ({ children, referral, facts, follows, meeting, invitees }: Concerned): Matter => ({
  ...emptyMatter,
  referral: {
    receivedAt: referral?.receivedAt ?? null,
    concernsIdentifiedAt: referral?.concernsIdentifiedAt ?? null,
    referrer: referral?.referrer.ofEducation === true ? 'education' : (referral?.referrer.standing ?? null),
  },
  said: new Set(saidOf(facts, 'discussion')),
  answers: facts.answers,
  // T-2: never silently.
  setAside: new Set(facts.setAside.filter(({ reason }) => reason.trim() !== '').map(({ fact }) => fact)),
  children: children.map((child) => childMatter(child, facts)),
  emergencyActionAt: actionBeforeConvening(facts),
  meeting: { ...meeting, type: null },
  proposed: invitees.map(({ role }) => role),
  held: chainOf(follows),
});

const childMatter = ({ childId, birth }: Child, facts: DiscussionFacts): ChildMatter => ({
  id: childId,
  birth,
  said: new Set(saidOf(facts, childId)),
  answers: facts.ofChild[childId] ?? {},
  decision: null,
  enquired: nothingEnquired,
});

/** A discussion as it stands, with `decisions` as if they were made where none are yet. */
export const matterOf = (d: Discussion, decisions: readonly ChildDecision[] = decisionsOf(d)): Matter => {
  const before = matterBefore({ ...d, invitees: d.invitations.map(({ participant }) => participant) });
  return {
    ...before,
    children: before.children.map((child) =>
      withDecision({ ...child, enquired: enquiredOf(d, child.id) }, decisions, d.scores),
    ),
    emergencyActionAt: firstActionOf(d),
    attendees: attendeesOf(d),
    agenda: { entries: entriesByItem(d.agenda), given: givenIn(d) },
    held: heldOf(d),
    record: recordAnswers(d),
  };
};

/** V-1: being seen counts from the referral on, the decision made or not. */
const enquiredOf = (d: Discussion, childId: string): Enquired => {
  const child = d.children.find((each) => each.childId === childId);
  const times = child === undefined ? [] : timesSeen(d, child);
  const seenAt = times.find((at) => at >= d.referral.receivedAt) ?? null;
  const atGate = child === undefined ? {} : gateAnswers(d, child, { isSeen: seenAt !== null });
  return { seenAt, answers: { ...answersOn(d, childId), ...atGate } };
};

const decisionsOf = (d: Discussion): readonly ChildDecision[] => (d.stage === 'decided' ? d.decision.children : []);

const withDecision = (
  child: ChildMatter,
  decisions: readonly ChildDecision[],
  scored: Discussion['scores'],
): ChildMatter => {
  const scores = scored.filter(({ childId }) => childId === child.id);
  const decision = decisions.find(({ childId }) => childId === child.id);
  if (decision === undefined) return { ...child, decision: { ...nothingProposed, scores } };
  const answers = { ...child.answers, ...decision.answers };
  return { ...child, answers, decision: { ...proposedBy(decision), scores } };
};

const proposedBy = (decision: ChildDecision): Proposed => ({
  ...nothingProposed,
  s47: decision.s47,
  reasons: decision.reasons,
  outcomes: decision.outcomes.map(({ code, fields }) => ({ ...fields, code })),
  plan: decision.plan,
  familyTold: decision.familyTold,
  further: decision.further,
});

const firstActionOf = (d: Discussion): Instant | null => {
  const before = actionBeforeConvening(d.facts);
  const all = [...(before === null ? [] : [before]), ...d.emergencyActions.map(({ takenAt }) => takenAt)];
  return all.toSorted()[0] ?? null;
};

/** whoever was there when it was decided; before that, whoever is there now. */
const attendeesOf = (d: Discussion): readonly Attendee[] =>
  d.stage === 'decided' ? attendeesAt(d, d.decision.decidedAt) : attending(d, ({ leftAt }) => leftAt === undefined);

/** Whoever was there at that moment, of those recorded. */
export const attendeesAt = (d: Discussion, at: Instant): readonly Attendee[] =>
  attending(d, (each) => wasThereAt(each, at));

/** Those recorded as taking part of whom it is true, gone or not. */
export const attending = (d: Discussion, counts: (each: Attendance) => boolean): readonly Attendee[] =>
  attendeesFrom(
    attendanceOf(d)
      .filter(counts)
      .map(({ participant, mode, hasAuthority, substituteFor }) => ({
        participant,
        mode,
        // where nobody has confirmed it for them, it does not count yet.
        canDecide: hasAuthority === true,
        isChair: participant.personId === chairOf(d).personId,
        substituteFor,
      })),
  );

/** Whoever has taken the chair since did not chair it. */
const chairOf = (d: Discussion): Participant => (d.stage === 'decided' ? d.decision.chair : d.chair);

/** The same if these decisions were recorded now, taken then, of a meeting that ended then. */
export const matterIfDecided = (
  state: InSession,
  children: readonly ChildDecision[],
  times: Pick<Decision, 'meetingEndedAt' | 'decidedAt'>,
): Matter => {
  const decision = { ...times, children, whereaboutsUnknownAt: null };
  return {
    ...matterOf(state, children),
    attendees: attendeesAt(state, times.decidedAt),
    held: heldAfter(state, decision, isPresent(state, state.referral.referrer.personId)),
  };
};

/** Clocks run from the meeting: when it ended, as the chair said, not when somebody recorded the decision. */
const heldOf = (d: Discussion): Held =>
  d.stage === 'decided' ? heldAfter(d, d.decision, isPresent(d, d.referral.referrer.personId)) : chainOf(d.follows);

/** The discussions before this one. */
const chainOf = (follows: Follows | null): Held => {
  const earlier = follows?.discussions ?? [];
  return {
    ...nothingHeld,
    discussions: earlier,
    firstDiscussionAt: earlier[0]?.at ?? null,
    previousDiscussionAt: earlier.at(-1)?.at ?? null,
    precededAt: earlier.at(-1)?.at ?? null,
    whereaboutsUnknownAt: follows?.whereaboutsUnknownAt ?? null,
    afterChildNotFound: follows !== null && follows.whereaboutsUnknownAt !== null,
  };
};

const heldAfter = (
  d: Known,
  decision: Pick<Decision, 'meetingEndedAt' | 'decidedAt' | 'children' | 'whereaboutsUnknownAt'>,
  referrerInvolved: boolean,
): Held => {
  const { meetingEndedAt, decidedAt, children, whereaboutsUnknownAt } = decision;
  const before = chainOf(d.follows);
  const s47 = children.some((child) => child.s47);
  const again = children.some(({ outcomes }) => outcomes.some(({ code }) => code === 'followUpDiscussion'));
  return {
    ...before,
    referrerInvolved,
    whereaboutsUnknownAt,
    meetingEndAt: meetingEndedAt,
    concludedAt: decidedAt,
    s47DecidedAt: s47 ? decidedAt : null,
    strategyDiscussionAt: s47 ? meetingEndedAt : null,
    discussions: [...before.discussions, { at: meetingEndedAt, decidedS47: s47 }],
    firstDiscussionAt: before.firstDiscussionAt ?? (again ? firstHeldAt(d, meetingEndedAt) : null),
    previousDiscussionAt: again ? meetingEndedAt : null,
    urgentEnquiry: children.some(({ answers }) => answers['urgentEnquiry'] === true),
  };
};

/** DL-9: a meeting short of its minimum was a discussion too. */
const firstHeldAt = ({ earlierMeetings }: Known, meetingEndedAt: Instant): Instant =>
  earlierMeetings[0]?.meeting.startsAt ?? meetingEndedAt;

import { londonDate } from '../practice/calendar.ts';
import { decidingAreas, fieldsWhenDeciding } from '../practice/decidingAreas.ts';
import { listedFacts } from '../practice/situation.ts';
import { dueBy, outcomeNoticeDue } from '../practice/deadlines.ts';
import { decisionFaults } from '../practice/outcomes.ts';
import type { Practice } from '../practice/practice.ts';
import { quorum, type Quorum } from '../practice/quorum.ts';
import type { Attendee } from '../practice/vocabulary.ts';
import type { CommandOf } from './command.ts';
import type { Discussion, OpenDiscussion } from './discussion.ts';
import { attendanceOf } from './discussion.ts';
import type { ChildDecision } from './event.ts';
import type { DecisionFault, MissingSeat, Refusal } from './refusal.ts';
import { accepted, refused, type Context, type Ruling } from './ruling.ts';

/** Opens the form. It may be opened while inquorate, to prepare; only recording it needs the minimum. */
export const openDecision = (state: OpenDiscussion): Ruling =>
  state.stage === 'inSession'
    ? accepted({ type: 'decisionOpened' })
    : refused({ code: 'notInSession', command: 'openDecision' });

/** Q-1..Q-10: a decision counts only when the minimum is there; P-*, O-*, J-*...: and only when it is complete. */
export const recordDecision = (
  state: OpenDiscussion,
  command: CommandOf<'recordDecision'>,
  { practice, at }: Context,
): Ruling => {
  if (state.stage !== 'inSession') return refused({ code: 'notInSession', command: 'recordDecision' });
  const short = quorumFault(state, practice, command.overrides);
  if (short !== null) return refused(short);
  const undecided = state.children
    .map((c) => c.childId)
    .filter((id) => !command.decisions.some((d) => d.childId === id));
  if (undecided.length > 0) return refused({ code: 'childrenNotAllDecided', childIds: undecided });
  const [extra] = command.decisions.filter(
    (d, i, all) => all.findIndex((o) => o.childId === d.childId) !== i || !has(state, d),
  );
  if (extra !== undefined) return refused({ code: 'notOneDecisionEach', childId: extra.childId });
  const checked = command.decisions.map((decision) => ({ decision, found: checkChild(state, decision, practice) }));
  const faults = checked.flatMap(({ found }) => found.faults);
  if (faults.length > 0) return refused({ code: 'decisionIncomplete', faults });
  const due = outcomeNoticeDue(practice, at) ?? dueBy(practice, 'writtenNoticeDueAt', { cpDecisionConcludedAt: at });
  const overrides = command.overrides.filter((o) => o.reason.trim() !== '');
  return accepted({
    type: 'decisionRecorded',
    decisions: [...command.decisions],
    overrides,
    warnings: [...new Set(checked.flatMap(({ found }) => found.warnings))],
    noticeDue: due === null ? { rule: 'N-6', dueAt: null } : { rule: due.rule, dueAt: due.dueAt },
  });
};

const has = (state: Discussion, { childId }: ChildDecision): boolean =>
  state.children.some((child) => child.childId === childId);

/** The minimum as it stands now, from those recorded as taking part. */
export const quorumNow = (state: Discussion, practice: Practice): Quorum => quorumOf(state, practice, attendees(state));

/** The minimum if just these people took part: also used to foresee it from replies. */
export const quorumOf = (state: Discussion, practice: Practice, those: readonly Attendee[]): Quorum =>
  quorum(practice, {
    format: state.meeting.format,
    circumstances: state.facts.circumstances,
    concerns: state.facts.concerns,
    complexReasons: state.facts.complexReasons,
    immediateRisk: state.facts.circumstances.some((c) => c === 'immediateRisk' || c === 'seriousRisk'),
    attendees: those,
  });

const attendees = (state: Discussion): readonly Attendee[] =>
  attendanceOf(state).map(({ participant, mode, hasAuthority, substituteFor }) => ({
    personId: participant.personId,
    role: participant.role,
    mode,
    // nobody has confirmed it for them, so it does not count yet.
    hasDecisionAuthority: hasAuthority === true,
    isChair: participant.personId === state.chair.personId,
    rank: participant.rank,
    ...(substituteFor === null ? {} : { substituteFor }),
  }));

/** The seats still empty, in the words of the standard. */
export const missingSeats = (found: Quorum): readonly MissingSeat[] =>
  found.seats
    .filter((seat) => seat.filledBy === null)
    .map(({ seat, words, rule, overridable }) => ({ seat, words, rule, overridable }));

const quorumFault = (
  state: Discussion,
  practice: Practice,
  overrides: CommandOf<'recordDecision'>['overrides'],
): Refusal | null => {
  const reasoned = (seat: MissingSeat) =>
    seat.overridable && overrides.some((o) => o.seat === seat.seat && o.reason.trim() !== '');
  const missing = missingSeats(quorumNow(state, practice)).filter((seat) => !reasoned(seat));
  return missing.length === 0 ? null : { code: 'inquorate', rule: missing[0]?.rule ?? 'Q-1', missing };
};

/** What blocks and what warns for one child, before anything is recorded: the form shows the same. */
export const checkChild = (
  state: Discussion,
  decision: ChildDecision,
  practice: Practice,
): { readonly faults: readonly DecisionFault[]; readonly warnings: readonly string[] } => {
  const facts = listedFacts(state.facts);
  const asked = decidingAreas.filter((area) => fieldsWhenDeciding(practice, area, facts).length > 0);
  const found = decisionFaults(practice, {
    circumstances: state.facts.circumstances,
    concerns: state.facts.concerns,
    complexReasons: state.facts.complexReasons,
    referralDate: londonDate(state.referral.receivedAt),
    meetingAt: state.meeting.startsAt,
    s47Decision: decision.s47,
    decisionReason: decision.reasons,
    outcomes: decision.outcomes.map(({ code, fields }) => ({ code, ...fields })),
    plan: decision.plan,
    familyTold: decision.familyTold,
    further: Object.fromEntries(asked.map((area) => [area, decision.further[area] ?? {}])),
    ...decision.answers,
  });
  return {
    faults: found.faults.map(({ code, rule, words }) => ({ code, rule, words, childId: decision.childId })),
    warnings: found.warnings.map((w) => w.words),
  };
};

import { dueBy, outcomeNoticeDue } from '../../practice/answers/deadlines.ts';
import type { Practice } from '../../practice/practice.ts';
import { checkChild } from '../matter/childCheck.ts';
import { missingSeats, quorumNow, type MissingSeat } from '../matter/quorumNow.ts';
import type { Discussion, OpenDiscussion } from '../state/discussion.ts';
import type { ChildDecision } from '../state/event.ts';
import type { CommandOf } from './command.ts';
import type { Refusal } from './refusal.ts';
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

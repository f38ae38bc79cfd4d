import type { ChildDecision } from '../state/childDecision.ts';
import { londonDate } from '../../practice/time/calendar.ts';
import { conferenceOf } from '../state/conference.ts';
import { changedParts } from '../state/correction.ts';
import { whenDeciding } from '../state/corrected.ts';
import type { Decided, Discussion } from '../state/discussion.ts';
import { reportOn } from '../state/enquiryReport.ts';
import { comeSince } from '../state/seen.ts';
import { checkChild } from '../matter/childCheck.ts';
import type { CommandOf } from './command.ts';
import { noticeDue, quorumFault } from './recordDecision.ts';
import type { Refusal } from './refusal.ts';
import { accepted, refused, type Context, type Ruling } from './ruling.ts';

/**
 * What was recorded of a child is put right, with the reason (R-1, P-5). All rules of recording hold as they did: the
 * minimum of the meeting that decided, what the standard forces, the answers it asks.
 */
export const correctDecision = (state: Discussion, command: CommandOf<'correctDecision'>, context: Context): Ruling => {
  if (state.stage === 'stoodDown') return refused({ code: 'tooLate', command: 'correctDecision', stage: 'stoodDown' });
  if (state.stage !== 'decided') return refused({ code: 'notDecidedYet' });
  const refusal = notAsItStands(state, command) ?? againstTheRules(state, command.decision, context);
  if (refusal !== null) return refused(refusal);
  const { number, decision, reason } = command;
  return accepted({
    type: 'decisionCorrected',
    number,
    decision,
    reason,
    warnings: warningsOf(state, decision, context),
    noticeDue: dueAgain(state, context),
  });
};

const notAsItStands = (
  state: Decided,
  { number, decision, reason, seen }: CommandOf<'correctDecision'>,
): Refusal | null => {
  const was = state.decision.children.find(({ childId }) => childId === decision.childId);
  if (was === undefined) return { code: 'noSuchChild' };
  if (number !== state.decision.corrections.length + 1) return { code: 'correctedMeanwhile' };
  if (reason.trim() === '') return { code: 'correctionReasonNeeded' };
  if (changedParts(was, decision).length === 0) return { code: 'nothingCorrected' };
  const made = was.s47 && !decision.s47 ? enquiryMade(state, decision.childId) : null;
  if (made !== null) return made;
  const since = comeSince(state, seen);
  return since.length === 0 ? null : { code: 'comeSince', what: since };
};

/** While it is under way it can still turn out that none was to start. */
const enquiryMade = (state: Decided, childId: string): Refusal | null => {
  const report = reportOn(state, childId);
  if (report?.standing.is === 'finished')
    return { code: 'enquiryWasMade', by: 'result', on: londonDate(report.standing.result.at) };
  const conference = conferenceOf(state, childId);
  return conference?.what === 'held' ? { code: 'enquiryWasMade', by: 'conference', on: conference.heldOn } : null;
};

const againstTheRules = (state: Decided, decision: ChildDecision, { practice }: Context): Refusal | null => {
  const then = whenDeciding(state);
  const { faults } = checkChild(then, decision, practice);
  return (
    quorumFault(then, practice, state.decision) ?? (faults.length === 0 ? null : { code: 'decisionIncomplete', faults })
  );
};

const warningsOf = (state: Decided, decision: ChildDecision, { practice }: Context): string[] =>
  checkChild(whenDeciding(state), decision, practice).warnings.map(({ words }) => words);

/** N-1, N-3: within the first limit while that is ahead; after it, as long as it was, from the correction. */
const dueAgain = (state: Decided, context: Context): ReturnType<typeof noticeDue> => {
  const { at } = context;
  const { noticeDue: first, children: decisions } = state.decision;
  if (first.dueAt === null || first.dueAt > at) return first;
  return noticeDue(whenDeciding(state), { decisions, meetingEndedAt: at }, context);
};

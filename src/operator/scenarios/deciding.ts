/** A decision as the chair records it: what the scenario says of it, and a whole form around it. */
import { assessed } from '../../discussion/matter/assessed.ts';
import type { Discussion } from '../../discussion/state/discussion.ts';
import type { ChildDecision } from '../../discussion/state/childDecision.ts';
import type { Outcome } from '../../practice/answers/outcomes.ts';
import type { CaseFile } from '../../practice/caseFile.ts';
import type { ProposedOutcome } from '../../practice/matter.ts';
import type { Practice } from '../../practice/practice.ts';
import { londonDate, type LocalDate } from '../../practice/time/calendar.ts';
import { filled, given as givenAnswers, inForm } from './filled.ts';

export const decisionFor = (practice: Practice, d: Discussion, given: CaseFile): ChildDecision => {
  const child = assessed(d, practice).child('A');
  const on = londonDate(d.meeting.startsAt);
  const s47 = saysEnquiry(given, child.outcomes);
  const outcomes = given.outcomes ?? usualOutcome(child.outcomes, s47);
  return {
    childId: 'A',
    s47,
    reasons: given.decisionReason ?? '',
    outcomes: outcomes.map((outcome) => outcomeFrom(outcome, given, child.outcomes, on)),
    plan: s47 ? planFor(practice, d, given, outcomes) : {},
    familyTold: given.familyTold ?? { decision: 'told', what: 'What was agreed in the meeting', withheldBecause: null },
    answers: answersFrom(given),
    further: {
      ...Object.fromEntries(child.deciding.map(({ area, fields }) => [area, filled(fields, on)])),
      ...Object.fromEntries(Object.entries(given.further ?? {}).map(([area, said]) => [area, givenAnswers(said)])),
    },
  };
};

/** What was chosen says it as well. */
const saysEnquiry = ({ s47Decision, outcomes = [] }: CaseFile, known: readonly Outcome[]): boolean =>
  s47Decision ?? known.some(({ code, s47 }) => s47 && outcomes.some((chosen) => chosen.code === code));

/** Where the scenario is not about what is chosen: the first outcome that may be. */
const usualOutcome = (known: readonly Outcome[], s47: boolean): readonly ProposedOutcome[] =>
  known
    .filter((each) => each.s47 === s47 && each.refusal === null)
    .slice(0, 1)
    .map(({ code }) => ({ code }));

const outcomeFrom = (
  { code, ...fields }: ProposedOutcome,
  { outcomes }: CaseFile,
  known: readonly Outcome[],
  on: LocalDate,
): ChildDecision['outcomes'][number] =>
  outcomes === undefined
    ? { code, fields: filled(known.find((each) => each.code === code)?.fields ?? [], on) }
    : { code, fields: givenAnswers(fields) };

/** `plan: true` beside an outcome says that there is one, complete; without it the chair leaves it blank. */
const planFor = (
  practice: Practice,
  d: Discussion,
  { plan, outcomes: chosen }: CaseFile,
  outcomes: readonly ProposedOutcome[],
): ChildDecision['plan'] => {
  if (plan !== undefined) return plan;
  const isThere = chosen === undefined || outcomes.some((outcome) => !['', 'no'].includes(inForm(outcome['plan'])));
  return isThere ? filled(assessed(d, practice).plan, londonDate(d.meeting.startsAt)) : {};
};

/** Unanswered is left out: it is never a no. */
const answersFrom = (given: CaseFile): ChildDecision['answers'] => {
  const all = {
    s47DecisionBy: given.s47DecisionBy,
    safeguardingConcerns: given.safeguardingConcerns,
    complainantIsAdult: given.complainantIsAdult,
    currentChildProtectionConcern: given.currentChildProtectionConcern,
    childInContactWithAllegedOffender: given.childInContactWithAllegedOffender,
    epoDecision: given.epoDecision,
    legalAdviceAt: given.legalAdviceAt,
    designatedManagerApprovalAt: given.designatedManagerApprovalAt,
  };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === undefined || value === null ? [] : [[name, value]])),
  );
};

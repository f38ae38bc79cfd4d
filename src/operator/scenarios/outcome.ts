/** `outcome`: whether the chair of a quorate meeting can record a decision, and what stands in its way (P-*, O-*, J-*). */
import { assessed } from '../../discussion/matter/assessed.ts';
import { checkChild } from '../../discussion/matter/childCheck.ts';
import type { Refusal } from '../../discussion/commands/refusal.ts';
import type { Discussion } from '../../discussion/state/discussion.ts';
import type { CaseFile } from '../../practice/caseFile.ts';
import { endOfDay, isLocalDate } from '../../practice/time/calendar.ts';
import { answering, type Teller } from './answer.ts';
import { convenor, somebody } from './cast.ts';
import { conveneCommand, sceneOf, type Scene } from './convening.ts';
import { decisionFor } from './deciding.ts';
import { present, quorate } from './meeting.ts';
import { nothingTold, tell, tryTo, type Told } from './told.ts';

export const outcome: Teller = (practice, given) => {
  const scene = sceneFor(given);
  const convened = tell(nothingTold(practice), convenor, conveneCommand(practice, given, scene), scene.at);
  const met = present(quorate(convened, scene.at), scorers(given), scene.at);
  return answering(met, (d) => {
    const { told, refusals } = scaled(met, given, scene);
    return decided(told, d, given, scene, refusals);
  });
};

/** O-6: a follow-up is counted from the meeting; where that has no time, nobody asks how late it is. */
const sceneFor = (given: CaseFile): Scene => {
  const scene = sceneOf(given);
  const dates = (given.outcomes ?? []).flatMap(({ date }) =>
    typeof date === 'string' && isLocalDate(date) ? date : [],
  );
  const last = dates.toSorted().at(-1);
  if (given.meetingAt || last === undefined) return scene;
  const at = endOfDay(last);
  return { ...scene, at, startsAt: at };
};

const scorers = ({ scores = [] }: CaseFile) => scores.map(({ personId }) => somebody(personId, 'involvedHealth'));

/** SC-3: each scores for themselves; what is refused stays out of the record. */
const scaled = (told: Told, { scores = [] }: CaseFile, { at }: Scene) =>
  scores.reduce<{ readonly told: Told; readonly refusals: readonly Refusal[] }>(
    (before, { personId, score, analysis }) => {
      const who = somebody(personId, 'involvedHealth');
      const command = {
        kind: 'scaleSafety',
        personId: who.personId,
        childId: 'A',
        score,
        analysis: analysis ?? '',
        wouldRaise: '',
      } as const;
      const { refusal } = tell(before.told, who, command, at);
      return {
        told: tryTo(before.told, who, command, at),
        refusals: refusal === null ? before.refusals : [...before.refusals, refusal],
      };
    },
    { told, refusals: [] },
  );

const decided = (told: Told, d: Discussion, given: CaseFile, { at }: Scene, before: readonly Refusal[]): object => {
  const { practice } = told;
  const decision = decisionFor(practice, d, given);
  const command = { kind: 'recordDecision', meetingEndedAt: at, decisions: [decision], overrides: [] } as const;
  const { refusal } = tell(told, d.chair, command, at);
  const refused = [...before, ...(refusal === null ? [] : [refusal])];
  const errors = [...new Set([...unanswered(told, d, given), ...refused.flatMap(codesOf)])];
  const { warnings } = checkChild(d, decision, practice);
  return {
    valid: errors.length === 0,
    errors: inVocabulary(errors).length === 0 ? errors : inVocabulary(errors),
    warnings: inVocabulary(warnings.map(({ code }) => code)),
  };
};

/** P-1: the form cannot be sent without a yes or a no. */
const unanswered = ({ practice }: Told, d: Discussion, { s47Decision }: CaseFile): readonly string[] => {
  const isAsked = assessed(d, practice)
    .child('A')
    .asked('decision')
    .some(({ name }) => name === 's47Decision');
  return isAsked && typeof s47Decision !== 'boolean' ? ['s47DecisionRequired'] : [];
};

/** SC-*: where nobody scales, a score is not wrong but goes unrecorded. */
const codesOf = (refusal: Refusal): readonly string[] => {
  switch (refusal.code) {
    case 'decisionIncomplete':
    case 'scoreRefused':
      return refusal.faults.map(({ code }) => code);
    case 'notAskedHere':
      return [];
    default:
      return [refusal.code];
  }
};

/** Codes the scenario vocabulary has for a decision. The product knows finer ones, shown by `practice check`. */
const vocabulary = [
  'childContactUnanswered',
  'epoDesignatedManagerApprovalRequired',
  'epoLegalAdviceRequired',
  'followUpDateRequired',
  'icpcNotAnOutcome',
  'jointConsidered',
  'jointInvestigationMandatory',
  'nfaReasonRequired',
  's47RequiredCpPlanWithinTwoYears',
  'scaleAnalysisRequired',
  'scaleOutOfRange',
];

/** A refusal is never without a reason: where the vocabulary has no word for it, the product’s own is given. */
const inVocabulary = (codes: readonly string[]): readonly string[] =>
  codes.filter((code) => vocabulary.includes(code.split(':')[0] ?? code));

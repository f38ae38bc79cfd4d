/** When police and social care must investigate together (J-*), and when the police may act alone (O-4). */
import type { RuleId } from '../language/vocabulary.ts';
import type { Decision } from '../language/facts.ts';
import { nothingFound, type Fault, type Findings } from './findings.ts';
import { rulesOfKind, type Practice } from '../practice.ts';
import type { RuleOf } from '../language/rule.ts';
import { holds, type FactSet } from './situation.ts';

const historicGround = 'adultHistoricNoCurrentConcern';

const chose = (given: Decision, code: string): boolean =>
  (given.outcomes ?? []).some((outcome) => outcome.code === code);

const isHistoric = (given: Decision): boolean =>
  (given.outcomes ?? []).some(({ code, ground }) => code === 'policeOnly' && ground === historicGround);

/** The offences present that are always investigated jointly (J-1 to J-6). */
export const jointCategories = (practice: Practice, facts: FactSet): readonly RuleOf<'jointInvestigation'>[] =>
  rulesOfKind(practice, 'jointInvestigation').filter(({ concern }) => facts.has(concern));

/** O-4(a), J-12: an adult's allegation about childhood, no child at risk now, and none in contact with the offender. */
const policeAlone = (given: Decision): boolean =>
  given.childInContactWithAllegedOffender === false &&
  given.complainantIsAdult !== false &&
  given.currentChildProtectionConcern !== true;

const mandatory = (rule: { readonly id: RuleId; readonly text: string }): Fault => ({
  code: 'jointInvestigationMandatory',
  rule: rule.id,
  words: `${rule.text} Choose a joint section 47 enquiry.`,
});

/** J-12: what is not known about contact with the alleged offender falls back on a joint investigation. */
const historicFaults = (practice: Practice, given: Decision): readonly Fault[] => {
  const rule = rulesOfKind(practice, 'historicAllegation')[0];
  if (rule === undefined || !isHistoric(given)) return [];
  const contact = given.childInContactWithAllegedOffender;
  if (contact === undefined || contact === null) {
    const words = 'Say whether any child is now in contact with the alleged offender.';
    return [{ code: 'childContactUnanswered', rule: rule.id, words }];
  }
  if (contact !== false) return chose(given, 's47Joint') ? [] : [mandatory(rule)];
  if (policeAlone(given)) return [];
  const words = 'The police act alone only if an adult alleges abuse in childhood and no child is at risk now.';
  return [{ code: 'policeOnlyGroundNotMet', rule: rule.id, words }];
};

const mandatoryFaults = (practice: Practice, given: Decision, facts: FactSet): readonly Fault[] => {
  if (chose(given, 's47Joint')) return [];
  const historic = rulesOfKind(practice, 'historicAllegation').length > 0 && isHistoric(given);
  const unanswered = (given.childInContactWithAllegedOffender ?? null) === null;
  // J-12 asks first; once answered, an intra-familial offence is exempt only if the police may indeed act alone.
  const exempt = historic && (unanswered || policeAlone(given));
  const present = jointCategories(practice, facts).filter(
    ({ concern }) => !(exempt && concern === 'intrafamilialSexualOffence'),
  );
  return present.slice(0, 1).map(mandatory);
};

/** J-8: always consider a joint investigation; without one, say why. O-2 asks it of a single-agency enquiry. */
const consideredFindings = (practice: Practice, given: Decision, facts: FactSet): Findings => {
  const rule = rulesOfKind(practice, 'considerJoint').find(({ when }) => holds(when, facts));
  if (rule === undefined || chose(given, 's47Joint')) return nothingFound;
  const warnings: readonly Fault[] = [{ code: 'jointConsidered', rule: rule.id, words: rule.text }];
  const reasoned = chose(given, 's47SingleAgency') || (given.decisionReason ?? '').trim() !== '';
  const words = 'Say why the investigation is not joint.';
  return { faults: reasoned ? [] : [{ code: 'notJointReasonRequired', rule: rule.id, words }], warnings };
};

/** What the joint-investigation rules find in a decision. */
export function jointFindings(practice: Practice, given: Decision, facts: FactSet): Findings {
  const considered = consideredFindings(practice, given, facts);
  return {
    faults: [...mandatoryFaults(practice, given, facts), ...historicFaults(practice, given), ...considered.faults],
    warnings: considered.warnings,
  };
}

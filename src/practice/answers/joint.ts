/** When police and social care must investigate together (J-*), and when the police may act alone (O-4). */
import type { Proposed } from '../matter.ts';
import { nothingFound, type Fault, type Findings } from './findings.ts';
import { rulesOfKind, type Practice } from '../practice.ts';
import type { RuleOf } from '../language/rule.ts';
import type { RuleId } from '../language/vocabulary.ts';
import { holds, type ChildReading, type FactSet } from './reading.ts';

const chose = ({ outcomes }: Proposed, code: string): boolean =>
  (outcomes ?? []).some((outcome) => outcome.code === code);

/** The rule on an adult's allegation about childhood, where that is what is decided. */
const historicRule = (practice: Practice, { outcomes }: Proposed): RuleOf<'historicAllegation'> | undefined =>
  rulesOfKind(practice, 'historicAllegation').find(({ outcome, ground }) =>
    (outcomes ?? []).some((chosen) => chosen.code === outcome && chosen['ground'] === ground),
  );

/** The offences present that are always investigated jointly (J-1 to J-6). */
const jointCategories = (practice: Practice, facts: FactSet): readonly RuleOf<'jointInvestigation'>[] =>
  rulesOfKind(practice, 'jointInvestigation').filter(({ concern }) => facts.has(concern));

/** O-4(a), J-12: an adult's allegation about childhood, no child at risk now, and none in contact with the offender. */
const policeAlone = ({ answers }: ChildReading['child']): boolean =>
  answers['childInContactWithAllegedOffender'] === false &&
  answers['complainantIsAdult'] !== false &&
  answers['currentChildProtectionConcern'] !== true;

const mandatory = (rule: { readonly id: RuleId; readonly text: string }): Fault => ({
  code: 'jointInvestigationMandatory',
  rule: rule.id,
  words: `${rule.text} Choose a joint section 47 enquiry.`,
});

/** J-12: what is not known about contact with the alleged offender falls back on a joint investigation. */
const historicFaults = (practice: Practice, { child }: ChildReading, proposed: Proposed): readonly Fault[] => {
  const rule = historicRule(practice, proposed);
  if (rule === undefined) return [];
  const contact = child.answers['childInContactWithAllegedOffender'];
  if (contact === undefined || contact === null) {
    const words = 'Say whether any child is now in contact with the alleged offender.';
    return [{ code: 'childContactUnanswered', rule: rule.id, words }];
  }
  if (contact !== false) return chose(proposed, 's47Joint') ? [] : [mandatory(rule)];
  if (policeAlone(child)) return [];
  const words = 'The police act alone only if an adult alleges abuse in childhood and no child is at risk now.';
  return [{ code: 'policeOnlyGroundNotMet', rule: rule.id, words }];
};

const mandatoryFaults = (practice: Practice, { child, facts }: ChildReading, proposed: Proposed): readonly Fault[] => {
  if (chose(proposed, 's47Joint')) return [];
  const historic = historicRule(practice, proposed);
  const unanswered = (child.answers['childInContactWithAllegedOffender'] ?? null) === null;
  // J-12 asks first; once answered, what it exempts is exempt only if the police may indeed act alone.
  const exempt = unanswered || policeAlone(child) ? (historic?.exempts ?? []) : [];
  const present = jointCategories(practice, facts).filter(({ concern }) => !exempt.includes(concern));
  return present.slice(0, 1).map(mandatory);
};

/** J-8: always consider a joint investigation; without one, say why. O-2 asks it of a single-agency enquiry. */
const consideredFindings = (practice: Practice, facts: FactSet, proposed: Proposed): Findings => {
  const rule = rulesOfKind(practice, 'considerJoint').find(({ when }) => holds(when, facts));
  if (rule === undefined || chose(proposed, 's47Joint')) return nothingFound;
  const warnings: readonly Fault[] = [{ code: 'jointConsidered', rule: rule.id, words: rule.text }];
  const reasoned = chose(proposed, 's47SingleAgency') || (proposed.reasons ?? '').trim() !== '';
  const words = 'Say why the investigation is not joint.';
  return { faults: reasoned ? [] : [{ code: 'notJointReasonRequired', rule: rule.id, words }], warnings };
};

/** What the joint-investigation rules find in a decision about one child. */
export const jointFindings = (practice: Practice, child: ChildReading, proposed: Proposed): Findings => {
  const considered = consideredFindings(practice, child.facts, proposed);
  return {
    faults: [
      ...mandatoryFaults(practice, child, proposed),
      ...historicFaults(practice, child, proposed),
      ...considered.faults,
    ],
    warnings: considered.warnings,
  };
};

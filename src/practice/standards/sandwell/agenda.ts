/** Sandwell: the agenda of section 10, in its order. */
import type { Rule } from '../../language/rule.ts';
import type { Asks, When } from '../../language/ruleParts.ts';
import type { RuleId } from '../../language/vocabulary.ts';
import { under } from './source.ts';

const item = (n: number, text: string, more: { when?: When; covers?: readonly RuleId[]; asks?: Asks } = {}): Rule => ({
  id: `A-SA-${n}`,
  text,
  source: under('Section 10'),
  strength: 'must',
  bot: ['agenda'],
  kind: 'agenda',
  ...more,
});

const disclosure: Asks = {
  about: 'thirdPartyDisclosure',
  fields: [
    { name: 'discloseToThirdParty', words: 'Is a risky person disclosed to a third party?', kind: 'yesNo' },
    {
      name: 'policeApproval',
      words: 'Have the police approved it?',
      kind: 'yesNo',
      mustBe: true,
      onlyIf: { field: 'discloseToThirdParty', is: [true] },
    },
    {
      name: 'mappaConsidered',
      words: 'Have Multi-Agency Public Protection Arrangements been considered?',
      kind: 'yesNo',
      onlyIf: { field: 'discloseToThirdParty', is: [true] },
    },
  ],
};

export const agenda: readonly Rule[] = [
  item(1, 'Share information, including from the police'),
  item(2, "The child's wishes and feelings; race, ethnicity, language, disability, special needs; interpreter", {
    when: { anyOf: ['disabledChild'] },
  }),
  item(3, 'Other children affected'),
  item(4, 'Any existing assessment and actions'),
  item(5, 'Whether a section 47 enquiry and assessment start or continue, and for which children', { covers: ['G-1'] }),
  item(6, 'Plan of the enquiry: information, medicals and treatment (need, timing), who, when and why', {
    covers: ['MD-1', 'MD-5', 'MD-8', 'MD-9'],
  }),
  item(7, 'Single agency or joint'),
  item(8, 'Immediate and short-term action, services, care arrangements', {
    when: { anyOf: ['immediateRisk', 'seriousRisk'] },
    covers: ['E-4'],
  }),
  item(9, 'Urgent removal of the child, or of the alleged perpetrator from home', {
    when: { anyOf: ['emergencyActionNeeded', 'emergencyActionPlanned'] },
  }),
  item(10, 'Hospital: contact, safe discharge', { when: { anyOf: ['inpatient'] } }),
  item(11, 'What happens if the child is not found', { when: { anyOf: ['whereaboutsUnknown'] } }),
  item(12, 'Criminal investigation and interviews (who, by whom, why, when); Achieving Best Evidence'),
  item(13, "Consents for interviews and assessments; the court's prior consent if proceedings are running", {
    when: { anyOf: ['courtProceedings'] },
    covers: ['MD-10'],
  }),
  item(14, 'Support for the child and family'),
  item(
    15,
    'What the family is told; if urgent: consulting parents and child, consents, legal matters, who accompanies the child, whom to notify',
    { covers: ['F-1', 'F-3'] },
  ),
  item(
    16,
    'Disclosure about a risky person to third parties, with police approval, considering Multi-Agency Public Protection Arrangements; to a parent about a third party, police and trust agree how',
    { asks: disclosure },
  ),
  item(17, 'How information is obtained and shared given race and ethnicity; interpreter'),
  item(18, 'Whether legal advice is needed', { when: { anyOf: ['legalAdviceNeeded'] }, covers: ['L-1', 'L-3'] }),
  item(19, 'How to answer the press, if relevant'),
  item(20, 'Timescales and owners for everything above'),
  item(21, 'History of violence to professionals: risk to child and staff, strategy, joint action', {
    when: { anyOf: ['violenceToProfessionals'] },
  }),
  item(22, 'How agencies keep each other informed; a further discussion with a timescale if no decision is possible', {
    covers: ['O-6'],
  }),
];

/** Fields that the rules of several standards ask for in the same words. */
import type { Choice, Field } from '../language/ruleParts.ts';

/** What F-1 and F-3 ask, apart from the reasons each accepts for withholding. */
export const familyToldFields: readonly Field[] = [
  {
    name: 'decision',
    words: 'What is the family told?',
    kind: 'choice',
    choices: [
      { value: 'told', words: 'Told what follows' },
      { value: 'withheld', words: 'Not told for now' },
    ],
  },
  { name: 'what', words: 'What they are told', kind: 'longText', onlyIf: { field: 'decision', is: ['told'] } },
];

export const ownerField: Field = { name: 'owner', words: 'Who owns it', kind: 'person' };
export const reasonField: Field = { name: 'reason', words: 'Reason', kind: 'longText' };
const planField: Field = { name: 'plan', words: 'Plan of the enquiry', kind: 'longText', answeredBy: 'plan' };
const risksField: Field = { name: 'risks', words: 'Risks to assess', kind: 'longText' };

const longText = (name: string, words: string): Field => ({ name, words, kind: 'longText' });

export const statedPlanFields: readonly Field[] = [
  longText('furtherInformation', 'Further information needed, how it is gained and recorded'),
  longText('immediateAction', 'Immediate and short-term action, who and by when'),
  longText('legalAction', 'Legal action'),
];

export const jointEnquiryFields: readonly Field[] = [
  planField,
  risksField,
  { name: 'policeLead', words: 'Lead police officer', kind: 'person' },
  { name: 'socialWorkLead', words: 'Lead social worker', kind: 'person' },
];

export const singleAgencyFields: readonly Field[] = [
  planField,
  risksField,
  { name: 'leadAgency', words: 'Agency that leads', kind: 'text' },
  { name: 'notJointReason', words: 'Why the investigation is not joint', kind: 'longText' },
];

export const earlyHelpFields: readonly Field[] = [
  { name: 'referralOwner', words: 'Who makes the referral', kind: 'person' },
];

export const followUpFields: readonly Field[] = [
  { name: 'date', words: 'Date of the follow-up', kind: 'date', fault: 'followUpDateRequired' },
  { name: 'reviewer', words: 'Social work manager who reviews it', kind: 'person' },
];

/** Three reasons for seeing a child without a parent's permission (V-6, V-7). */
export const permissionExceptions: readonly Choice[] = [
  { value: 'coercion', words: 'The child might be coerced or threatened' },
  { value: 'evidenceLoss', words: 'Evidence might be lost' },
  { value: 'childObjectsCompetent', words: 'A child competent to decide does not want the parent told' },
];

/** The factors of X-1, in the order of the source. */
export const sevenFactors: readonly Field[] = [
  longText('seriousness', 'How serious the concern is'),
  longText('repetitionOrDuration', 'How often, or for how long'),
  longText('childVulnerability', 'How vulnerable the child is'),
  longText('source', 'Where the concern comes from'),
  longText('accumulationPattern', 'Whether concerns accumulate, or form a pattern'),
  longText('livingContext', 'The context in which the child lives'),
  longText('familyPredisposing', 'Predisposing factors in the family'),
];

/** H-3: an acceptance by telephone relieves nobody. */
export const writtenAcceptance: Field = {
  name: 'writtenAcceptance',
  words: 'Has the home authority accepted responsibility in writing?',
  kind: 'yesNo',
  mustBe: true,
};

/** Practice Standards 2025: the decision, its outcomes, when an investigation must be joint, and the plan. */
import type { Rule } from '../../language/rule.ts';
import type { Field } from '../../language/ruleParts.ts';
import { jointCategories } from './joint.ts';
import { shared } from '../shared.ts';
import { earlyHelpFields, followUpFields, ownerField, reasonField, singleAgencyFields } from '../sharedFields.ts';
import { under } from './source.ts';

const groundField: Field = {
  name: 'ground',
  words: 'Why the police alone',
  kind: 'choice',
  choices: [
    {
      value: 'adultHistoricNoCurrentConcern',
      words: 'An adult alleges abuse in childhood and no child is at risk now',
    },
    { value: 'stranger', words: 'The offender is unknown to the child and family' },
  ],
};

const abeField: Field = {
  name: 'abeConsidered',
  words: 'Has a joint Achieving Best Evidence interview been considered?',
  kind: 'yesNo',
  warnsOnly: true,
  onlyIf: { field: 'ground', is: ['stranger'] },
};

const planText = (name: string, words: string): Field => ({ name, words, kind: 'longText' });

export const decision: readonly Rule[] = [
  {
    id: 'P-1',
    text: 'The only decision is whether a section 47 enquiry starts within the single assessment, yes or no, and then its plan; the chair says so.',
    source: under('Practice Standards'),
    strength: 'must',
    bot: ['ask', 'block'],
    kind: 'requirement',
    asks: {
      about: 'decision',
      fields: [{ name: 's47Decision', words: 'Does a section 47 enquiry start?', kind: 'yesNo' }],
    },
  },
  {
    id: 'P-2',
    text: 'The discussion is not a passport to an initial child protection conference: a conference is not an outcome here.',
    source: under('Additional guidance'),
    strength: 'must',
    bot: ['block'],
    kind: 'outcomeBar',
    never: ['initialChildProtectionConference'],
    fault: 'icpcNotAnOutcome',
  },
  {
    id: 'P-5',
    text: 'The reasons for the decision are recorded.',
    source: under('Practice Standards; Additional guidance'),
    strength: 'must',
    bot: ['block'],
    kind: 'requirement',
    asks: {
      about: 'decision',
      fields: [{ name: 'decisionReason', words: 'Reasons for the decision', kind: 'longText' }],
    },
  },
  { ...shared['O-1'], source: under('Outcomes') },
  {
    id: 'O-2',
    text: 'A single-agency section 47 enquiry has a plan, the risks to assess, the agency that leads and the reason it is not joint.',
    source: under('Outcomes'),
    strength: 'must',
    bot: ['block', 'schedule'],
    kind: 'outcome',
    outcomes: [
      { code: 's47SingleAgency', words: 'Single-agency section 47 enquiry', s47: true, requires: singleAgencyFields },
    ],
  },
  {
    id: 'O-3',
    text: 'A section 17 assessment is completed or continued, with a reason and an owner.',
    source: under('Outcomes'),
    strength: 'must',
    bot: ['block'],
    kind: 'outcome',
    outcomes: [
      {
        code: 's17Assessment',
        words: 'Complete or continue a section 17 assessment',
        requires: [reasonField, ownerField],
      },
    ],
  },
  {
    id: 'O-4',
    text: 'The police act alone only where an adult alleges abuse in childhood and no child is at risk now, or the offender is unknown to the child and family; then a joint interview is still considered.',
    source: under('Outcomes'),
    strength: 'must',
    bot: ['block'],
    kind: 'outcome',
    outcomes: [{ code: 'policeOnly', words: 'Police investigation only', requires: [groundField, abeField] }],
  },
  {
    id: 'O-5',
    text: 'Early help is offered, with an owner for the referral.',
    source: under('Outcomes'),
    strength: 'should',
    bot: ['ask', 'block'],
    kind: 'outcome',
    outcomes: [{ code: 'earlyHelp', words: 'Early help', requires: earlyHelpFields }],
  },
  {
    id: 'O-6',
    text: 'A follow-up discussion has a clear date and is reviewed regularly by a social work manager.',
    source: under('Outcomes'),
    strength: 'must',
    bot: ['schedule', 'block'],
    kind: 'outcome',
    outcomes: [{ code: 'followUpDiscussion', words: 'Follow-up discussion', requires: followUpFields }],
  },
  {
    id: 'O-7',
    text: 'No further action only where no safeguarding concerns remain, with the reason recorded.',
    source: under('Outcomes'),
    strength: 'must',
    bot: ['block'],
    kind: 'outcome',
    outcomes: [
      {
        code: 'noFurtherAction',
        words: 'No further action',
        requires: [{ ...reasonField, fault: 'nfaReasonRequired' }],
        notWhen: { when: { anyOf: ['concernsRemain'] }, fault: 'nfaConcernsRemain' },
      },
    ],
  },
  {
    id: 'O-10',
    text: 'Several outcomes may be chosen for one child.',
    source: under('Outcomes'),
    strength: 'info',
    bot: ['inform'],
    kind: 'information',
  },
  {
    id: 'O-11',
    text: 'For one child, no further action stands alone, a joint and a single-agency enquiry exclude each other, and police only excludes both; an enquiry already runs inside the assessment.',
    source: under('Outcomes (inferred for consistency)'),
    strength: 'must',
    bot: ['block', 'warn'],
    under: { reading: 'outcomeExclusions', is: 'enforced' },
    kind: 'exclusion',
    alone: ['noFurtherAction'],
    apart: [
      ['s47Joint', 's47SingleAgency'],
      ['policeOnly', 's47Joint'],
      ['policeOnly', 's47SingleAgency'],
    ],
    cautions: [
      ['s47Joint', 's17Assessment'],
      ['s47SingleAgency', 's17Assessment'],
    ],
  },
  ...jointCategories,
  {
    id: 'PL-1',
    text: 'The plan states the risk areas, actions with dates, how and when any criminal investigation runs, what parents and child are told and when, and immediate, short-term and legal action.',
    source: under('Practice Standards; Additional guidance'),
    strength: 'must',
    bot: ['block'],
    kind: 'requirement',
    asks: {
      about: 'plan',
      fields: [
        planText('riskAreas', 'Areas of risk'),
        planText('actions', 'Actions, with dates'),
        planText('criminalInvestigation', 'How and when any criminal investigation runs'),
        planText('familyCommunication', 'What the parents and the child are told, how and when'),
        planText('immediateAction', 'Immediate and short-term action, who and by when'),
        planText('legalAction', 'Legal action'),
      ],
    },
  },
  { ...shared['PL-2'], source: under('Outcomes') },
  {
    id: 'PL-5',
    text: 'Qualified and experienced social workers carry out the enquiry.',
    source: under('Section 47 enquiries: Purpose'),
    strength: 'should',
    bot: ['warn'],
    kind: 'requirement',
    asks: {
      about: 'plan',
      fields: [
        {
          name: 'leadQualified',
          words: 'Is the lead social worker qualified and experienced?',
          kind: 'yesNo',
          mustBe: true,
        },
      ],
    },
  },
  {
    id: 'PL-6',
    text: 'The social worker has eight tasks in the enquiry.',
    source: under('Section 47 enquiries: Purpose'),
    strength: 'must',
    bot: ['schedule'],
    kind: 'duty',
    at: 'enquiry',
    when: { anyOf: ['s47Yes'] },
    by: 'socialWorker',
    tasks: [
      'Get a clear account of the concern',
      "Read the family's history, earlier enquiries and plans",
      "Gather other agencies' records",
      'Take emergency action if needed, with a safety plan a manager has endorsed',
      'Make the agency checks',
      'Involve the parents and record the decision about their permission',
      'Identify significant adults and visitors',
      'Work directly with the child',
    ],
  },
  {
    id: 'MD-11',
    text: 'Decide whether a medical examination is needed, and who consults the duty consultant paediatrician.',
    source: under('Purpose of the Strategy Discussion'),
    strength: 'must',
    bot: ['agenda'],
    kind: 'requirement',
    asks: {
      about: 'medical',
      fields: [
        { name: 'medicalNeeded', words: 'Is a medical examination needed?', kind: 'yesNo' },
        {
          name: 'consultsPaediatrician',
          words: 'Who consults the duty consultant paediatrician',
          kind: 'person',
          onlyIf: { field: 'medicalNeeded', is: [true] },
        },
      ],
    },
  },
];

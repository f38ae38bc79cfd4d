/** Liverpool: the agenda, scaling, the decision and plan, seeing the child, and what follows. */
import type { Rule } from '../../language/rule.ts';
import type { Field, When } from '../../language/ruleParts.ts';
import { ownerField, permissionExceptions, reasonField } from '../sharedFields.ts';
import type { RuleId } from '../../language/vocabulary.ts';
import { under } from './source.ts';

const section2 = under('Section 2');
const section3 = under('Section 3');

const item = (n: number, text: string, more: { when?: When; covers?: readonly RuleId[] } = {}): Rule => ({
  id: `A-LI-${n}`,
  text,
  source: section2,
  strength: 'must',
  bot: ['agenda'],
  kind: 'agenda',
  ...more,
});

const text = (name: string, words: string): Field => ({ name, words, kind: 'longText' });

export const deciding: readonly Rule[] = [
  item(1, 'Share information'),
  item(2, 'Any criminal investigation'),
  item(3, 'Whether a section 47 enquiry starts or continues'),
  item(4, 'The plan, including treatment: who, when and why'),
  item(5, 'Immediate action and interim support; from hospital, safe discharge', {
    when: { anyOf: ['immediateRisk', 'inpatient', 'emergencyActionTaken', 'emergencyActionNeeded'] },
  }),
  item(6, 'What the family is told', { covers: ['F-1'] }),
  item(7, 'Legal action', { when: { anyOf: ['legalAdviceNeeded', 'emergencyProtectionOrder'] } }),
  item(8, 'Interviews: who, by whom, why and when; least distress, evidence protected'),
  item(9, 'When the child is seen alone by the lead social worker or with the police; wishes and feelings'),
  item(10, 'Race, ethnicity and whether an interpreter is needed'),
  item(11, 'Brothers, sisters and other children, shared establishments, contacts of the alleged abuser'),
  item(12, 'Scaling: how safe the child is', { covers: ['SC-1', 'SC-2', 'SC-3'] }),
  item(13, 'Next steps, with owner, date and intended outcome', { covers: ['AC-2'] }),
  item(14, 'Known violence: police advice or help before visits', { when: { anyOf: ['violenceToProfessionals'] } }),
  {
    id: 'SC-1',
    text: 'Seven headings are worked through in order before anyone scales.',
    source: section2,
    strength: 'must',
    bot: ['ask'],
    kind: 'requirement',
    asks: {
      about: 'scaling',
      fields: [
        text('pastHarm', 'Past harm'),
        text('futureDanger', 'Future danger'),
        text('complicatingFactors', 'Complicating factors'),
        text('existingStrengths', 'Existing strengths'),
        text('existingSafety', 'Existing safety'),
        text('safetyGoals', 'Safety goals'),
        text('nextSteps', 'Next steps'),
      ],
    },
  },
  {
    id: 'SC-2',
    text: 'The scale runs from 0, no safety and further harm almost certain, to 10, well protected and the case could close: high is safe.',
    source: section2,
    strength: 'must',
    bot: ['block'],
    kind: 'scale',
    min: 0,
    max: 10,
  },
  {
    id: 'SC-3',
    text: 'Each professional scores and explains; the analysis outweighs the number, and no average is shown.',
    source: section2,
    strength: 'must',
    bot: ['block'],
    kind: 'scaleAnalysis',
  },
  {
    id: 'SC-4',
    text: 'Ask what would raise the score, for example from 4 to 7.',
    source: section2,
    strength: 'should',
    bot: ['ask'],
    kind: 'duty',
    at: 'meeting',
    by: 'chair',
  },
  {
    id: 'SC-5',
    text: 'The score never decides the outcome.',
    source: section2,
    strength: 'info',
    bot: ['inform'],
    kind: 'information',
  },
  {
    id: 'P-4',
    text: 'The Team Manager takes the section 47 decision after the discussion.',
    source: section3,
    strength: 'must',
    bot: ['block'],
    kind: 'requirement',
    asks: {
      about: 'decision',
      fields: [{ name: 's47DecisionBy', words: 'Manager who takes the section 47 decision', kind: 'person' }],
    },
  },
  {
    id: 'O-3',
    text: 'A child in need assessment or services, with a reason and an owner.',
    source: section2,
    strength: 'must',
    bot: ['block'],
    kind: 'outcome',
    outcomes: [
      {
        code: 's17Assessment',
        words: 'Child in need assessment or services',
        requires: [reasonField, ownerField],
      },
    ],
  },
  {
    id: 'O-9',
    text: 'Where the child is not at risk, the outcome is no further action, child in need services, or a referral to another agency.',
    source: section2,
    strength: 'must',
    bot: ['block'],
    kind: 'outcome',
    outcomes: [
      {
        code: 'noFurtherAction',
        words: 'No further action',
        requires: [],
        notWhen: { when: { anyOf: ['s47Yes', 'concernsRemain'] }, fault: 'onlyIfNotAtRisk' },
      },
      {
        code: 'referralOtherAgency',
        words: 'Referral to another agency',
        requires: [{ name: 'agency', words: 'Agency', kind: 'text' }],
        notWhen: { when: { anyOf: ['s47Yes'] }, fault: 'onlyIfNotAtRisk' },
      },
    ],
  },
  {
    id: 'PL-4',
    text: 'The plan states the interviews, when the child is seen alone, other children in the home, children elsewhere in contact with the alleged abuser, and whom the family will co-operate with.',
    source: under('Sections 2 and 3'),
    strength: 'must',
    bot: ['block'],
    kind: 'requirement',
    asks: {
      about: 'plan',
      fields: [
        text('interviews', 'Interviews'),
        { name: 'childSeenAlone', words: 'When the child is seen alone', kind: 'text' },
        text('otherChildren', 'Other children in the home'),
        text('childrenInOtherHouseholds', 'Children elsewhere in contact with the alleged abuser'),
        text('cooperation', 'Whom the family will co-operate with'),
      ],
    },
  },
  {
    id: 'V-3',
    text: "The dates on which the child was seen alone are recorded; otherwise who was present, and why it was against the child's interests.",
    source: section3,
    strength: 'must',
    bot: ['block'],
    kind: 'requirement',
    asks: {
      about: 'childSeen',
      fields: [
        { name: 'seenAlone', words: 'Was the child seen alone?', kind: 'yesNo' },
        {
          name: 'dateSeenAlone',
          words: 'Date the child was seen alone',
          kind: 'date',
          onlyIf: { field: 'seenAlone', is: [true] },
        },
        { name: 'whoPresent', words: 'Who was present', kind: 'text', onlyIf: { field: 'seenAlone', is: [false] } },
        {
          name: 'againstInterests',
          words: "Why being seen alone was against the child's interests",
          kind: 'longText',
          onlyIf: { field: 'seenAlone', is: [false] },
        },
      ],
    },
  },
  {
    id: 'V-6',
    text: 'A parent agrees before the child is seen, except for three reasons, and then legal advice is needed.',
    source: section3,
    strength: 'must',
    bot: ['block'],
    kind: 'requirement',
    asks: {
      about: 'parentalPermission',
      fields: [
        { name: 'permissionGiven', words: 'Does a parent agree?', kind: 'yesNo' },
        {
          name: 'permissionException',
          words: 'Why the child is seen without it',
          kind: 'choice',
          choices: permissionExceptions,
          onlyIf: { field: 'permissionGiven', is: [false] },
        },
        {
          name: 'permissionLegalAdviceAt',
          words: 'When legal advice was taken',
          kind: 'text',
          onlyIf: { field: 'permissionGiven', is: [false] },
        },
      ],
    },
  },
];

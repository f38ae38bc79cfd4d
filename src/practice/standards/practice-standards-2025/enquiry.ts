/** Practice Standards 2025: seeing the child, agency checks and the family. */
import type { Rule } from '../../language/rule.ts';
import { shared } from '../shared.ts';
import { permissionExceptions } from '../sharedFields.ts';
import { under } from './source.ts';

const purpose = 'Section 47 enquiries: Purpose';
export const enquiry: readonly Rule[] = [
  {
    id: 'V-1',
    text: 'The child is seen within 24 hours of the decision to start an enquiry.',
    source: under(purpose),
    strength: 'must',
    bot: ['schedule', 'warn'],
    kind: 'deadline',
    due: [
      {
        name: 'childSeenDueAt',
        from: 's47DecidedAt',
        limit: { hours: 24 },
        otherwise: { reading: 'childSeenFrom', choice: 'referral', from: 'referralReceivedAt' },
      },
      { name: 'flagUnseenFrom', from: 'referralReceivedAt', limit: { hours: 24 } },
    ],
  },
  {
    id: 'V-2',
    text: 'The child is seen alone, except for six reasons.',
    source: under(purpose),
    strength: 'must',
    bot: ['ask'],
    kind: 'requirement',
    asks: {
      about: 'childSeen',
      fields: [
        { name: 'seenAlone', words: 'Was the child seen alone?', kind: 'yesNo' },
        {
          name: 'notAloneReason',
          words: 'Why the child was not seen alone',
          kind: 'choice',
          onlyIf: { field: 'seenAlone', is: [false] },
          choices: [
            { value: 'unborn', words: 'Not yet born' },
            { value: 'preverbalOrYoung', words: 'Too young to speak' },
            { value: 'dangerousBehaviour', words: 'Dangerous or challenging behaviour' },
            { value: 'additionalNeeds', words: 'Needs or a disability would make it too distressing' },
            { value: 'refuses', words: 'The child refuses' },
            { value: 'secureAccommodation', words: 'A secure setting prevents it' },
          ],
        },
      ],
    },
  },
  {
    id: 'V-3',
    text: 'The dates on which the child was seen alone are recorded; otherwise who was present, and why.',
    source: under(purpose),
    strength: 'must',
    bot: ['block'],
    kind: 'requirement',
    asks: {
      about: 'childSeen',
      fields: [
        {
          name: 'dateSeenAlone',
          words: 'Date the child was seen alone',
          kind: 'date',
          onlyIf: { field: 'seenAlone', is: [true] },
        },
        { name: 'whoPresent', words: 'Who was present', kind: 'text', onlyIf: { field: 'seenAlone', is: [false] } },
      ],
    },
  },
  {
    id: 'V-4',
    text: 'The lead social worker communicates with every child in the home, and sees the children who are the focus alone.',
    source: under('Communicating with children'),
    strength: 'must',
    bot: ['schedule'],
    kind: 'duty',
    at: 'enquiry',
    when: { anyOf: ['s47Yes'] },
    by: 'leadSocialWorker',
  },
  {
    id: 'V-5',
    text: "Seeing the child covers how the child presents, the child's account, how carer and child get on, the home and where the child sleeps, hazards, other children, risk, and information and reassurance for the child.",
    source: under('Communicating with children'),
    strength: 'info',
    bot: ['inform'],
    kind: 'information',
  },
  {
    id: 'V-7',
    text: "The joint team may see a child without the parent's knowledge for three reasons only.",
    source: under(purpose),
    strength: 'must',
    bot: ['ask', 'block'],
    kind: 'requirement',
    asks: {
      about: 'parentalPermission',
      fields: [
        { name: 'permissionGiven', words: 'Does a parent know and agree?', kind: 'yesNo' },
        {
          name: 'permissionException',
          words: 'Why the child is seen without it',
          kind: 'choice',
          choices: permissionExceptions,
          onlyIf: { field: 'permissionGiven', is: [false] },
        },
      ],
    },
  },
  {
    id: 'V-8',
    text: 'Agencies are checked without consent for three reasons only, authorised by a manager.',
    source: under(purpose),
    strength: 'must',
    bot: ['ask', 'block'],
    kind: 'requirement',
    asks: {
      about: 'agencyChecks',
      fields: [
        { name: 'checksConsent', words: 'Did the parents agree to agency checks?', kind: 'yesNo' },
        {
          name: 'checksException',
          words: 'Why checks are made without consent',
          kind: 'choice',
          onlyIf: { field: 'checksConsent', is: [false] },
          choices: [
            { value: 'riskIncrease', words: 'Asking would raise the risk' },
            { value: 'refusedConcernRemains', words: 'They refused, and the concern remains' },
            { value: 'impedesInvestigation', words: 'Asking would impede a criminal investigation' },
          ],
        },
        {
          name: 'checksAuthorisedBy',
          words: 'Manager who authorised it',
          kind: 'person',
          onlyIf: { field: 'checksConsent', is: [false] },
        },
      ],
    },
  },
  { ...shared['F-1'], source: under('Purpose of the Strategy Discussion') },
  {
    id: 'F-2',
    text: 'The outcome is shared with the family afterwards, unless that is unsafe for the child.',
    source: under('Attendees'),
    strength: 'must',
    bot: ['schedule', 'ask'],
    kind: 'requirement',
    asks: {
      about: 'familyAfterwards',
      fields: [
        { name: 'outcomeShared', words: 'Has the outcome been shared with the family?', kind: 'yesNo' },
        {
          name: 'outcomeNotSharedReason',
          words: 'Why sharing it is unsafe for the child',
          kind: 'longText',
          onlyIf: { field: 'outcomeShared', is: [false] },
        },
      ],
    },
  },
  {
    id: 'F-6',
    text: 'The family understands the enquiry and can take part in it.',
    source: under(purpose),
    strength: 'must',
    bot: ['schedule'],
    kind: 'duty',
    at: 'enquiry',
    when: { anyOf: ['s47Yes'] },
    by: 'leadSocialWorker',
    tasks: [
      'Explain the purpose and outcome of the enquiry',
      'Check that the parents can take it in under stress',
      'Arrange an interpreter or advocate',
      'Give the parents an early chance to say what happened',
    ],
  },
  {
    id: 'F-8',
    text: 'The leaflet for families must not promise that everything is shared: what may be withheld follows F-1.',
    source: under('Purpose of the Strategy Discussion, against the leaflet for families'),
    strength: 'info',
    bot: ['inform'],
    kind: 'information',
  },
];

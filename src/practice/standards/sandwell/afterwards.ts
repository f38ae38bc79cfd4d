/** Sandwell: the record, and the limits on how long the process may take. */
import type { Rule } from '../../language/rule.ts';
import { shared } from '../shared.ts';
import { under } from './source.ts';

export const afterwards: readonly Rule[] = [
  {
    id: 'R-6',
    text: 'The chair sees that the standard form is used, in the case system the authority names; the Social Work Unit Manager authorises it.',
    source: under('Section 11'),
    strength: 'must',
    bot: ['block'],
    kind: 'requirement',
    asks: {
      about: 'signOff',
      fields: [
        { name: 'standardForm', words: 'Is it on the standard form?', kind: 'yesNo', mustBe: true },
        {
          name: 'authorisedByRank',
          words: 'Rank of the manager who authorises it',
          kind: 'text',
          mustBe: 'socialWorkUnitManager',
        },
      ],
    },
  },
  {
    id: 'R-7',
    text: 'Actions, dates, roles and how they are reviewed reach all parties within 1 working day.',
    source: under('Section 11'),
    strength: 'must',
    bot: ['schedule', 'block'],
    kind: 'deadline',
    due: [{ name: 'recordCirculationDueAt', from: 'meetingEndAt', limit: { workingDays: 1 } }],
    to: ['attendees', 'actionOwners', 'absentAgencies'],
    asks: {
      about: 'action',
      fields: [
        { name: 'action', words: 'Action', kind: 'longText' },
        { name: 'due', words: 'By when', kind: 'date' },
        { name: 'owner', words: 'Who owns it', kind: 'person' },
        { name: 'reviewMechanism', words: 'How it is reviewed', kind: 'longText' },
      ],
    },
  },
  {
    id: 'R-8',
    text: 'After a complex meeting the decision and recommendations go out within 24 hours, and signed minutes within 5 working days through the Safeguarding Service.',
    source: under('Section 4.2'),
    strength: 'must',
    bot: ['schedule'],
    kind: 'deadline',
    due: [
      { name: 'decisionsDueAt', from: 'meetingEndAt', limit: { hours: 24 }, meetingType: 'complex' },
      { name: 'minutesDueAt', from: 'meetingEndAt', limit: { workingDays: 5 }, meetingType: 'complex' },
    ],
    to: ['attendees'],
  },
  {
    id: 'R-11',
    text: 'If the family is not told of the concern, the reason is recorded.',
    source: under('Section 1'),
    strength: 'must',
    bot: ['block'],
    kind: 'requirement',
    asks: {
      about: 'familyConcern',
      fields: [
        {
          name: 'concernNotToldReason',
          words: 'Why not',
          kind: 'longText',
          onlyIf: { field: 'concernTold', is: [false] },
        },
      ],
    },
  },
  {
    ...shared['DL-3'],
    source: under('Section 12, against sections 2 and 10'),
    due: [
      {
        ...shared['DL-3'].due[0],
        otherwise: { reading: 'sandwellConferenceFrom', choice: 'last', from: 'lastDiscussionAt' },
      },
    ],
  },
  {
    id: 'DL-4',
    text: 'The Social Work Unit Manager requests a conference immediately when concerns are substantiated.',
    source: under('Section 10'),
    strength: 'must',
    bot: ['schedule'],
    kind: 'duty',
    at: 'enquiry',
    when: { anyOf: ['s47Yes'] },
    by: 'socialWorkUnitManager',
  },
  { ...shared['DL-6'], source: under('Section 4.3') },
  {
    id: 'DL-8',
    text: 'No more than 28 days pass between discussions.',
    source: under('Section 2'),
    strength: 'must',
    bot: ['block'],
    kind: 'deadline',
    due: [{ name: 'latestNextAt', from: 'previousDiscussionAt', limit: { calendarDays: 28 } }],
  },
  {
    id: 'DL-9',
    text: 'The process is concluded within 3 months of the first discussion.',
    source: under('Section 2'),
    strength: 'must',
    bot: ['schedule'],
    kind: 'deadline',
    due: [{ name: 'concludeBy', from: 'firstDiscussionAt', limit: { months: 3 } }],
  },
  {
    id: 'DL-10',
    text: 'The 3-month limit is passed only in exceptional circumstances, and only if the Head of Service authorises it.',
    source: under('Section 2'),
    strength: 'must',
    bot: ['block'],
    kind: 'requirement',
    asks: {
      about: 'extension',
      fields: [
        { name: 'exceptional', words: 'Are the circumstances exceptional?', kind: 'yesNo', mustBe: true },
        {
          name: 'headOfServiceAuthorised',
          words: 'Has the Head of Service authorised it?',
          kind: 'yesNo',
          mustBe: true,
        },
      ],
    },
  },
  { ...shared['DL-11'], source: under('Section 12') },
  { ...shared['AC-1'], source: under('Section 3') },
];

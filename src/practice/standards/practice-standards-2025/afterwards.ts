/** Practice Standards 2025: the record, who is told, and what falls due later. */
import type { Rule } from '../../language/rule.ts';
import type { Field } from '../../language/ruleParts.ts';
import { shared } from '../shared.ts';
import { under } from './source.ts';

const text = (name: string, words: string): Field => ({ name, words, kind: 'longText' });
const done = (name: string, words: string): Field => ({ name, words, kind: 'yesNo', mustBe: true });

export const afterwards: readonly Rule[] = [
  {
    id: 'R-1',
    text: 'The record is succinct and states the purpose, the reason, the risks behind the decision and the plan.',
    source: under('Practice Standards'),
    strength: 'must',
    bot: ['block'],
    kind: 'requirement',
    asks: {
      about: 'record',
      fields: [
        text('purpose', 'Purpose of the discussion'),
        text('reason', 'Reason for the decision'),
        text('risks', 'Risks behind the decision'),
        text('plan', 'Plan'),
      ],
    },
  },
  {
    id: 'R-2',
    text: 'Every action has a next step, a date and an owner, and forms part of the safety plan.',
    source: under('Recording'),
    strength: 'must',
    bot: ['block'],
    kind: 'requirement',
    asks: {
      about: 'action',
      fields: [
        text('step', 'Next step'),
        { name: 'due', words: 'By when', kind: 'date' },
        { name: 'owner', words: 'Who owns it', kind: 'person' },
      ],
    },
  },
  {
    id: 'R-3',
    text: 'The record is uploaded within 1 working day and, wherever possible, circulated to everyone present and every owner of an action.',
    source: under('Recording; Practice Standards'),
    strength: 'must',
    bot: ['schedule', 'notify'],
    kind: 'deadline',
    due: [
      { name: 'recordUploadDueAt', from: 'meetingEndAt', limit: { workingDays: 1 } },
      { name: 'recordCirculationDueAt', from: 'meetingEndAt', limit: { workingDays: 1 } },
    ],
    to: ['attendees', 'actionOwners'],
  },
  {
    id: 'R-4',
    text: "The child's file is updated with the actions immediately.",
    source: under('Recording'),
    strength: 'must',
    bot: ['notify'],
    kind: 'notice',
    at: 'afterwards',
    to: 'chair',
    how: 'immediately',
  },
  {
    id: 'R-5',
    text: 'The pathway in the case system is started, completed and signed off by the chair.',
    source: under('Recording'),
    strength: 'must',
    bot: ['ask'],
    kind: 'requirement',
    asks: {
      about: 'signOff',
      fields: [
        done('pathwayStarted', 'Is the pathway started in the case system?'),
        done('pathwayCompleted', 'Is the pathway complete?'),
        done('pathwaySignedOffByChair', 'Has the chair signed it off?'),
      ],
    },
  },
  {
    id: 'N-1',
    text: 'The referrer and other relevant agencies that were absent get the outcome within 1 working day.',
    source: under('Practice Standards'),
    strength: 'must',
    bot: ['notify', 'warn'],
    kind: 'deadline',
    due: [
      { name: 'referrerNoticeDueAt', from: 'meetingEndAt', limit: { workingDays: 1 } },
      { name: 'absentAgencyNoticeDueAt', from: 'meetingEndAt', limit: { workingDays: 1 } },
    ],
    to: ['referrer', 'absentAgencies'],
  },
  {
    id: 'DL-1',
    text: 'The enquiry is complete within 15 days of the discussion.',
    source: under('Section 47 enquiries: Purpose'),
    strength: 'must',
    bot: ['schedule'],
    kind: 'deadline',
    due: [
      {
        name: 's47DueAt',
        from: 'strategyDiscussionAt',
        limit: { calendarDays: 15 },
        otherwise: { reading: 's47Days', choice: 'workingDays', limit: { workingDays: 15 } },
      },
    ],
  },
  {
    id: 'DL-2',
    text: 'Where concerns are high and a conference or legal planning has been decided, the enquiry is complete within 5 days.',
    source: under('Section 47 enquiries: Purpose'),
    strength: 'must',
    bot: ['schedule'],
    kind: 'deadline',
    due: [
      {
        name: 'urgentS47DueAt',
        from: 'strategyDiscussionAt',
        limit: { calendarDays: 5 },
        otherwise: { reading: 's47Days', choice: 'workingDays', limit: { workingDays: 5 } },
      },
    ],
  },
  { ...shared['DL-3'], source: under('Outcomes') },
  { ...shared['DL-11'], source: under('Outcomes') },
  {
    id: 'AC-3',
    text: 'The report of the enquiry states the result of each action of the strategy discussion.',
    source: under('Recording of the section 47 enquiry'),
    strength: 'must',
    bot: ['block'],
    kind: 'requirement',
    asks: { about: 's47Record', fields: [text('actionResults', 'Result of each action')] },
  },
];

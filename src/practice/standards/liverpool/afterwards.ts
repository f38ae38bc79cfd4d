/** Liverpool: the family, emergency action, the record, the referrer, and what falls due later. */
import type { Rule } from '../../language/rule.ts';
import { shared } from '../shared.ts';
import { under } from './source.ts';

const section2 = under('Section 2');
const section3 = under('Section 3');

export const afterwards: readonly Rule[] = [
  { ...shared['F-1'], source: section2 },
  {
    id: 'F-7',
    text: 'Those with parental responsibility have a chance to take part in the process, though not in the meeting; contact after a removal is supported.',
    source: section3,
    strength: 'must',
    bot: ['schedule'],
    kind: 'duty',
    at: 'enquiry',
    by: 'leadSocialWorker',
  },
  {
    id: 'E-2',
    text: 'Planned emergency action follows a strategy meeting, with the child seen and legal advice where necessary; an enquiry follows quickly and it is kept under review.',
    source: section3,
    strength: 'should',
    bot: ['warn'],
    kind: 'requirement',
    when: { anyOf: ['emergencyActionPlanned'] },
    asks: {
      about: 'emergencyAction',
      fields: [
        { name: 'meetingHeld', words: 'Has a strategy meeting been held?', kind: 'yesNo', mustBe: true },
        { name: 'childSeen', words: 'Has the child been seen?', kind: 'yesNo', mustBe: true },
        { name: 'legalAdviceNecessary', words: 'Is legal advice necessary?', kind: 'yesNo' },
        {
          name: 'legalAdviceTaken',
          words: 'Has it been taken?',
          kind: 'yesNo',
          mustBe: true,
          onlyIf: { field: 'legalAdviceNecessary', is: [true] },
        },
      ],
    },
  },
  {
    id: 'E-3',
    text: 'An alleged abuser leaving, or the child kept safe in place, may be enough; for a removal an emergency protection order is preferred, and police protection is only for immediate risk.',
    source: section3,
    strength: 'should',
    bot: ['warn'],
    kind: 'requirement',
    when: { anyOf: ['emergencyActionPlanned', 'emergencyActionTaken', 'emergencyActionNeeded'] },
    asks: {
      about: 'emergencyAction',
      fields: [
        {
          name: 'protection',
          words: 'How the child is protected',
          kind: 'choice',
          choices: [
            { value: 'perpetratorLeaves', words: 'The alleged abuser leaves' },
            { value: 'voluntarySafePlace', words: 'The child is kept safe by agreement' },
            { value: 'epo', words: 'Emergency protection order' },
            { value: 'policeProtection', words: 'Police protection' },
          ],
        },
        {
          name: 'immediateRisk',
          words: 'Is the risk immediate?',
          kind: 'yesNo',
          mustBe: true,
          onlyIf: { field: 'protection', is: ['policeProtection'] },
        },
      ],
    },
  },
  {
    id: 'L-2',
    text: 'With an emergency protection order in force, quickly consider care or other proceedings, or let it lapse.',
    source: section3,
    strength: 'must',
    bot: ['schedule'],
    kind: 'duty',
    at: 'afterwards',
    when: { anyOf: ['emergencyProtectionOrder'] },
    by: 'socialWorker',
  },
  {
    id: 'R-9',
    text: 'The chair records on the strategy form and in the child protection module of the case system.',
    source: section2,
    strength: 'must',
    bot: ['block'],
    kind: 'requirement',
    asks: {
      about: 'signOff',
      fields: [
        { name: 'recordedBy', words: 'Who records it', kind: 'text', mustBe: 'chair' },
        {
          name: 'inCaseSystem',
          words: 'Is it in the child protection module of the case system?',
          kind: 'yesNo',
          mustBe: true,
        },
      ],
    },
  },
  {
    id: 'AC-2',
    text: 'Every next step has an owner, a date and an intended outcome.',
    source: section2,
    strength: 'must',
    bot: ['block'],
    kind: 'requirement',
    asks: {
      about: 'action',
      fields: [
        { name: 'owner', words: 'Who owns it', kind: 'person' },
        { name: 'due', words: 'By when', kind: 'date' },
        { name: 'intendedOutcome', words: 'Intended outcome', kind: 'longText' },
      ],
    },
  },
  {
    id: 'N-2',
    text: 'The social worker tells a referrer who took no part, in person or by telephone, as soon as possible.',
    source: section2,
    strength: 'must',
    bot: ['notify'],
    kind: 'notice',
    at: 'afterwards',
    to: 'referrer',
    how: 'verbally',
    when: { anyOf: ['referrerNotInvolved'] },
  },
  {
    id: 'N-3',
    text: 'The referrer has written confirmation within one day of the decision process ending.',
    source: section2,
    strength: 'must',
    bot: ['schedule'],
    kind: 'deadline',
    due: [
      {
        name: 'writtenNoticeDueAt',
        from: 'cpDecisionConcludedAt',
        limit: { calendarDays: 1 },
        otherwise: { reading: 'writtenNoticeDay', choice: 'workingDay', limit: { workingDays: 1 } },
      },
    ],
    to: ['referrer'],
  },
  {
    id: 'N-4',
    text: 'A referrer who has heard nothing within 1 working day asks the social work team for a written reply, then the line manager, and keeps pursuing it.',
    source: section2,
    strength: 'must',
    bot: ['notify'],
    kind: 'deadline',
    due: [{ name: 'referrerMayChaseAfter', from: 'cpDecisionConcludedAt', limit: { workingDays: 1 } }],
    steps: ['socialWorkTeam', 'lineManager'],
  },
  {
    id: 'D-2',
    text: "A referrer who disagrees uses the safeguarding partnership's escalation procedure.",
    source: section2,
    strength: 'must',
    bot: ['notify'],
    kind: 'escalation',
    of: 'referrerDisagrees',
    steps: ['lscpEscalation'],
  },
  {
    id: 'DL-5',
    text: 'The enquiry is complete within 15 working days of the decision to start it.',
    source: section3,
    strength: 'must',
    bot: ['schedule'],
    kind: 'deadline',
    due: [{ name: 's47DueAt', from: 's47DecidedAt', limit: { workingDays: 15 } }],
  },
  {
    id: 'DL-7',
    text: 'A child in need assessment is complete within 45 days of the referral.',
    source: section2,
    strength: 'must',
    bot: ['schedule'],
    kind: 'deadline',
    due: [
      {
        name: 'assessmentDueAt',
        from: 'referralReceivedAt',
        limit: { calendarDays: 45 },
        otherwise: { reading: 'assessmentDays', choice: 'workingDays', limit: { workingDays: 45 } },
      },
    ],
  },
];

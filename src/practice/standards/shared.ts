/**
 * Rules that several standards state alike: the same id and sentence, each standard adding where its own text says so.
 */
import { healthRoles, policeRoles, socialWorkerRoles } from '../language/roles.ts';
import type { RuleBody, RuleCommon } from '../language/rule.ts';
import { sharedAfterwards } from './sharedAfterwards.ts';
import { jointEnquiryFields, statedPlanFields } from './sharedFields.ts';

type Shared = RuleBody & RuleCommon;

const baselineChair = {
  seat: 'chair',
  words: "Chair, from children's social care",
  roles: [],
  inviteAs: null,
} as const;

export const shared = {
  'C-1': {
    id: 'C-1',
    text: 'Where there is reasonable cause to suspect a child is suffering, or likely to suffer, significant harm, a strategy discussion is required.',
    strength: 'must',
    bot: ['schedule', 'block'],
    kind: 'trigger',
    when: { anyOf: ['reasonableCause'] },
  },
  'C-2': {
    id: 'C-2',
    text: 'A discussion may follow a referral or be held at any later point: that a case is already open is no bar.',
    strength: 'consider',
    bot: ['ask'],
    kind: 'trigger',
    when: { anyOf: ['newReferral', 'assessment', 'cin', 'cpPlan', 'lookedAfter', 'openCaseNewInfo'] },
    noBar: 'caseAlreadyOpen',
  },
  'C-19': {
    id: 'C-19',
    text: 'For organised or multiple abuse, or fabricated or induced illness, the specific guidance is followed as well.',
    strength: 'should',
    bot: ['agenda'],
    kind: 'trigger',
    when: { anyOf: ['organisedAbuse', 'fii'] },
    guidance: 'Specific guidance on organised or multiple abuse, or on fabricated or induced illness',
  },
  'Q-1': {
    id: 'Q-1',
    text: 'A social worker, a health professional and the police take part at least.',
    strength: 'must',
    bot: ['block'],
    kind: 'seats',
    seats: [
      { ...baselineChair, alsoFills: 'socialWorker', under: { reading: 'baselineChair', is: 'maySitToo' } },
      { ...baselineChair, under: { reading: 'baselineChair', is: 'chairsOnly' } },
      {
        seat: 'socialWorker',
        words: 'Social worker',
        roles: socialWorkerRoles,
        inviteAs: 'socialWorker',
      },
      { seat: 'health', words: 'Health professional', roles: healthRoles, inviteAs: 'health' },
      { seat: 'police', words: 'Police officer', roles: policeRoles, inviteAs: 'police' },
    ],
  },
  'CH-10': {
    id: 'CH-10',
    text: "Children's social care convenes; any of its workers may chair, and the social worker may chair as well as attend.",
    strength: 'must',
    bot: ['block'],
    kind: 'chair',
    ranks: null,
  },
  'Q-9': {
    id: 'Q-9',
    text: 'The discussion is never delayed because somebody is unavailable: hold it on time, find a substitute or a call, and if it is still short, share information, act on immediate safety and meet again.',
    strength: 'must',
    bot: ['warn', 'block'],
    kind: 'attendance',
    inquorateAllows: ['infoSharing', 'immediateSafetyActions', 'followUpDiscussion'],
  },
  'Q-10': {
    id: 'Q-10',
    text: 'Everyone who attends is senior enough to decide for their agency.',
    strength: 'must',
    bot: ['ask', 'block'],
    kind: 'attendance',
    asks: {
      about: 'reply',
      fields: [{ name: 'hasDecisionAuthority', words: 'Can you decide for your agency?', kind: 'yesNo' }],
    },
  },
  'S-1': {
    id: 'S-1',
    text: 'Parents, carers, the child and other family members are never invited.',
    strength: 'must',
    bot: ['block'],
    kind: 'excluded',
    roles: ['child', 'parent', 'carer', 'familyMember'],
  },
  'S-4': {
    id: 'S-4',
    text: 'A substitute must be able to decide for the agency; written information never counts towards the minimum.',
    strength: 'must',
    bot: ['block'],
    kind: 'attendance',
  },
  'I-1': {
    id: 'I-1',
    text: 'The professional or agency that made the referral is invited.',
    strength: 'consider',
    bot: ['invite'],
    kind: 'invitee',
    when: { anyOf: ['referredByProfessional'] },
    roles: ['referrer'],
    level: 'consider',
  },
  'I-2': {
    id: 'I-2',
    text: "If the child is in a school, nursery or children's centre, that setting is invited.",
    strength: 'consider',
    bot: ['invite'],
    kind: 'invitee',
    when: { anyOf: ['inSchool', 'inNursery', 'inChildrensCentre', 'inEducationSetting'] },
    roles: ['education'],
    level: 'consider',
  },
  'I-7': {
    id: 'I-7',
    text: 'If the child is looked after, the fostering service is invited.',
    strength: 'must',
    bot: ['invite'],
    kind: 'invitee',
    when: { anyOf: ['lookedAfter'] },
    roles: ['fosteringService'],
    level: 'required',
  },
  'M-2': {
    id: 'M-2',
    text: 'It may be a meeting, a telephone call or a video call, and more than one may be needed.',
    strength: 'info',
    bot: ['ask'],
    kind: 'format',
    allowed: ['meeting', 'phone', 'video'],
  },
  'T-13': {
    id: 'T-13',
    text: 'Hold the discussion as soon as possible: no figure is given, so the chair sets a target time.',
    strength: 'should',
    bot: ['warn', 'schedule'],
    kind: 'timescale',
    from: 'referralReceivedAt',
    limits: [],
    adviseAt: { workingDays: 3 },
  },
  'E-4': {
    id: 'E-4',
    text: 'Where an emergency protection order or police protection is in place, agree who does what by when.',
    strength: 'must',
    bot: ['agenda'],
    kind: 'duty',
    at: 'meeting',
    when: { anyOf: ['emergencyProtectionOrder', 'policeProtection'] },
  },
  'O-1': {
    id: 'O-1',
    text: 'A joint section 47 enquiry has a plan, the risks to assess and a lead from the police and from social work.',
    strength: 'must',
    bot: ['block', 'schedule'],
    kind: 'outcome',
    outcomes: [
      { code: 's47Joint', words: 'Joint section 47 enquiry with the police', s47: true, requires: jointEnquiryFields },
    ],
  },
  'PL-2': {
    id: 'PL-2',
    text: 'The plan reflects the 15-working-day limit for an initial child protection conference.',
    strength: 'should',
    bot: ['schedule'],
    kind: 'requirement',
    asks: {
      about: 'plan',
      fields: [
        { name: 'icpcProvisionalDate', words: 'Provisional date of the conference', kind: 'date', optional: true },
      ],
    },
  },
  'PL-3': {
    id: 'PL-3',
    text: 'The plan states what further information is needed, the immediate action with its owner and date, and any legal action.',
    strength: 'must',
    bot: ['block'],
    kind: 'requirement',
    asks: { about: 'plan', fields: statedPlanFields },
  },
  ...sharedAfterwards,
} as const satisfies Record<string, Shared>;

/** Names of the practice vocabulary in words for an operator. */
import type { Period } from '../practice/time/calendar.ts';
import type { OwedNotice } from '../practice/answers/duties.ts';
import { roleWords } from '../practice/language/roles.ts';
import type { Moment } from '../practice/language/rule.ts';
import type { Anchor, Area, DeadlineName } from '../practice/language/parts.ts';
import type { DeadlineWarning } from '../practice/language/codes.ts';

const warnings: Readonly<Record<DeadlineWarning, string>> = {
  considerSameDay: 'Consider holding it the same day.',
  dueWithinOneHour: 'Less than an hour is left.',
  targetTimeRequired: 'The chair must set a target time.',
  emergencyTimeUnknown: 'The time of the emergency action is not known: counted from the referral for now.',
  officesClosed: 'Offices are closed on some of these days: the deadline does not move.',
  bankHolidaysNotPublished: 'Counted beyond the bank holidays published so far: check again nearer the time.',
};
export const warningWords = (warning: DeadlineWarning): string => warnings[warning];

const anchors: Readonly<Record<Anchor, string>> = {
  referralReceivedAt: 'the referral',
  concernsIdentifiedAt: 'the concerns being identified',
  earliestOfReferralAndConcern: 'the referral or the concern, whichever is earlier',
  emergencyActionAt: 'the emergency action',
  whereaboutsUnknownAt: 'the child not being found',
  meetingEndAt: 'the end of the discussion',
  s47DecidedAt: 'the decision to start an enquiry',
  strategyDiscussionAt: 'the discussion',
  cpDecisionConcludedAt: 'the end of the decision process',
  decidingDiscussionAt: 'the discussion that decided',
  lastDiscussionAt: 'the last discussion',
  previousDiscussionAt: 'the previous discussion',
  firstDiscussionAt: 'the first discussion',
};

const count = (n: number, unit: string): string => `${n} ${unit}${n === 1 ? '' : 's'}`;

const period = (limit: Period): string => {
  if ('workingDays' in limit) return count(limit.workingDays, 'working day');
  if ('calendarDays' in limit) return count(limit.calendarDays, 'calendar day');
  if ('hours' in limit) return count(limit.hours, 'hour');
  return 'months' in limit ? count(limit.months, 'month') : 'the same day';
};

/** `3 working days from the referral`. */
export const limitWords = (limit: Period, from: Anchor): string =>
  'sameDay' in limit ? `the day of ${anchors[from]}` : `${period(limit)} from ${anchors[from]}`;

const deadlines: Readonly<Record<DeadlineName, string>> = {
  recordUploadDueAt: 'Record uploaded',
  recordCirculationDueAt: 'Record circulated',
  decisionsDueAt: 'Decision and recommendations sent',
  minutesDueAt: 'Signed minutes sent',
  referrerNoticeDueAt: 'Referrer told the outcome',
  absentAgencyNoticeDueAt: 'Absent agencies told the outcome',
  writtenNoticeDueAt: 'Referrer told in writing',
  referrerMayChaseAfter: 'Referrer may chase after',
  childSeenDueAt: 'Child seen',
  flagUnseenFrom: 'Child not yet seen is flagged from',
  s47DueAt: 'Enquiry complete',
  urgentS47DueAt: 'Enquiry complete, if concerns are high and a conference or legal planning is decided',
  icpcDueAt: 'Initial child protection conference held',
  assessmentDueAt: 'Assessment complete',
  latestNextAt: 'Next discussion at the latest',
  concludeBy: 'Process concluded',
  furtherDiscussionDueAt: 'Further discussion, if the child cannot be found',
};
export const deadlineWords = (name: DeadlineName): string => deadlines[name];

const moments: Readonly<Record<Moment, string>> = {
  convening: 'When convening',
  meeting: 'In the meeting',
  decision: 'When deciding',
  enquiry: 'If an enquiry starts',
  afterwards: 'Afterwards',
};
export const momentWords = (at: Moment): string => moments[at];

const hows: Readonly<Record<OwedNotice['how'], string>> = {
  immediately: 'at once',
  asap: 'as soon as possible',
  verbally: 'in person or by telephone, as soon as possible',
  withTheOutcome: 'with the outcome',
};

/** `Tell the referrer with the outcome.` */
export const noticeWords = (to: string, how: OwedNotice['how']): string => `Tell: ${roleWords(to)}, ${hows[how]}.`;

const areaNames: Readonly<Record<Area, string>> = {
  urgency: 'how urgent it is',
  chairing: 'who chairs',
  complexBooking: 'before a complex meeting is booked',
  invitation: 'the invitation',
  reply: 'the reply to an invitation',
  decline: 'somebody who cannot come',
  writtenInformation: 'written information',
  decision: 'the decision',
  plan: 'the plan',
  family: 'what the family is told',
  familyAfterwards: 'the family afterwards',
  familyConcern: 'telling the family of the concern',
  minorInjury: 'a minor injury',
  medical: 'a medical assessment',
  fgm: 'female genital mutilation',
  childSeen: 'seeing the child',
  parentalPermission: "a parent's permission",
  agencyChecks: 'agency checks',
  emergencyAction: 'emergency action',
  thirdPartyDisclosure: 'telling a third party',
  transfer: 'passing responsibility to the home authority',
  record: 'the record',
  action: 'each action',
  signOff: 'signing off the record',
  extension: 'going beyond the limit',
  furtherDiscussion: 'a further discussion because the child cannot be found',
  scaling: 'before scaling',
  gate: 'the gate at the end of the enquiry',
  s47Record: 'the record of the enquiry',
};
export const areaWords = (area: Area): string => areaNames[area];

/** A small case in which everybody is invented: what the letters are about when they are looked at before anybody is sent one. */
import type { Available } from '../../directory/available.ts';
import { deadlineOf } from '../../discussion/matter/deadline.ts';
import { matterBefore } from '../../discussion/matter/matterOf.ts';
import type { ChildDecision } from '../../discussion/state/childDecision.ts';
import type { Child } from '../../discussion/state/childShape.ts';
import type { EventOf, Meeting, Referrer } from '../../discussion/state/event.ts';
import type { DiscussionFacts } from '../../discussion/state/facts.ts';
import { saidOfAll } from '../../discussion/state/listedFacts.ts';
import { personId, type Participant } from '../../discussion/state/people.ts';
import { assess, type Assessment } from '../../practice/assess.ts';
import type { Field } from '../../practice/language/parts.ts';
import type { Rank } from '../../practice/language/vocabulary.ts';
import type { Practice } from '../../practice/practice.ts';
import { hour, instant, plusMillis } from '../../practice/time/instant.ts';

const authority = 'Exampleshire County Council';

const person = (name: string, role: string, agency: string, rank: Rank | null = null): Participant => ({
  personId: personId(name.toLowerCase().replace(' ', '-')),
  name,
  role,
  agency,
  rank,
  email: null,
});

export const convenor = person('Priya Example', 'teamManager', authority, 'teamManager');
export const chair = person('Helen Example', 'seniorManager', authority, 'seniorManager');
export const headOfService = person('Asha Example', 'headOfService', authority, 'headOfService');
/** Takes over from either. */
export const deputy = person('Lena Example', 'seniorManager', authority, 'seniorManager');
export const socialWorker = person('Sam Example', 'socialWorker', authority);
export const police = person('Tom Example', 'policeDdm', 'Exampleshire Police');
export const doctor = person('Ada Example', 'paediatrician', 'Exampleshire NHS Trust');
/** Of the council where the child lives. */
export const colleague = person('Nell Example', 'homeAuthority', 'Sample Borough Council');
/** Invited, and not there when it is decided. */
const teacher = person('Carol Example', 'education', 'Example Primary School');

/** In the directory, and not invited. */
export const available: readonly Available[] = [
  {
    person: {
      id: 'kim-example',
      name: 'Kim Example',
      title: 'Police officer',
      agency: police.agency,
      roles: ['police'],
      rank: null,
      offices: [],
      email: null,
      telephone: null,
      teams: null,
    },
    onDuty: [],
    reached: 'email',
  },
];

/** A Tuesday morning, in London. */
export const convenedAt = instant('2026-09-15T10:00:00+01:00');
const inRoom: Meeting = {
  startsAt: plusMillis(convenedAt, 4 * hour),
  format: 'meeting',
  where: 'Room 4',
  calendar: 'entry',
};
export const online: Meeting = { ...inRoom, format: 'video', where: '', calendar: 'onlineMeeting' };
export const moved: Meeting = { ...online, startsAt: plusMillis(convenedAt, 6 * hour) };

/** Enough of everything that some rule is about for it to be told, asked or reminded of. */
const facts: DiscussionFacts = saidOfAll(
  {
    circumstances: ['hostNotHome', 'crossBoundary', 'whereaboutsUnknown', 'crimeMoreSerious', 'complex'],
    concerns: ['physicalInjury'],
    complexReasons: ['positionOfTrust'],
    answers: {},
  },
  ['A'],
);

const children: Child[] = [
  {
    childId: 'A',
    name: 'Jo Invented',
    initials: 'J.I.',
    birth: { kind: 'born', on: '2019-03-01' },
    caseReference: null,
  },
];

const referrer = (standing: Referrer['standing']): Referrer => ({
  personId: personId('referrer'),
  name: 'Robin Example',
  agency: standing === 'professional' ? 'Example Nursery' : null,
  standing,
  email: null,
  phone: null,
});

export const convened = (
  practice: Practice,
  standing: Referrer['standing'],
  meeting: Meeting = inRoom,
): EventOf<'discussionConvened'> => {
  const receivedAt = plusMillis(convenedAt, -hour);
  const referral = { receivedAt, concernsIdentifiedAt: receivedAt, referrer: referrer(standing) };
  const { key, version } = practice.standard;
  return {
    type: 'discussionConvened',
    reference: 'SD-EXAMPLE',
    authority,
    standard: { key, version },
    children,
    referral,
    concern: 'Unexplained marks',
    facts,
    follows: null,
    deadline: deadlineOf(found(practice, referral, meeting)),
    convenor,
    chair,
    invitees: [socialWorker, police, doctor, teacher],
    meeting,
    place: { kind: 'channel', conversation: '19:example' },
  };
};

const found = (
  practice: Practice,
  referral: EventOf<'discussionConvened'>['referral'],
  meeting: Meeting = inRoom,
): Assessment => assess(practice, matterBefore({ children, referral, facts, follows: null, meeting, invitees: [] }));

export const decidedOn = (practice: Practice): EventOf<'decisionRecorded'> => ({
  type: 'decisionRecorded',
  meetingEndedAt: plusMillis(inRoom.startsAt, hour),
  decisions: [enquiry(practice)],
  overrides: [],
  warnings: [],
  noticeDue: { rule: 'N-6', dueAt: null },
});

export const correctedOn = (practice: Practice): EventOf<'decisionCorrected'> => ({
  type: 'decisionCorrected',
  number: 1,
  decision: { ...enquiry(practice), reasons: 'One unexplained injury.' },
  reason: 'The notes of the meeting were read wrongly.',
  warnings: [],
  noticeDue: { rule: 'N-6', dueAt: null },
});

/** An enquiry, and all that may come with it. */
const enquiry = (practice: Practice): ChildDecision => {
  const receivedAt = plusMillis(convenedAt, -hour);
  const { plan, child } = found(practice, {
    receivedAt,
    concernsIdentifiedAt: receivedAt,
    referrer: referrer('professional'),
  });
  return {
    childId: 'A',
    s47: true,
    reasons: 'Two unexplained injuries in a week.',
    outcomes: child('A')
      .outcomes.filter(({ code }) => ['s47Joint', 'followUpDiscussion'].includes(code))
      .map(({ code, fields }) => ({ code, fields: answersTo(fields) })),
    plan: answersTo(plan),
    familyTold: { decision: 'told', what: 'The social worker visits today.', withheldBecause: null },
    answers: { urgentEnquiry: false },
    further: {},
  };
};

const answersTo = (fields: readonly Field[]): Record<string, string> =>
  Object.fromEntries(fields.map((field) => [field.name, answerTo(field)]));

const answerTo = ({ kind, choices }: Field): string => {
  if (kind === 'date') return '2026-09-29';
  if (kind === 'yesNo') return 'yes';
  return choices?.[0]?.value ?? 'As agreed in the meeting';
};

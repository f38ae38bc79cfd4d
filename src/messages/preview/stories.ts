/** What may happen in the made-up case, and which messages are then owed: the core itself says so. */
import { owe } from '../../discussion/debts/owe.ts';
import { weighed } from '../../discussion/matter/emergencyAsked.ts';
import type { Discussion } from '../../discussion/state/discussion.ts';
import type { DiscussionEvent, EventOf, Referrer } from '../../discussion/state/event.ts';
import { evolve } from '../../discussion/state/evolve.ts';
import { dutyKinds, type Notice } from '../../discussion/state/notice.ts';
import type { Participant, PersonId } from '../../discussion/state/people.ts';
import type { Practice } from '../../practice/practice.ts';
import { minute, plusMillis } from '../../practice/time/instant.ts';
import {
  chair,
  colleague,
  convened,
  convenedAt,
  convenor,
  correctedOn,
  decidedOn,
  deputy,
  doctor,
  headOfService,
  moved,
  online,
  police,
  socialWorker,
} from './madeUp.ts';

/** The discussion after something has happened, and all that is owed by then, the newest last. */
export interface Moment {
  readonly d: Discussion;
  readonly owed: readonly Notice[];
}

type Happening = readonly [by: Pick<Participant, 'personId'>, ...events: (DiscussionEvent | Consequence)[]];
/** It follows from how things stand, and from what is owed by then. */
type Consequence = (owed: readonly Notice[], d: Discussion) => DiscussionEvent;

/** Each is told moment by moment. */
export const stories = (practice: Practice): readonly (readonly Moment[])[] => [
  ...(['professional', 'public'] as const).map((standing) => told(practice, heldOnline(practice, standing))),
  told(practice, [
    [convenor, convened(practice, 'professional')],
    [system, { type: 'meetingEventFailed', why: 'The mailbox is full' }],
    [police, ...cannotCome],
    [socialWorker, { type: 'invitationAccepted', personId: doctor.personId, hasAuthority: null, byTelephone: true }],
    [convenor, (_, d) => ({ ...sisterFound, deadline: d.deadline })],
    [system, { type: 'placeGone', conversation: 'the channel' }],
    [chair, { type: 'handedOver', part: 'chair', from: chair, to: deputy, reason: 'On leave from tomorrow.' }],
    [system, { type: 'handedOver', part: 'convenor', from: convenor, to: deputy, reason: '', hasLeft: true }],
  ]),
  told(practice, [
    [convenor, convened(practice, 'professional')],
    ...atTheHomeAuthority,
    [
      convenor,
      { type: 'discussionStoodDown', reason: 'Entered twice', weighed: { seriousness: 'One graze, well explained.' } },
    ],
    [system, { type: 'meetingEventFailed', why: 'The mailbox is full' }],
  ]),
];

const system = { personId: 'system' as PersonId };
const referrer = { personId: 'referrer' as PersonId };

const cannotCome: readonly DiscussionEvent[] = [
  { type: 'invitationDeclined', personId: police.personId, reason: 'In court', substitute: null },
  {
    type: 'substituteProposed',
    personId: police.personId,
    substitute: { ...police, personId: 'substitute' as PersonId, name: 'DS Lena Brook', email: 'brook@police.example' },
    statedRole: 'Detective Sergeant',
  },
];

const sisterFound: Omit<EventOf<'childrenChanged'>, 'deadline'> = {
  type: 'childrenChanged',
  change: {
    what: 'added',
    child: {
      childId: 'B',
      name: 'Mo Invented',
      initials: 'M.I.',
      birth: { kind: 'born', on: '2024-05-01' },
      caseReference: null,
    },
    facts: [],
  },
  reason: 'A sister lives in the same home.',
};

const heldOnline = (practice: Practice, standing: Referrer['standing']): readonly Happening[] => [
  [convenor, convened(practice, standing, online)],
  [system, { type: 'meetingEventFailed', why: 'The calendar did not answer' }],
  [system, { type: 'onlineMeetingMade', joinUrl: 'https://teams.example/join' }],
  [system, undelivered],
  [convenor, { type: 'discussionReconvened', meeting: moved, reason: 'The room was taken', inquorate: null }],
  [chair, ...[chair, socialWorker, police, doctor].map(present)],
  [socialWorker, (_, d) => emergencyAction(d, practice)],
  [chair, agreed(1, police, '2026-09-16')],
  [socialWorker, agreed(2, outsider, '2026-09-18')],
  [police, { type: 'actionSettled', number: 1, as: 'blocked', note: 'Jo Invented is not at school today.' }],
  [chair, decidedOn(practice)],
  [
    chair,
    { type: 'actionChanged', number: 1, owner: doctor, dueOn: '2026-09-21', reason: 'Jo Invented is seen on Monday.' },
  ],
  [police, { type: 'disagreementRecorded', reason: 'We think that more has to be done.' }],
  [referrer, { type: 'nothingHeard', message: 'I have had no answer.' }],
  [chair, correctedOn(practice)],
  [socialWorker, { type: 'childNotReached', what: 'whereaboutsUnknown', since: convenedAt }],
  ...(practice.asking.has('signOff') ? atSigning : []),
  ...(practice.asking.has('gate') ? atTheGate : []),
  [chair, ...dutyKinds.map((duty) => ({ type: 'dutyDone', duty }) as const)],
  [chair, ...[1, 2].map((number) => ({ type: 'actionSettled', number, as: 'done', note: '' }) as const)],
];

const noSeal = { head: '', key: '', signature: '' };

const signed = (number: number): DiscussionEvent => ({
  type: 'recordSigned',
  number,
  answers: { holds: {}, signOff: {} },
  statement: 'I have read this record.',
  authoriser: deputy,
  seal: noSeal,
});

/** sent back once, signed again and authorised; R-3: read on a page. */
const atSigning: readonly Happening[] = [
  [chair, signed(1)],
  [deputy, { type: 'recordSentBack', number: 1, reason: 'The action of Jo Invented’s aunt has no date.' }],
  [chair, signed(2)],
  [deputy, { type: 'recordAuthorised', number: 2, statement: 'I authorise it.', seal: noSeal }],
  [chair, { type: 'recordPageOpened', personId: doctor.personId }],
  [doctor, { type: 'recordCodeAsked' }],
];

const reported: DiscussionEvent = {
  type: 'enquiryReported',
  childId: 'A',
  answers: { s47Record: { conclusion: 'The harm is likely to go on.' }, gate: { s47Result: 'substantiatedIcpc' } },
};

/** GT-*: sent back once, checked, and its result recorded. */
const atTheGate: readonly Happening[] = [
  [socialWorker, reported],
  [chair, { type: 'enquirySentBack', childId: 'A', reason: 'The school has not been asked.' }],
  [socialWorker, reported],
  [chair, { type: 'enquiryChecked', childId: 'A', decider: headOfService }],
  [
    headOfService,
    { type: 'enquiryResultRecorded', childId: 'A', result: 'substantiatedIcpc', reason: 'As it was reported.' },
  ],
];

/** H-3: promised by telephone, refused, and accepted in writing after all. */
const atTheHomeAuthority: readonly Happening[] = [
  [
    convenor,
    { type: 'transferAsked', number: 1, childIds: ['A'], of: colleague, note: 'Jo Invented lives with you again.' },
  ],
  [
    convenor,
    {
      ...{ type: 'transferAnswered', number: 1, accepts: true, words: 'Yes, a letter about Jo Invented follows.' },
      entered: { how: 'telephone', from: 'Nell Example', on: '2026-09-15' },
    },
  ],
  [colleague, { type: 'transferAnswered', number: 1, accepts: false, words: 'Jo Invented is not known to us.' }],
  [
    convenor,
    {
      ...{ type: 'transferAnswered', number: 1, accepts: true, words: 'We take responsibility for Jo Invented.' },
      entered: { how: 'letter', from: 'Nell Example', on: '2026-09-15' },
    },
  ],
];

/** In no directory, and with no other part in the discussion. */
const outsider = { ...doctor, personId: 'SD-EXAMPLE:action:1' as PersonId, name: 'Olu Example', role: 'professional' };

const agreed = (number: number, owner: Participant, dueOn: string): DiscussionEvent => ({
  type: 'actionAgreed',
  number,
  step: 'Speak to Jo Invented at school',
  owner,
  dueOn,
  outcome: 'We know how Jo Invented is.',
  reason: 'Nobody has asked since 2019.',
  answers: { reviewMechanism: 'The chair telephones on the day.' },
  childIds: ['A'],
});

/** The first invitation reaches nobody. */
const undelivered: Consequence = (owed) => {
  const invitation = owed.find(({ kind }) => kind === 'invitation');
  if (invitation === undefined) throw new Error('nobody was invited');
  return { type: 'telephoneNeeded', noticeId: invitation.id, deadline: invitation.deadline };
};

/** With everything to weigh that the standard has to say. */
const emergencyAction = (d: Discussion, practice: Practice): DiscussionEvent => {
  const asked = weighed(d, practice, {
    planned: true,
    answers: { protection: 'policeProtection', immediateRisk: 'no' },
  });
  return {
    type: 'emergencyActionRecorded',
    action: 'Taken to a foster carer.',
    takenAt: convenedAt,
    takenBy: 'Exampleshire Police',
    ...(asked === null ? {} : { weighed: asked }),
    deadline: d.deadline,
  };
};

const present = (participant: Participant): DiscussionEvent => ({
  type: 'attendanceRecorded',
  participant,
  mode: 'teams',
  hasAuthority: true,
  substituteFor: null,
});

const consequence = (event: Consequence, before: Moment | undefined): DiscussionEvent => {
  if (before === undefined) throw new Error('nothing has happened yet');
  return event(before.owed, before.d);
};

const told = (practice: Practice, happenings: readonly Happening[]): readonly Moment[] =>
  happenings.reduce<readonly Moment[]>((moments, [{ personId: by }, ...happened], i) => {
    const before = moments.at(-1);
    const events = happened.map((event) => (typeof event === 'function' ? consequence(event, before) : event));
    const stamp = { at: plusMillis(convenedAt, i * 2 * minute), by, version: i + 1 };
    const after = events.reduce<Discussion | null>((d, event) => evolve(d, event, stamp), before?.d ?? null);
    if (after === null) return moments;
    const owed = owe(events, { before: before?.d ?? null, after, stamp, practice });
    return [...moments, { d: after, owed: [...(before?.owed ?? []), ...owed] }];
  }, []);

import { describe, expect, it } from 'vitest';
import type { Command } from '../../../src/discussion/commands/command.ts';
import type { Participant } from '../../../src/discussion/state/people.ts';
import type { Refusal } from '../../../src/discussion/commands/refusal.ts';
import type { Notice, NoticeKind } from '../../../src/discussion/state/notice.ts';
import { capacities, may, mayDo, type Capacity, type Deed } from '../../../src/discussion/commands/authority.ts';
import { capacitiesOf } from '../../../src/discussion/commands/capacity.ts';
import { authoriseRecord, signRecord } from '../../builders/signing.ts';
import { agree, settle } from '../../builders/action.ts';
import { inSession, present } from '../../builders/attendance.ts';
import { convene, saying, tuesday } from '../../builders/convene.ts';
import { correctDecision, recordDecision } from '../../builders/decision.ts';
import { actor, health, manager, police, professional, socialWorker, stranger, system } from '../../builders/people.ts';
import { story, type Story } from '../../builders/story.ts';
import { answerTransfer, askTransfer, enterTransferAnswer, quill } from '../../builders/transfer.ts';
import { confirmed, named, proposalOf } from '../../builders/substitute.ts';

const chair = professional('chair', 'serviceManager', { rank: 'serviceManager' });
const otherManager = professional('other-manager', 'teamManager', { rank: 'teamManager' });
const deputy = professional('deputy', 'teamManager', { rank: 'teamManager' });
const substitute = professional('substitute', 'education');
const walkedIn = professional('walked-in', 'police');
const dutyWorker = professional('duty-worker', 'socialWorker');
const leaver = professional('leaver', 'education');
const nurse = professional('nurse', 'schoolNurse');

/** A manager convened it and somebody else chairs it; people are there in every capacity. */
const underWay = (): Story =>
  named(
    confirmed(
      inSession(
        story().then(
          manager,
          convene({ chair, invitees: [socialWorker, police, health, leaver, nurse], facts: saying(['hostNotHome']) }),
        ),
        chair,
        socialWorker,
        police,
        health,
      ),
      leaver,
      substitute,
    ),
    nurse,
    professional('other-nurse', 'schoolNurse'),
  )
    .then(chair, present(walkedIn))
    .then(chair, present(dutyWorker))
    .then(chair, agree(police))
    .then(chair, askTransfer());

const everybody: Readonly<Record<string, Participant>> = {
  'the convenor': manager,
  'the chair': chair,
  'an invited social worker': socialWorker,
  'an invited police officer': police,
  'a substitute who was named': substitute,
  'an officer who walked in': walkedIn,
  'a duty social worker who walked in': dutyWorker,
  'the referrer, who was not invited': professional('referrer', 'referrer'),
  'somebody of the home authority who was asked to take over': quill,
  'a manager of another team': otherManager,
  'somebody who was never invited': stranger,
  'this program itself': system,
};

const lead = ['the convenor', 'the chair'];
const invited = ['an invited social worker', 'an invited police officer', 'a substitute who was named'];
const walkedInAll = ['an officer who walked in', 'a duty social worker who walked in'];
const takingPart = [...lead, ...invited, ...walkedInAll];
const whoIsHere = ['the chair', 'an invited social worker', 'an invited police officer', ...walkedInAll];
const socialWorkers = ['an invited social worker', 'a duty social worker who walked in'];
// The chair takes part here; the convenor neither does nor was invited.
const owedTheOutcome = ['the referrer, who was not invited', ...invited, ...walkedInAll, 'the chair'];
const meeting = { ...convene().meeting, where: 'Room 5' };

const messageTo = (recipient: Notice['recipient'], kind: NoticeKind): Notice => ({
  id: `SD-TEST22/1/${kind}/x` as Notice['id'],
  kind,
  recipient,
  rule: null,
  owedAt: tuesday,
  deadline: null,
});
const toPolice = (kind: NoticeKind): Notice => messageTo({ to: 'person', personId: police.personId }, kind);

const scaling = ({ personId }: Participant): Command => ({
  kind: 'scaleSafety',
  personId,
  childId: 'A',
  score: 4,
  analysis: 'Two injuries in a week',
  wouldRaise: '',
});

const answering = (kind: 'confirmSubstitute' | 'turnDownSubstitute'): Command => ({
  kind,
  proposal: proposalOf(underWay(), nurse),
});

type Row = readonly [string, (who: Participant) => Command, readonly string[]];
/** What is asked of the table in another way: before there is a discussion, or without a command. */
type NoCommandHere =
  | 'convene'
  | 'read'
  | 'readAction'
  | 'seeDeliveries'
  | 'makeLeaflet'
  | 'getRecord'
  | 'list'
  | 'seeRota'
  | 'listFiling'
  | 'readAudit'
  | 'seeService'
  | 'readMessage'
  | 'fillInConvening'
  | 'fillInDecision';

const table: Readonly<Record<Exclude<Deed, NoCommandHere>, Row>> = {
  accept: ['accept the invitation', () => ({ kind: 'accept', hasAuthority: true }), invited],
  decline: ['decline it', () => ({ kind: 'decline', reason: 'Ill', substitute: null, written: null }), invited],
  takeReply: [
    'record an answer that was given by telephone',
    () => ({
      kind: 'takeReply',
      of: health.personId,
      isComing: true,
      reason: '',
      substitute: null,
      statedRole: '',
      written: null,
    }),
    [...lead, ...socialWorkers],
  ],
  attend: ['say they are here', (who) => present(who), takingPart],
  recordAttendanceOfOthers: ['record somebody else’s attendance', () => present(professional('anybody', 'gp')), lead],
  leave: [
    'say that they are leaving',
    (who) => ({ kind: 'recordDeparture', personId: who.personId, leftAt: tuesday }),
    whoIsHere,
  ],
  recordDepartureOfOthers: [
    'record that somebody else has left',
    () => ({ kind: 'recordDeparture', personId: health.personId, leftAt: tuesday }),
    lead,
  ],
  confirmOwnAuthority: [
    'say they can decide for their agency',
    (who) => ({ kind: 'confirmAuthority', personId: who.personId, hasAuthority: true }),
    takingPart,
  ],
  confirmAuthorityOfOthers: [
    'say so for somebody else',
    () => ({ kind: 'confirmAuthority', personId: health.personId, hasAuthority: true }),
    lead,
  ],
  shareInformation: ['share information', () => ({ kind: 'shareInformation', text: 'Seen on Monday' }), takingPart],
  changeChildren: [
    'change which children it is about',
    () => ({
      kind: 'changeChildren',
      change: {
        what: 'added',
        child: { name: 'Kim Sample', initials: 'K.S.', birth: { kind: 'born', on: '2021-04-02' }, caseReference: null },
        facts: [],
      },
      reason: 'A sister',
      basedOn: 1,
    }),
    [...lead, ...socialWorkers],
  ],
  recordDetails: [
    'record what is known of a child',
    () => ({ kind: 'recordDetails', of: 'A', details: { gp: 'Dr Osei' }, basedOn: 1 }),
    [...lead, ...socialWorkers],
  ],
  scaleSafety: ['say how safe a child is', (who) => scaling(who), takingPart],
  scaleSafetyForOthers: ['say so for somebody else', () => scaling(health), lead],
  recordEmergencyAction: [
    'record emergency action',
    () => ({ kind: 'recordEmergencyAction', action: 'Police protection', takenAt: tuesday, takenBy: 'Police' }),
    [...lead, ...socialWorkers],
  ],
  reportNotReached: [
    'report that a child is not found',
    () => ({ kind: 'reportNotReached', what: 'whereaboutsUnknown', since: tuesday }),
    [...lead, ...socialWorkers],
  ],
  recordEnquiry: [
    'record that a child was seen',
    () => ({ kind: 'recordEnquiry', childId: 'A', seen: { at: tuesday, answers: {} }, answers: {} }),
    [...lead, ...socialWorkers],
  ],
  enterAgendaItem: [
    'enter something under an item of the agenda',
    () => ({ kind: 'enterAgendaItem', item: 'A-PS-4', as: 'notApplicable', text: 'English at home', basedOn: 1 }),
    [...lead, ...socialWorkers],
  ],
  agreeAction: ['agree an action', () => agree(police), [...lead, ...socialWorkers]],
  settleAction: [
    'say that an action of the police officer is done',
    () => settle('done'),
    [...lead, 'an invited police officer'],
  ],
  handOnAction: [
    'hand that action on',
    () => ({ kind: 'handOnAction', action: 1, to: health.personId, reason: '' }),
    [...lead, 'an invited police officer'],
  ],
  moveAction: [
    'change the date of that action',
    () => ({ kind: 'moveAction', action: 1, dueOn: '2026-09-18', reason: 'Half term' }),
    lead,
  ],
  reportEnquiry: [
    'report on an enquiry',
    () => ({ kind: 'reportEnquiry', childId: 'A', answers: { s47Record: {}, gate: {} } }),
    [...lead, ...socialWorkers],
  ],
  checkEnquiry: ['check an enquiry', () => ({ kind: 'checkEnquiry', childId: 'A', decider: chair }), lead],
  sendEnquiryBack: ['send an enquiry back', () => ({ kind: 'sendEnquiryBack', childId: 'A', reason: 'Thin' }), lead],
  recordResult: [
    'record the result of an enquiry',
    () => ({ kind: 'recordResult', childId: 'A', result: 'substantiatedIcpc', reason: '' }),
    [],
  ],
  handOnForLeaver: [
    'hand on the action of somebody who has left',
    () => ({ kind: 'handOnForLeaver', action: 1, leaver: police.personId, reason: 'Gone' }),
    ['this program itself'],
  ],
  replaceDecider: [
    'ask another for the result where somebody has left',
    () => ({ kind: 'replaceDecider', childId: 'A', leaver: chair.personId, decider: deputy }),
    ['this program itself'],
  ],
  askTransfer: ['ask another authority to take over', () => askTransfer(), [...lead, ...socialWorkers]],
  answerTransfer: [
    'answer that for the other authority',
    () => answerTransfer(true),
    ['somebody of the home authority who was asked to take over'],
  ],
  enterTransferAnswer: [
    'enter an answer that came by letter',
    () => enterTransferAnswer('letter'),
    [...lead, ...socialWorkers],
  ],
  endEnquiry: [
    'record how an enquiry ended',
    () => ({
      kind: 'endEnquiry',
      childIds: ['A'],
      how: 'conference',
      on: '2026-09-15',
      reason: '',
      agreedBy: '',
    }),
    [...lead, ...socialWorkers],
  ],
  signRecord: ['sign the record', () => signRecord(), ['the chair']],
  reopenRecord: ['open the record again', () => ({ kind: 'reopenRecord', reason: 'A slip' }), ['the chair']],
  letReadRecord: ['let somebody read the record', () => ({ kind: 'letReadRecord', readers: [] }), ['the chair']],
  askRecordCode: ['ask for a code', () => ({ kind: 'askRecordCode' }), whoIsHere],
  enterRecordCode: ['enter a code', () => ({ kind: 'enterRecordCode', asked: 1, right: true }), whoIsHere],
  authoriseRecord: ['authorise the record', () => authoriseRecord(), []],
  sendRecordBack: ['send the record back', () => ({ kind: 'sendRecordBack', number: 1, reason: 'Thin' }), []],
  replaceAuthoriser: [
    'ask another to authorise the record where somebody has left',
    () => ({ kind: 'replaceAuthoriser', leaver: chair.personId, authoriser: deputy }),
    ['this program itself'],
  ],
  recordConference: [
    'record a conference',
    () => ({
      kind: 'recordConference',
      childIds: ['A'],
      outcome: { what: 'held', heldOn: '2026-09-15', plan: true },
    }),
    [...lead, ...socialWorkers],
  ],
  recordFiling: ['record how the record is filed', () => ({ kind: 'recordFiling', step: 'started', where: '' }), lead],
  signOffFiling: ['sign off the filing', () => ({ kind: 'signOffFiling', where: '' }), ['the chair']],
  callOffNext: ['call a further discussion off', () => ({ kind: 'callOffNext', reason: 'Found' }), lead],
  recordNext: [
    'link the discussion after it',
    () => ({ kind: 'recordNext', reference: 'SD-NEXT22', stands: 'convened' }),
    ['this program itself'],
  ],
  close: ['close it', () => ({ kind: 'close', reason: '', unsent: [] }), lead],
  openDecision: ['open the decision form', () => ({ kind: 'openDecision' }), ['the chair']],
  recordDecision: ['record the decision', () => recordDecision(), ['the chair']],
  correctDecision: ['correct the decision', () => correctDecision(), ['the chair']],
  invite: [
    'ask somebody else to come',
    () => ({ kind: 'invite', participant: professional('late-comer', 'gp'), insteadOf: null }),
    lead,
  ],
  confirmSubstitute: ['confirm who comes instead', () => answering('confirmSubstitute'), lead],
  turnDownSubstitute: ['say who does not come instead', () => answering('turnDownSubstitute'), lead],
  reconvene: ['change the time', () => ({ kind: 'reconvene', meeting, reason: 'Room taken' }), lead],
  standDown: ['stand it down', () => ({ kind: 'standDown', because: null, reason: 'Convened twice' }), lead],
  handOver: [
    'hand the chair over to somebody else',
    () => ({ kind: 'handOver', part: 'chair', to: deputy, reason: 'On leave', seen: 0 }),
    lead,
  ],
  takeOver: [
    'take the chair over',
    (who) => ({ kind: 'handOver', part: 'chair', to: who, reason: 'The chair is ill', seen: 0 }),
    [...lead, 'a manager of another team'],
  ],
  replaceLeaver: [
    'replace a chair who has left',
    () => ({ kind: 'replaceLeaver', part: 'chair', leaver: chair.personId, to: deputy }),
    ['this program itself'],
  ],
  acknowledge: [
    'say that they have read a message to the police officer',
    () => ({ kind: 'acknowledge', notice: toPolice('record') }),
    ['an invited police officer'],
  ],
  snooze: [
    'put off a reminder to the police officer',
    () => ({ kind: 'snooze', notice: toPolice('quorumWarning'), until: tuesday }),
    ['an invited police officer'],
  ],
  reportDone: [
    'say that what the police officer was reminded of is done',
    () => ({ kind: 'reportDone', notice: toPolice('overdueDigest'), duty: 'childSeenDue' }),
    ['an invited police officer'],
  ],
  disagree: ['disagree with the outcome', () => ({ kind: 'disagree', reason: 'There is a sister' }), owedTheOutcome],
  reportNothingHeard: [
    'say that they have heard nothing',
    () => ({ kind: 'reportNothingHeard', message: 'It has been three days' }),
    owedTheOutcome,
  ],
  recordTelephoneCall: [
    'record a telephone call',
    () => ({ kind: 'recordTelephoneCall', notice: toPolice('outcome'), spokeTo: 'PC Lee', toldAt: tuesday }),
    [...lead, ...socialWorkers],
  ],
  stopReplyLinks: ['stop the reply links', () => ({ kind: 'stopReplyLinks' }), lead],
  askToTelephone: [
    'ask the chair to telephone',
    () => ({ kind: 'askToTelephone', notice: toPolice('outcome') }),
    ['this program itself'],
  ],
  recordOnlineMeeting: [
    'report the link of an online meeting',
    () => ({ kind: 'recordOnlineMeeting', joinUrl: 'https://teams.example/1' }),
    ['this program itself'],
  ],
  reportMeetingFault: [
    'report that the calendar failed',
    () => ({ kind: 'reportMeetingFault', why: 'The calendar said no' }),
    ['this program itself'],
  ],
  reportPlaceGone: [
    'report that the place in Teams is gone',
    () => ({ kind: 'reportPlaceGone', conversation: '19:thread' }),
    ['this program itself'],
  ],
};

const isAboutWho = (refusal: Refusal | null): boolean =>
  refusal?.code === 'notAllowed' || refusal?.code === 'notYourMessage';

describe.each(Object.values(table))('who may %s', (_deed, command, allowed) => {
  it.each(Object.entries(everybody))('%s', (name, who) => {
    const { refusal } = underWay().when(who, command(who));
    expect(isAboutWho(refusal)).toBe(!allowed.includes(name));
  });
});

it('whoever answers somebody else’s message hears that it is not theirs, and not whose it is', () => {
  const acknowledge: Command = { kind: 'acknowledge', notice: toPolice('record') };
  expect(underWay().when(chair, acknowledge).refusal).toEqual({ code: 'notYourMessage' });
});

it('the referrer, and nobody else, answers the message to the referrer', () => {
  const acknowledge: Command = { kind: 'acknowledge', notice: messageTo({ to: 'referrer' }, 'outcome') };
  const able = Object.entries(everybody).filter(([, who]) => underWay().when(who, acknowledge).refusal === null);
  expect(able.map(([name]) => name)).toEqual(['the referrer, who was not invited']);
});

it.each<Notice['recipient']>([
  { to: 'place' },
  { to: 'calendar' },
  { to: 'serviceManager', otherwise: manager.personId },
])('nobody answers what was sent to no person: %o', (recipient) => {
  const acknowledge: Command = { kind: 'acknowledge', notice: messageTo(recipient, 'outcome') };
  for (const who of Object.values(everybody)) {
    expect(underWay().when(who, acknowledge).refusal).toEqual({ code: 'notYourMessage' });
  }
});

describe('who may convene', () => {
  it.each<[string, Participant, boolean]>([
    ['a team manager', manager, true],
    ['a manager of another team', otherManager, true],
    ['a social worker', socialWorker, false],
    ['a police officer', police, false],
    ['somebody nobody knows', stranger, false],
  ])('%s', (_name, who, allowed) => {
    const refusal = story().when(who, convene()).refusal;
    if (allowed) expect(refusal).toBeNull();
    else expect(refusal).toEqual({ code: 'notAllowed', command: 'convene', allowed: ['manager'] });
  });
});

it('a refusal says who could have done it', () => {
  expect(underWay().when(police, { kind: 'openDecision' }).refusal).toEqual({
    code: 'notAllowed',
    command: 'openDecision',
    allowed: ['chair'],
  });
});

it('an absent invitee says they are here before anybody has met', () => {
  const first = story().then(manager, convene()).then(police, present(police));
  expect(first.state).toMatchObject({ stage: 'inSession' });
});

it('being present at an earlier meeting gives no say in a later one', () => {
  const again = underWay().then(chair, { kind: 'reconvene', meeting, reason: 'No paediatrician' });
  expect(again.when(walkedIn, { kind: 'shareInformation', text: 'x' }).refusal).toMatchObject({ code: 'notAllowed' });
});

describe('the table itself', () => {
  it('allows nothing to somebody with no capacity', () => {
    for (const deed of Object.keys(mayDo) as (keyof typeof mayDo)[]) expect(may(deed, new Set())).toBe(false);
  });

  it.each<[Deed, readonly Capacity[]]>([
    ['read', ['convenor', 'chair', 'invitee', 'present', 'resultDecider', 'authoriser']],
    ['readAction', ['convenor', 'chair', 'invitee', 'present', 'resultDecider', 'authoriser', 'actionOwner']],
    ['seeDeliveries', ['convenor', 'chair']],
    ['makeLeaflet', ['convenor', 'chair', 'socialWorker']],
    ['getRecord', ['convenor', 'chair', 'invitee', 'present', 'authoriser', 'recordsOfficer']],
    ['recordFiling', ['convenor', 'chair', 'recordsOfficer']],
    ['list', ['manager']],
    ['listFiling', ['recordsOfficer']],
    ['seeRota', ['manager', 'administrator']],
    ['readAudit', ['auditor']],
    ['seeService', ['administrator']],
    ['readMessage', ['addressee']],
    ['fillInConvening', ['formOwner']],
    ['fillInDecision', ['chair']],
  ])('to %s takes %j', (deed, able) => {
    expect(capacities.filter((capacity) => may(deed, new Set([capacity])))).toEqual(able);
  });

  it('a form is its owner’s, whatever else somebody is', () => {
    const form = { owner: police.personId };
    expect(may('fillInConvening', capacitiesOf(underWay().state, actor(police), { form }))).toBe(true);
    expect(may('fillInConvening', capacitiesOf(underWay().state, actor(manager), { form }))).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import type { Discussion } from '../../src/discussion/state/discussion.ts';
import {
  messageKinds,
  type MessageKind,
  type Notice,
  type NoticeId,
  type TrackedNotice,
} from '../../src/discussion/state/notice.ts';
import { personMessage, type PersonSetting } from '../../src/messages/render.ts';
import { plusMillis, type Instant } from '../../src/practice/time/instant.ts';
import { practiceFor } from '../builders/standards.ts';
import { agree, settle } from '../builders/action.ts';
import { inSession, present, quorate } from '../builders/attendance.ts';
import { convene, tuesday } from '../builders/convene.ts';
import { childInNeed, jointEnquiry, recordDecision } from '../builders/decision.ts';
import { checked, finished, headOfService, reported, sentBack } from '../builders/gate.ts';
import { health, manager, police, professional, school, socialWorker, system } from '../builders/people.ts';
import { fileRecord, signedForm, signRecord, unitManager } from '../builders/signing.ts';
import { convenedStory, type Story } from '../builders/story.ts';
import { named } from '../builders/substitute.ts';
import { answerTransfer, askTransfer, foundHere } from '../builders/transfer.ts';
import type { Mailbox } from '../../src/messages/message.ts';

const nursery = professional('referrer', 'referrer', { agency: 'Little Acorns Nursery' });
const family = { decision: 'told' as const, what: 'That Jo Sample sees a doctor', withheldBecause: null };
const convened = convenedStory().then(nursery, { kind: 'reportNothingHeard', message: 'Jo Sample is still at home' });
const decided = quorate(convenedStory())
  .then(manager, recordDecision([jointEnquiry({ familyTold: family })]))
  .then(nursery, { kind: 'disagree', reason: 'Jo Sample has a sister' })
  .then(nursery, { kind: 'reportNothingHeard', message: 'Jo Sample is still at home' });
const protectedAtOnce = convened.then(socialWorker, {
  kind: 'recordEmergencyAction',
  action: 'Jo Sample was taken to her aunt',
  takenAt: tuesday,
  takenBy: 'Jo Sample’s social worker',
});
const stoodDown = convened.then(manager, { kind: 'standDown', because: null, reason: 'J.S. was found' });

const joinUrl = 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0';
const online = convenedStory(undefined, manager, {
  meeting: { ...convene().meeting, format: 'video', where: '', calendar: 'onlineMeeting' },
});
const linked = online.then(system, { kind: 'recordOnlineMeeting', joinUrl });
const unlinked = online.then(system, { kind: 'reportMeetingFault', why: 'The calendar said no' });

const withAction = quorate(convenedStory()).then(
  manager,
  agree(school, { step: 'See Jo Sample at school', reason: 'J.S. was afraid', outcome: 'Jo Sample is heard' }),
);
const blocked = withAction.then(school, settle('blocked', 'Jo Sample is not at school'));

const inSandwell = professional('chair', 'socialWorkManager', { rank: 'socialWorkUnitManager' });
const allocated = { ...socialWorker, role: 'allocatedSocialWorker' };
const signed = inSession(
  convenedStory('sandwell', inSandwell, { chair: inSandwell, invitees: [allocated, police, health, school] }),
  ...[inSandwell, allocated, police, health],
)
  .then(
    inSandwell,
    recordDecision(
      [childInNeed({ further: { familyConcern: { concernTold: 'yes' } } })],
      [{ seat: 'education', reason: 'On holiday' }],
    ),
  )
  .then(inSandwell, signedForm());

const proposed = named(convened, school, professional('deputy', 'education'));

const withAnother = convened.then(manager, {
  kind: 'changeChildren',
  change: {
    what: 'added',
    child: { name: 'Kim Sample', initials: 'K.S.', birth: { kind: 'born', on: '2021-04-02' }, caseReference: null },
    facts: [],
  },
  reason: 'Lives with Jo Sample',
  basedOn: 1,
});

const handedOver = convened.then(manager, {
  kind: 'handOver',
  part: 'chair',
  to: professional('deputy', 'teamManager', { rank: 'teamManager' }),
  reason: 'I know the aunt of Jo Sample',
  seen: 0,
});

const takenByTelephone = convened.then(manager, {
  kind: 'takeReply',
  of: school.personId,
  isComing: true,
  reason: '',
  substitute: null,
  statedRole: '',
  written: { information: 'Jo Sample was absent', proposedActions: '' },
});

/** Whoever reads every letter here, as the home authority. */
const elsewhere = { ...school, role: 'homeAuthority', agency: 'Northmoor Borough Council' };
const transferAsked = foundHere().then(
  manager,
  askTransfer({ of: elsewhere, note: 'Jo Sample came to her aunt, says J.S. herself' }),
);
const transferRefused = transferAsked.then(elsewhere, answerTransfer(false));

/** The child is with its home authority, and the record is signed. */
const toFile = quorate(foundHere())
  .then(manager, recordDecision([jointEnquiry()]))
  .then(manager, askTransfer({ of: elsewhere }))
  .then(elsewhere, answerTransfer(true))
  .then(manager, signRecord());
const allDone = toFile.then(manager, fileRecord);

/** the chair lets them read the record on a page, and they have asked for a code. */
const codeAsked = inSession(quorate(convenedStory()), school)
  .then(manager, recordDecision([jointEnquiry()]))
  .then(manager, signRecord())
  .then(manager, { kind: 'letReadRecord', readers: [school.personId] })
  .then(school, { kind: 'askRecordCode' });

const storyFor = (kind: MessageKind): Story => {
  switch (kind) {
    case 'joiningDetails':
      return linked;
    case 'onlineMeetingFailed':
      return unlinked;
    case 'emergencyToWeigh':
      return protectedAtOnce;
    case 'stoodDown':
      return stoodDown;
    case 'substituteProposed':
      return proposed;
    case 'childrenChanged':
      return withAnother;
    case 'replyTaken':
      return takenByTelephone;
    case 'actionGiven':
    case 'actionDue':
      return withAction;
    case 'actionBlocked':
      return blocked;
    case 'handedOver':
      return handedOver;
    case 'transferAsked':
    case 'transferChaser':
    case 'transferUnanswered':
      return transferAsked;
    case 'readyToClose':
      return allDone;
    case 'transferRecorded':
    case 'transferAnswered':
      return transferRefused;
    case 'enquiryToCheck':
      return reported(decided);
    case 'enquirySentBack':
      return sentBack(decided);
    case 'enquiryToDecide':
    case 'resultDue':
      return checked(decided);
    case 'enquiryFinished':
      return finished(decided);
    case 'signedRecord':
    case 'filingDue':
      return toFile;
    case 'recordCode':
      return codeAsked;
    case 'recordToAuthorise':
    case 'authorisationDue':
      return signed;
    case 'recordSentBack':
      return signed.then(unitManager, { kind: 'sendRecordBack', number: 1, reason: 'Jo Sample has no date' });
    default:
      return ofOpen.includes(kind) ? convened : decided;
  }
};

const ofOpen: readonly MessageKind[] = [
  'invitation',
  'meetingMoved',
  'replyChaser',
  'quorumWarning',
  'decisionOverdue',
  'tellOthers',
];

const stateFor = (kind: MessageKind): Discussion => {
  const { state } = storyFor(kind);
  if (state === null) throw new Error('nothing has happened');
  return kind === 'telephoneTask'
    ? { ...state, telling: { ...state.telling, toTelephone: [undelivered.notice.id] } }
    : state;
};

const recipientOf = (kind: MessageKind): Notice['recipient'] => {
  if (kind === 'howToChase') return { to: 'referrer' };
  if (kind === 'enquiryToDecide' || kind === 'resultDue') return { to: 'person', personId: headOfService.personId };
  if (kind === 'recordToAuthorise' || kind === 'authorisationDue') {
    return { to: 'person', personId: unitManager.personId };
  }
  return { to: 'person', personId: (kind === 'followUp' ? socialWorker : school).personId };
};

const owedAtOf = (kind: MessageKind): Instant => {
  if (kind === 'decisionOverdue') return plusMillis(convene().meeting.startsAt, 2 * 3_600_000);
  return kind === 'overdueDigest' ? plusMillis(tuesday, 3 * 86_400_000) : tuesday;
};

/** What they are about is known by the commit that owed them. */
const ofItsCommit: readonly MessageKind[] = [
  ...(['substituteProposed', 'childrenChanged', 'handedOver', 'actionGiven', 'actionDue', 'enquiryFinished'] as const),
  ...([
    'transferAsked',
    'transferChaser',
    'transferRecorded',
    'transferAnswered',
    'signedRecord',
    'recordCode',
  ] as const),
];

const noticeOf = (kind: MessageKind): Notice => ({
  id: `SD-TEST22/${ofItsCommit.includes(kind) ? stateFor(kind).version : 1}/${kind}/school` as NoticeId,
  kind,
  recipient: recipientOf(kind),
  rule: kind === 'childSeenDue' ? 'V-1' : null,
  owedAt: owedAtOf(kind),
  deadline: convene().meeting.startsAt,
});

const undelivered: TrackedNotice = {
  reference: 'SD-TEST22',
  version: 1,
  notice: { ...noticeOf('outcome'), recipient: { to: 'referrer' } },
  delivery: { status: 'telephone', since: tuesday, attempts: [] },
};

/** Before the meeting had a link, so that how to join is news. */
const invited: TrackedNotice = {
  ...undelivered,
  notice: noticeOf('invitation'),
  delivery: {
    ...undelivered.delivery,
    status: 'telephone',
    since: tuesday,
    attempts: [{ at: tuesday, route: 'email', result: 'unknown', detail: 'No answer', receipt: null }],
  },
};

const setting: PersonSetting = {
  practice: practiceFor('practice-standards-2025'),
  now: tuesday,
  notices: [undelivered, invited],
  from: 'strategy@exampleshire.gov.uk',
  inCalendar: false,
  secureDomains: ['police.uk'],
  ring: { whom: 'Manager', on: '01632 960 101' },
  linkTo: (_notice, purpose) => `https://strategy.example/reply/${purpose}`,
  codeFor: () => '1234 5678',
  recordFor: () => ({ filename: 'SD-TEST22-record.pdf', make: () => Promise.resolve(Buffer.from('%PDF')) }),
};

const messageOf = (kind: MessageKind) => {
  // Whoever is still to be told keeps it open.
  const notices = kind === 'readyToClose' ? [] : setting.notices;
  const message = personMessage(noticeOf(kind), stateFor(kind), { ...setting, notices });
  if (message === 'superseded') throw new Error(`${kind} is not sent`);
  return message;
};

const child = /Jo Sample|J\.S\.|2019|1 March/;

describe.each(messageKinds)('%s', (kind) => {
  it.each<[string, Mailbox]>([
    ['an address that is not secure', { address: 'office@school.example', shared: false }],
    ['a mailbox that others read, however secure', { address: 'safeguarding@police.uk', shared: true }],
  ])('identifies no child by e-mail to %s', (_case, to) => {
    const { subject, text, html, calendar } = messageOf(kind).byEmail(to);
    for (const part of [subject, text, html, calendar?.content ?? '']) expect(part).not.toMatch(child);
    expect(text).toContain('SD-TEST22');
  });

  it('identifies no child in a notification or the subject of a secure e-mail', () => {
    expect(messageOf(kind).inTeams().summary).not.toMatch(child);
    expect(messageOf(kind).byEmail({ address: 'office@police.uk', shared: false }).subject).not.toMatch(child);
  });

  it('has something to say on a card', () => {
    const { card } = messageOf(kind).inTeams();
    expect(JSON.stringify(card)).toContain('SD-TEST22');
  });
});

it.each<[string, string, boolean]>([
  ['a domain the council names as secure', 'tom@police.uk', true],
  ['a domain below it', 'tom@exampleshire.police.uk', true],
  ['one that only ends like it', 'tom@notpolice.uk', false],
  ['one the council does not name', 'tom@exampleshire.gov.uk', false],
])('the child is named to %s, or not', (_name, address, named) => {
  expect(/Jo Sample/.test(messageOf('invitation').byEmail({ address, shared: false }).text)).toBe(named);
});

it('a button carries a short key of its message, however long the names in its id are', () => {
  const id = `SD-TEST22/1/replyChaser/${'x'.repeat(150)}` as NoticeId;
  const message = personMessage({ ...noticeOf('replyChaser'), id }, stateFor('replyChaser'), setting);
  if (message === 'superseded') throw new Error('not sent');
  const { actions } = message.inTeams().card as { actions: readonly { data: { nonce: string } }[] };
  for (const { data } of actions) expect(data.nonce).toMatch(/^[0-9a-f]{40}$/);
  expect(actions.length).toBeGreaterThan(0);
});

it.each<[string, MessageKind]>([
  ['an invitation', 'invitation'],
  ['what somebody disagrees with', 'disagreement'],
  ['what the family is told', 'followUp'],
  ['for whom responsibility is to pass', 'transferAsked'],
])('%s is complete at a secure address', (_name, kind) => {
  expect(messageOf(kind).byEmail({ address: 'office@police.uk', shared: false }).text).toContain('Jo Sample');
});

it.each<[MessageKind, string]>([
  ['invitation', 'reply'],
  ['replyChaser', 'reply'],
  ['outcome', 'outcome'],
  ['howToChase', 'chase'],
  ['transferAsked', 'transfer'],
  ['transferRecorded', 'transfer'],
])('%s can be answered by link, in the text and the HTML of the e-mail alone', (kind, purpose) => {
  const message = messageOf(kind);
  const email = message.byEmail({ address: 'office@school.example', shared: false });
  const { card } = message.inTeams();
  const link = `https://strategy.example/reply/${purpose}`;
  expect(email.text).toContain(link);
  expect(email.html).toContain(`<a href="${link}"`);
  expect(JSON.stringify(card)).not.toContain(link);
});

it('the agency that was there is still told nothing it does not need: an invitation to somebody present is overtaken', () => {
  const here = convenedStory().then(manager, present(school)).state;
  if (here === null) throw new Error('nothing has happened');
  expect(personMessage(noticeOf('invitation'), here, setting)).toBe('superseded');
});

describe('how to join', () => {
  const messageFrom = (state: Discussion | null, kind: MessageKind, inCalendar = false) => {
    if (state === null) throw new Error('nothing has happened');
    const message = personMessage(noticeOf(kind), state, { ...setting, inCalendar });
    if (message === 'superseded') throw new Error(`${kind} is not sent`);
    const email = message.byEmail({ address: 'office@police.uk', shared: false });
    return { email, card: message.inTeams().card };
  };
  const calendarIn = (content: string | undefined): string => (content ?? '').replaceAll(/\r?\n /g, '');

  it('is in the letter, behind a button of the card, and in the calendar file', () => {
    for (const kind of ['invitation', 'meetingMoved', 'joiningDetails'] as const) {
      const { email, card } = messageFrom(linked.state, kind);
      expect(email.text).toContain(`Where: In Teams: ${joinUrl}`);
      expect(card).toMatchObject({
        actions: expect.arrayContaining([expect.objectContaining({ url: joinUrl })]) as object,
      });
      expect(calendarIn(email.calendar?.content)).toContain(`LOCATION:In Teams: ${joinUrl}`);
    }
  });

  it('is promised while there is no link, and the card has no button that leads nowhere', () => {
    const { email, card } = messageFrom(online.state, 'invitation');
    expect(email.text).toContain('Where: In Teams. manager will send you the joining details.');
    expect(JSON.stringify(card)).not.toContain('Action.OpenUrl');
  });

  it('is as the convenor says, once they have said so, whatever link there is', () => {
    const meeting = { ...convene().meeting, where: 'Dial 01632 960001', calendar: 'entry' } as const;
    const given = linked.then(manager, { kind: 'reconvene', meeting, reason: 'By telephone' });
    const { email, card } = messageFrom(given.state, 'invitation');
    expect(email.text).toContain('Where: Dial 01632 960001');
    expect(JSON.stringify(card)).not.toContain(joinUrl);
  });

  it('comes without a calendar file for somebody who has the meeting in their calendar already', () => {
    expect(messageFrom(linked.state, 'invitation', false).email.calendar).not.toBeNull();
    expect(messageFrom(linked.state, 'invitation', true).email.calendar).toBeNull();
  });

  it('a calendar takes the link that comes later as news', () => {
    expect(messageFrom(online.state, 'invitation').email.calendar?.content).toContain('SEQUENCE:0');
    expect(messageFrom(linked.state, 'joiningDetails').email.calendar?.content).toContain('SEQUENCE:1');
  });

  it('the convenor is told what went wrong and what to do', () => {
    const { email, card } = messageFrom(unlinked.state, 'onlineMeetingFailed');
    expect(email.text).toContain('There is no link to join it yet. The calendar said no.');
    expect(email.text).toContain('Set the time and place again');
    expect(JSON.stringify(card)).toContain('Say how to join');
  });
});

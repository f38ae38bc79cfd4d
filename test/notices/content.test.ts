import { describe, expect, test } from 'vitest';
import type { Discussion } from '../../src/discussion/discussion.ts';
import {
  messageKinds,
  type MessageKind,
  type Notice,
  type NoticeId,
  type TrackedNotice,
} from '../../src/discussion/notice.ts';
import type { Mailbox } from '../../src/notices/step.ts';
import { personMessage, type PersonSurroundings } from '../../src/notices/content.ts';
import { plusMillis, type Instant } from '../../src/practice/instant.ts';
import { practiceFor } from '../../src/practice/practice.ts';
import { present, quorate } from '../builders/attendance.ts';
import { convene, tuesday } from '../builders/convene.ts';
import { jointEnquiry, recordDecision } from '../builders/decision.ts';
import { manager, professional, school, socialWorker } from '../builders/people.ts';
import { convenedStory, type Story } from '../builders/story.ts';

const nursery = professional('referrer', 'referrer', { agency: 'Little Acorns Nursery' });
const family = { decision: 'told' as const, what: 'That Jo Sample sees a doctor', withheldBecause: null };
const convened = convenedStory().then(nursery, { kind: 'reportNothingHeard', message: 'Jo Sample is still at home' });
const decided = quorate(convenedStory())
  .then(manager, recordDecision([jointEnquiry({ familyTold: family })]))
  .then(nursery, { kind: 'dispute', reason: 'Jo Sample has a sister' })
  .then(nursery, { kind: 'reportNothingHeard', message: 'Jo Sample is still at home' });
const stoodDown = convened.then(manager, { kind: 'standDown', reason: 'Jo Sample was found' });

const stateFor = (kind: MessageKind): Discussion => {
  const open: readonly MessageKind[] = [
    'invitation',
    'meetingMoved',
    'replyChaser',
    'quorumWarning',
    'decisionOverdue',
    'tellOthers',
  ];
  const given: Story = kind === 'stoodDown' ? stoodDown : open.includes(kind) ? convened : decided;
  if (given.state === null) throw new Error('nothing has happened');
  const { state } = given;
  return kind === 'telephoneTask'
    ? { ...state, telling: { ...state.telling, toTelephone: [undelivered.notice.id] } }
    : state;
};

const recipientOf = (kind: MessageKind): Notice['recipient'] => {
  if (kind === 'howToChase') return { to: 'referrer' };
  return { to: 'person', personId: (kind === 'followUp' ? socialWorker : school).personId };
};

const owedAtOf = (kind: MessageKind): Instant => {
  if (kind === 'decisionOverdue') return plusMillis(convene().meeting.startsAt, 1);
  return kind === 'overdueDigest' ? plusMillis(tuesday, 3 * 86_400_000) : tuesday;
};

const noticeOf = (kind: MessageKind): Notice => ({
  id: `SD-TEST22/1/${kind}/school` as NoticeId,
  kind,
  recipient: recipientOf(kind),
  rule: kind === 'childSeenDue' ? 'V-1' : null,
  owedAt: owedAtOf(kind),
  deadline: convene().meeting.startsAt,
});

const undelivered: TrackedNotice = {
  discussionId: 'SD-TEST22',
  version: 1,
  notice: { ...noticeOf('outcome'), recipient: { to: 'referrer' } },
  delivery: { status: 'telephone', since: tuesday, attempts: [] },
};

const around: PersonSurroundings = {
  practice: practiceFor('practice-standards-2025'),
  now: tuesday,
  notices: [undelivered],
  from: 'strategy@exampleshire.gov.uk',
  linkTo: (_notice, purpose) => `https://strategy.example/reply/${purpose}`,
};

const messageOf = (kind: MessageKind) => {
  const message = personMessage(noticeOf(kind), stateFor(kind), around);
  if (message === 'superseded') throw new Error(`${kind} is not sent`);
  return message;
};

const child = /Jo Sample|J\.S\.|2019|1 March/;

describe.each(messageKinds)('%s', (kind) => {
  test.each<[string, Mailbox]>([
    ['an address that is not secure', { address: 'office@school.example', shared: false }],
    ['a mailbox that others read, however secure', { address: 'safeguarding@police.uk', shared: true }],
  ])('identifies no child by e-mail to %s', (_case, to) => {
    const { subject, text, html, calendar } = messageOf(kind).byEmail(to);
    for (const part of [subject, text, html, calendar?.content ?? '']) expect(part).not.toMatch(child);
    expect(text).toContain('SD-TEST22');
  });

  test('identifies no child in a notification or the subject of a secure e-mail', () => {
    expect(messageOf(kind).inTeams().summary).not.toMatch(child);
    expect(messageOf(kind).byEmail({ address: 'office@police.uk', shared: false }).subject).not.toMatch(child);
  });

  test('has something to say on a card', () => {
    const { card } = messageOf(kind).inTeams();
    expect(JSON.stringify(card)).toContain('SD-TEST22');
  });
});

test.each<[string, MessageKind]>([
  ['an invitation', 'invitation'],
  ['what somebody disagrees with', 'disagreement'],
  ['what the family is told', 'followUp'],
])('%s is complete at a secure address', (_name, kind) => {
  expect(messageOf(kind).byEmail({ address: 'office@police.uk', shared: false }).text).toContain('Jo Sample');
});

test.each<[MessageKind, string]>([
  ['invitation', 'reply'],
  ['replyChaser', 'reply'],
  ['outcome', 'outcome'],
  ['howToChase', 'chase'],
])('%s can be answered by link, in the text and the HTML of the e-mail alone', (kind, purpose) => {
  const message = messageOf(kind);
  const email = message.byEmail({ address: 'office@school.example', shared: false });
  const { card } = message.inTeams();
  const link = `https://strategy.example/reply/${purpose}`;
  expect(email.text).toContain(link);
  expect(email.html).toContain(`<a href="${link}"`);
  expect(JSON.stringify(card)).not.toContain(link);
});

test('the agency that was there is still told nothing it does not need: an invitation to somebody present is overtaken', () => {
  const here = convenedStory().then(manager, present(school)).state;
  if (here === null) throw new Error('nothing has happened');
  expect(personMessage(noticeOf('invitation'), here, around)).toBe('superseded');
});

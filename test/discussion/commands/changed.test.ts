/** What changes after people have been told: how to join, who came, who carries it on. */
import { describe, expect, it } from 'vitest';
import type { Meeting } from '../../../src/discussion/state/event.ts';
import type { NoticeKind } from '../../../src/discussion/state/notice.ts';
import type { Participant } from '../../../src/discussion/state/people.ts';
import { leadSocialWorker } from '../../../src/discussion/state/responsible.ts';
import { isWantedIn } from '../../builders/wanted.ts';
import { plusMillis, type Instant } from '../../../src/practice/time/instant.ts';
import { inSession, present, quorate } from '../../builders/attendance.ts';
import { child, convene, tuesday } from '../../builders/convene.ts';
import { childInNeed, jointEnquiry, recordDecision } from '../../builders/decision.ts';
import { health, manager, police, professional, school, socialWorker } from '../../builders/people.ts';
import { convenedStory, type Story } from '../../builders/story.ts';

const minutes = (count: number): Instant => plusMillis(tuesday, count * 60_000);
const { meeting } = convene();
const reconvene = (over: Partial<Meeting>) =>
  ({ kind: 'reconvene', meeting: { ...meeting, ...over }, reason: 'Room taken' }) as const;
const accept = { kind: 'accept', hasAuthority: true } as const;

const toldOf = ({ notices }: Story, kind: NoticeKind): readonly string[] =>
  notices
    .filter((n) => n.kind === kind)
    .map(({ recipient }) => (recipient.to === 'person' ? recipient.personId : recipient.to))
    .sort();

const noticeOf = (given: Story, kind: NoticeKind) => {
  const found = given.notices.find((n) => n.kind === kind);
  if (found === undefined) throw new Error(`no ${kind} is owed`);
  return found;
};
const isWanted = (given: Story, notice: ReturnType<typeof noticeOf>): boolean =>
  given.state !== null && isWantedIn(given.state, notice);

describe('another way to join at the same time', () => {
  const answered = convenedStory().then(police, accept);
  const changed = answered.then(manager, reconvene({ where: 'Dial 01632 960001' }), minutes(5));

  it('is news of how to join, and not of a new time', () => {
    expect(toldOf(changed, 'joiningDetails')).toEqual(['health', 'police', 'school', 'social-worker']);
    expect(toldOf(changed, 'meetingMoved')).toEqual([]);
  });

  it('leaves answers as they are, and the reminders that are there', () => {
    const reply = changed.state?.invitations.find((i) => i.participant.personId === police.personId)?.reply;
    expect(reply).toEqual({ answer: 'accepted', hasAuthority: true });
    for (const kind of ['replyChaser', 'quorumWarning', 'decisionOverdue'] as const) {
      expect(toldOf(changed, kind), kind).toEqual([]);
    }
    expect(isWanted(changed, noticeOf(convenedStory(), 'quorumWarning'))).toBe(true);
  });

  it('a new time asks everybody again', () => {
    const moved = answered.then(manager, reconvene({ startsAt: plusMillis(meeting.startsAt, 3_600_000) }));
    expect(toldOf(moved, 'meetingMoved')).toHaveLength(4);
    expect(moved.state?.invitations.every((i) => i.reply.answer === 'awaited')).toBe(true);
  });
});

describe('being asked for the decision', () => {
  it('after a move to a later time, only two hours after the new one', () => {
    const convened = convenedStory();
    const moved = convened.then(manager, reconvene({ startsAt: plusMillis(meeting.startsAt, 90 * 60_000) }));
    expect(isWanted(moved, noticeOf(convened, 'decisionOverdue'))).toBe(false);
    expect(isWanted(moved, noticeOf(moved, 'decisionOverdue'))).toBe(true);
  });

  it('is late by no time of its own, so it can be put off, and the service manager hears of nothing', () => {
    const facts = { ...convene().facts, answers: {} };
    const convened = convenedStory('working-together-2023', manager, { facts });
    const overdue = noticeOf(convened, 'decisionOverdue');
    expect(overdue.deadline).toBeNull();
    const later = { kind: 'snooze', notice: overdue, until: plusMillis(overdue.owedAt, 3_600_000) } as const;
    expect(convened.when(manager, later, overdue.owedAt).refusal).toBeNull();
  });
});

describe('whoever carries the case on', () => {
  const allocated = professional('allocated', 'allocatedSocialWorker');
  const invitees = [allocated, socialWorker, police, health, school];
  const convened = convenedStory(undefined, manager, { invitees });
  const declined = convened.then(allocated, { kind: 'decline', reason: 'On leave', substitute: null, written: null });
  const lead = ({ state }: Story): Participant | null => (state === null ? null : leadSocialWorker(state));

  it('is the social worker who took part, whoever else was allocated', () => {
    const decided = quorate(declined).then(manager, recordDecision());
    expect(toldOf(decided, 'followUp')).toContain(socialWorker.personId);
    expect(toldOf(decided, 'childSeenDue')).toEqual([socialWorker.personId]);
  });

  it('before anybody is there: one who has not declined', () => {
    expect(lead(convened)?.personId).toBe(allocated.personId);
    expect(lead(declined)?.personId).toBe(socialWorker.personId);
  });

  it('has the record, there or not', () => {
    // Under Liverpool the chair fills the seat of children's social care.
    const leader = professional('leader', 'childrensTeamLeader', { rank: 'childrensTeamLeader' });
    const held = inSession(convenedStory('liverpool', manager, { chair: leader }), leader, police, health);
    const enquiry = jointEnquiry({ answers: { s47DecisionBy: 'Lee Marsh' } }, 'liverpool');
    const decided = held.then(leader, recordDecision([enquiry]));
    expect(toldOf(decided, 'record')).toEqual(['health', 'police', 'social-worker']);
  });
});

describe('somebody who walked in to a meeting that came to nothing', () => {
  const officer = professional('officer', 'fireService', { agency: 'Exampleshire Fire and Rescue' });
  const short = inSession(convenedStory(), manager).then(manager, present(officer));

  it('hears that it is stood down', () => {
    expect(toldOf(short.then(manager, { kind: 'standDown', because: null, reason: 'x' }), 'stoodDown')).toContain(
      'officer',
    );
  });

  it('hears the outcome, as nobody from their agency was there when it was decided', () => {
    const again = short.then(manager, reconvene({ startsAt: minutes(60) }), minutes(1));
    const decided = quorate(again).then(manager, recordDecision());
    expect(toldOf(decided, 'outcome')).toContain('officer');
    expect(toldOf(decided, 'record')).not.toContain('officer');
  });
});

it('a referrer who was told that they would hear, hears that it is stood down (N-4)', () => {
  const leader = professional('leader', 'childrensTeamLeader', { rank: 'childrensTeamLeader' });
  const standDown = { kind: 'standDown', because: null, reason: 'x' } as const;
  const under = (standard: 'liverpool' | 'sandwell', chair: Participant): readonly string[] =>
    toldOf(convenedStory(standard, manager, { chair }).then(manager, standDown), 'stoodDown');
  expect(under('liverpool', leader)).toContain('referrer');
  const unitManager = professional('unit', 'socialWorkUnitManager', { rank: 'socialWorkUnitManager' });
  expect(under('sandwell', unitManager)).not.toContain('referrer');
});

it('one child urgent and another not: both dates of the enquiry are listed (DL-1, DL-2)', () => {
  const two = convenedStory(undefined, manager, { children: [child(), child({ childId: 'B', name: 'Kim Sample' })] });
  const decisions = [jointEnquiry({ answers: { urgentEnquiry: true } }), jointEnquiry({ childId: 'B' })];
  const both = quorate(two).then(manager, recordDecision(decisions));
  expect(noticeOf(both, 'enquiryDue').rule).toBe('DL-2');
  const oneUrgent = [decisions[0] ?? childInNeed(), childInNeed({ childId: 'B' })];
  const one = quorate(two).then(manager, recordDecision(oneUrgent));
  expect(noticeOf(one, 'enquiryDue').rule).toBe('DL-2');
});

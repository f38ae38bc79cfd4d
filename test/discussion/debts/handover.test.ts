/** What was owed for a part goes with it: to whoever has it now, once, and no more to whoever had it. */
import { signRecord } from '../../builders/signing.ts';
import { describe, expect, it } from 'vitest';
import type { Command, CommandOf } from '../../../src/discussion/commands/command.ts';
import type { Notice, NoticeKind, TrackedNotice } from '../../../src/discussion/state/notice.ts';
import type { Participant } from '../../../src/discussion/state/people.ts';
import { viewOf } from '../../../src/messages/render.ts';
import { isStillWanted } from '../../../src/messages/wanted.ts';
import { hour, plusMillis, type Instant } from '../../../src/practice/time/instant.ts';
import { agree } from '../../builders/action.ts';
import { inSession, quorate } from '../../builders/attendance.ts';
import { convene, saying, tuesday } from '../../builders/convene.ts';
import { recordDecision } from '../../builders/decision.ts';
import { health, manager, police, professional, socialWorker, system } from '../../builders/people.ts';
import { practiceFor } from '../../builders/standards.ts';
import { convenedStory, stateOf, type Story } from '../../builders/story.ts';
import { named } from '../../builders/substitute.ts';

const chair = professional('chair', 'serviceManager', { rank: 'serviceManager' });
const deputy = professional('deputy', 'teamManager', { rank: 'teamManager' });
const colleague = professional('colleague', 'socialWorker');

const handOver = (
  part: CommandOf<'handOver'>['part'],
  to: Participant,
  over: Partial<CommandOf<'handOver'>> = {},
): Command => ({ kind: 'handOver', part, to, reason: 'On leave', seen: 0, ...over });

/** One manager convened it, another chairs it. */
const convened = () => convenedStory('practice-standards-2025', manager, { chair });
const decided = () => inSession(convened(), chair, socialWorker, police, health).then(chair, recordDecision());

/** The kinds of message the last command made us owe somebody. */
const owedTo = ({ notices }: Story, { personId }: Participant): readonly NoticeKind[] => [
  ...new Set(
    notices
      .filter(({ recipient }) => recipient.to === 'person' && recipient.personId === personId)
      .map(({ kind }) => kind)
      .toSorted(),
  ),
];

const tracked = (given: Story): readonly TrackedNotice[] =>
  given.notices.map((notice) => ({
    reference: 'SD-TEST22',
    version: stateOf(given).version,
    notice,
    delivery: { status: 'owed', nextAttemptAt: notice.owedAt, attempts: [] },
  }));

/** Whether what an earlier command made us owe is sent after a later one. */
const isSent = (notice: Notice, earlier: Story, later: Story, now: Instant = notice.owedAt): boolean => {
  const practice = practiceFor('practice-standards-2025');
  const view = viewOf(notice, stateOf(later), { practice, now, notices: [...tracked(earlier), ...tracked(later)] });
  if (view === null) throw new Error(`${notice.id} is no message`);
  return isStillWanted(view);
};

const owed = ({ notices }: Story, kind: NoticeKind, to: Participant): Notice => {
  const found = notices.find(
    (n) => n.kind === kind && n.recipient.to === 'person' && n.recipient.personId === to.personId,
  );
  return found ?? expect.fail(`no ${kind} is owed to ${to.personId}`);
};

describe('before the meeting', () => {
  it('the new chair is invited to it, and asked in time for the decision; both chairs and the convenor are told', () => {
    const after = convened().then(chair, handOver('chair', deputy));
    expect(owedTo(after, deputy)).toEqual(['decisionOverdue', 'handedOver', 'invitation']);
    expect(owedTo(after, chair)).toEqual(['handedOver']);
    expect(owedTo(after, manager)).toEqual(['handedOver']);
    expect(isSent(owed(convened(), 'decisionOverdue', chair), convened(), after)).toBe(false);
    expect(isSent(owed(after, 'decisionOverdue', deputy), convened(), after)).toBe(true);
  });

  it('somebody who knows of the meeting is not invited to it again', () => {
    const toConvenor = convened().then(chair, handOver('chair', manager));
    expect(owedTo(toConvenor, manager)).toEqual(['decisionOverdue', 'handedOver']);
    const invited = convenedStory('practice-standards-2025', manager, { chair, invitees: [deputy, police] });
    expect(owedTo(invited.then(chair, handOver('chair', deputy)), deputy)).not.toContain('invitation');
  });

  it('the new convenor is warned of who must be there, and the one before is not', () => {
    const after = convened().then(chair, handOver('convenor', deputy));
    expect(owedTo(after, deputy)).toEqual(['handedOver', 'quorumWarning']);
    expect(isSent(owed(convened(), 'quorumWarning', manager), convened(), after)).toBe(false);
    expect(isSent(owed(after, 'quorumWarning', deputy), convened(), after)).toBe(true);
  });

  it('the new social worker is invited and chased; the one before is neither', () => {
    const after = convened().then(chair, handOver('socialWorker', colleague));
    expect(owedTo(after, colleague)).toEqual(['handedOver', 'invitation', 'replyChaser']);
    for (const kind of ['invitation', 'replyChaser'] as const) {
      expect(isSent(owed(convened(), kind, socialWorker), convened(), after), kind).toBe(false);
      expect(isSent(owed(convened(), kind, police), convened(), after), kind).toBe(true);
    }
  });

  it('who is proposed to come instead is the new chair’s to answer, where the one before led nothing else', () => {
    const proposed = named(convened(), police, professional('constable', 'police'));
    const after = proposed.then(chair, handOver('chair', deputy));
    expect(owedTo(after, deputy)).toContain('substituteProposed');
    expect(isSent(owed(after, 'substituteProposed', deputy), proposed, after)).toBe(true);
    expect(isSent(owed(proposed, 'substituteProposed', chair), proposed, after)).toBe(false);
    expect(isSent(owed(proposed, 'substituteProposed', manager), proposed, after)).toBe(true);
  });

  it('whom the convenor is to tell of it is the new one’s to tell, unless that has been seen to (H-2)', () => {
    const found = convenedStory('practice-standards-2025', manager, { chair, facts: saying(['hostNotHome']) });
    expect(owedTo(found.then(chair, handOver('convenor', deputy)), deputy)).toContain('tellOthers');
    const seen = found.then(manager, { kind: 'acknowledge', notice: owed(found, 'tellOthers', manager) });
    expect(owedTo(seen.then(chair, handOver('convenor', deputy)), deputy)).not.toContain('tellOthers');
  });

  it('a meeting that has begun is nobody’s to be invited to', () => {
    const after = quorate(convened()).then(chair, handOver('chair', deputy), plusMillis(convene().meeting.startsAt, 1));
    expect(owedTo(after, deputy)).toEqual(['decisionOverdue', 'handedOver']);
  });
});

describe('after the decision', () => {
  const reminders = (given: Story, who: Participant) =>
    owedTo(given, who).filter((kind) => kind.endsWith('Due') || kind === 'overdueDigest');

  it('the new chair is reminded of all that the one before was to be reminded of', () => {
    const before = reminders(decided(), chair);
    expect(before.length).toBeGreaterThan(0);
    const after = decided().then(chair, handOver('chair', deputy));
    expect(reminders(after, deputy)).toEqual(before);
    expect(owedTo(after, deputy)).toContain('record');
    for (const kind of before) expect(isSent(owed(decided(), kind, chair), decided(), after), kind).toBe(false);
    // nothing is filed before it is signed.
    for (const kind of before.filter((each) => each !== 'filingDue'))
      expect(isSent(owed(after, kind, deputy), decided(), after), kind).toBe(true);
  });

  it('the new social worker has what follows, what was recorded, and the reminders', () => {
    const before = owedTo(decided(), socialWorker);
    const after = decided().then(chair, handOver('socialWorker', colleague));
    expect(owedTo(after, colleague)).toEqual([...before, 'handedOver'].toSorted());
    expect(reminders(after, colleague).length).toBeGreaterThan(0);
    for (const kind of reminders(after, colleague)) {
      expect(isSent(owed(decided(), kind, socialWorker), decided(), after), kind).toBe(false);
    }
  });

  it('who took part still has in writing what was recorded (R-3)', () => {
    const after = decided().then(chair, handOver('socialWorker', colleague));
    expect(isSent(owed(decided(), 'record', socialWorker), decided(), after)).toBe(true);
  });

  it('the digests of what is overdue go to the new convenor, each at its time, and none twice', () => {
    const digests = (given: Story, who: Participant) =>
      given.notices
        .filter(
          ({ kind, recipient }) =>
            kind === 'overdueDigest' && recipient.to === 'person' && recipient.personId === who.personId,
        )
        .map(({ owedAt }) => owedAt);
    const before = decided();
    const after = before.then(chair, handOver('convenor', deputy));
    expect(digests(after, deputy)).toEqual(digests(before, manager));
    for (const notice of before.notices.filter(({ kind }) => kind === 'overdueDigest')) {
      expect(isSent(notice, before, after)).toBe(false);
    }
    // When something is overdue by then, it is said at once instead of what has gone by.
    const late = plusMillis(tuesday, 5 * 24 * hour);
    const afterwards = digests(before.then(chair, handOver('convenor', deputy), late), deputy);
    expect(afterwards.filter((at) => at === late)).toHaveLength(1);
    expect(afterwards.filter((at) => at < late)).toEqual([]);
  });

  it('what was to be asked by now is asked at once, and nothing is late for whoever has just taken it on', () => {
    const late = plusMillis(tuesday, 60 * 24 * hour);
    const after = decided().then(chair, handOver('chair', deputy), late);
    expect(owed(after, 'recordDue', deputy)).toMatchObject({ owedAt: late, deadline: null });
  });

  it('what came of the actions is the new convenor’s to follow up (AC-1)', () => {
    const agreed = decided().then(chair, agree(police));
    const stuck = agreed.then(police, { kind: 'settleAction', action: 1, as: 'blocked', note: 'No reply' });
    const after = stuck.then(chair, handOver('convenor', deputy));
    expect(owedTo(after, deputy)).toContain('actionBlocked');
    const digest = owed(agreed, 'overdueDigest', manager);
    expect(isSent(digest, agreed, after)).toBe(false);
    expect(after.notices.map(({ kind, owedAt }) => `${kind} ${owedAt}`)).toContain(`overdueDigest ${digest.owedAt}`);
  });

  it('what is done is asked of nobody again', () => {
    expect(owedTo(decided().then(chair, handOver('chair', deputy)), deputy)).toContain('recordToSign');
    const done = decided().then(chair, signRecord());
    const after = done.then(chair, handOver('chair', deputy));
    expect(owedTo(after, deputy)).not.toContain('recordDue');
    expect(owedTo(after, deputy)).not.toContain('recordToSign');
  });

  it('what somebody says to the outcome is the new chair’s to answer, unless it has been read', () => {
    const disagreed = decided().then(police, { kind: 'disagree', reason: 'There is a sister' });
    expect(owedTo(disagreed.then(chair, handOver('chair', deputy)), deputy)).toContain('disagreement');
    const read = disagreed.then(chair, { kind: 'acknowledge', notice: owed(disagreed, 'disagreement', chair) });
    expect(owedTo(read.then(chair, handOver('chair', deputy)), deputy)).not.toContain('disagreement');
  });

  it('whom no message reaches is the new chair’s to telephone', () => {
    const outcome = decided().notices.find(({ kind }) => kind === 'outcome') ?? expect.fail('no outcome is owed');
    const asked = decided().then(system, { kind: 'askToTelephone', notice: outcome });
    expect(owedTo(asked.then(chair, handOver('chair', deputy)), deputy)).toContain('telephoneTask');
    const call = { kind: 'recordTelephoneCall', notice: outcome, spokeTo: 'Robin', toldAt: tuesday } as const;
    expect(owedTo(asked.then(chair, call).then(chair, handOver('chair', deputy)), deputy)).not.toContain(
      'telephoneTask',
    );
  });

  it('whoever put a reminder off before is not reminded of what is another’s now', () => {
    const reminder = owed(decided(), 'recordDue', chair);
    const after = decided().then(chair, handOver('chair', deputy));
    const put = after.then(chair, { kind: 'snooze', notice: reminder, until: plusMillis(tuesday, hour) });
    const view = (notice: Notice) =>
      viewOf(notice, stateOf(put), {
        practice: practiceFor('practice-standards-2025'),
        now: notice.owedAt,
        notices: [...tracked(after), ...tracked(put)],
      });
    const again = view(owed(put, 'recordDue', chair));
    expect(again === null ? null : isStillWanted(again)).toBe(false);
  });
});

it('to and fro, it is owed to whoever has it in the end', () => {
  const first = decided().then(chair, handOver('chair', deputy));
  const back = first.then(deputy, handOver('chair', chair, { seen: 1 }));
  expect(isSent(owed(first, 'recordDue', deputy), first, back)).toBe(false);
  expect(isSent(owed(back, 'recordDue', chair), first, back)).toBe(true);
  expect(isSent(owed(decided(), 'recordDue', chair), decided(), back)).toBe(true);
});

it('nothing is owed to somebody who has left, of before or of now', () => {
  const replace = {
    kind: 'replaceLeaver',
    part: 'socialWorker',
    leaver: socialWorker.personId,
    to: colleague,
  } as const;
  const after = decided().then(system, replace);
  expect(owedTo(after, socialWorker)).toEqual([]);
  for (const notice of decided().notices) {
    const { recipient } = notice;
    if (recipient.to !== 'person' || recipient.personId !== socialWorker.personId) continue;
    expect(isSent(notice, decided(), after), notice.kind).toBe(false);
  }
});

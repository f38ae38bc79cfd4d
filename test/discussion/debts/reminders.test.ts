import { fileRecord, signRecord } from '../../builders/signing.ts';
import { describe, expect, it } from 'vitest';
import type { NoticeKind } from '../../../src/discussion/state/notice.ts';
import { instant, plusMillis } from '../../../src/practice/time/instant.ts';
import type { StandardKey } from '../../../src/practice/language/vocabulary.ts';
import { isWantedIn } from '../../builders/wanted.ts';
import { inSession, quorate } from '../../builders/attendance.ts';
import { convene, tuesday } from '../../builders/convene.ts';
import { childInNeed, jointEnquiry, recordDecision } from '../../builders/decision.ts';
import { health, manager, police, school, socialWorker } from '../../builders/people.ts';
import { convenedStory, type Story } from '../../builders/story.ts';

/** `kind to whom at when until what (rule)` for each reminder, as a person would read it. */
const remindersIn = ({ notices }: Story): readonly string[] =>
  notices
    .filter(({ kind, owedAt }) => owedAt > tuesday && kind !== 'overdueDigest')
    .map(({ kind, recipient, owedAt, deadline, rule }) => {
      const to = recipient.to === 'person' ? recipient.personId : recipient.to;
      return `${kind} to ${to} ${owedAt.slice(5, 16)} before ${deadline?.slice(5, 16) ?? 'nothing'} (${rule})`;
    });

const noticeOf = (given: Story, kind: NoticeKind) => {
  const found = given.notices.find((n) => n.kind === kind);
  if (found === undefined) throw new Error(`no ${kind} is owed`);
  return found;
};
const isWanted = (
  given: Story,
  notice: ReturnType<typeof noticeOf>,
  standard: StandardKey = 'practice-standards-2025',
) => {
  if (given.state === null) throw new Error('nothing has happened yet');
  return isWantedIn(given.state, notice, standard);
};

describe('before the meeting, on Wednesday at 2pm and convened on Tuesday at 10am', () => {
  it('each person invited is chased once in the morning, the convenor warned at noon, the chair asked at 4pm; the service manager hears past the limit', () => {
    expect(remindersIn(convenedStory())).toEqual([
      'replyChaser to social-worker 09-16T07:00 before 09-16T13:00 (T-1)',
      'replyChaser to police 09-16T07:00 before 09-16T13:00 (T-1)',
      'replyChaser to health 09-16T07:00 before 09-16T13:00 (T-1)',
      'replyChaser to school 09-16T07:00 before 09-16T13:00 (T-1)',
      'quorumWarning to manager 09-16T11:00 before 09-16T13:00 (Q-9)',
      'decisionOverdue to manager 09-16T15:00 before 09-18T22:59 (T-1)',
      'flagUnseen to place 09-16T08:00 before nothing (V-1)',
      'decisionLate to serviceManager 09-21T08:00 before nothing (T-1)',
    ]);
  });

  const meetingIn = (minutes: number) => ({
    meeting: { ...convene().meeting, startsAt: plusMillis(tuesday, minutes * 60_000) },
  });

  it.each([
    ['20 minutes away: it is too late to chase or warn', 20, ['decisionOverdue']],
    ['40 minutes away: half-way there, the convenor is warned', 40, ['quorumWarning', 'decisionOverdue']],
    ['three hours away: everybody is chased, too', 180, ['replyChaser', 'quorumWarning', 'decisionOverdue']],
  ])('a meeting %s', (_name, minutes, kinds) => {
    const { notices } = convenedStory(undefined, manager, meetingIn(minutes));
    const toPeople = notices.filter(({ recipient, owedAt }) => recipient.to === 'person' && owedAt > tuesday);
    expect([...new Set(toPeople.map(({ kind }) => kind))]).toEqual(kinds);
  });

  it('somebody who has answered is not chased', () => {
    const convened = convenedStory();
    const chaser = noticeOf(convened, 'replyChaser');
    expect(isWanted(convened, chaser)).toBe(true);
    expect(isWanted(convened.then(socialWorker, { kind: 'accept', hasAuthority: true }), chaser)).toBe(false);
  });

  it('the convenor is not warned once every seat is promised', () => {
    const convened = convenedStory();
    const warning = noticeOf(convened, 'quorumWarning');
    const accept = { kind: 'accept', hasAuthority: true } as const;
    const almost = convened.then(socialWorker, accept).then(health, accept);
    expect(isWanted(almost, warning)).toBe(true);
    expect(isWanted(almost.then(police, { kind: 'accept', hasAuthority: false }), warning)).toBe(true);
    expect(isWanted(almost.then(police, accept), warning)).toBe(false);
  });

  it('a new time overtakes the chasers, warnings and invitations of the old one, and brings its own', () => {
    const convened = convenedStory();
    const meeting = { ...convene().meeting, startsAt: instant('2026-09-17T14:00:00+01:00') };
    const moved = convened.then(manager, { kind: 'reconvene', meeting, reason: 'The police can come then' });
    for (const kind of ['invitation', 'replyChaser', 'quorumWarning'] as const) {
      expect(isWanted(moved, noticeOf(convened, kind)), kind).toBe(false);
    }
    expect(isWanted(moved, noticeOf(moved, 'meetingMoved'))).toBe(true);
    expect(isWanted(moved, noticeOf(moved, 'quorumWarning'))).toBe(true);
  });

  it('the chair is not asked for a decision that has been recorded, or about a discussion stood down', () => {
    const convened = convenedStory();
    const overdue = noticeOf(convened, 'decisionOverdue');
    expect(isWanted(convened, overdue)).toBe(true);
    expect(isWanted(quorate(convened).then(manager, recordDecision()), overdue)).toBe(false);
    expect(
      isWanted(convened.then(manager, { kind: 'standDown', because: null, reason: 'Entered twice' }), overdue),
    ).toBe(false);
  });

  it('whoever is there already needs no invitation', () => {
    const convened = convenedStory();
    const invitation = noticeOf(convened, 'invitation');
    expect(isWanted(inSession(convened, socialWorker), invitation)).toBe(false);
  });
});

describe('after a decision on Tuesday at 10am, one reminder for each thing the standard sets a time for', () => {
  it('an enquiry under the Practice Standards', () => {
    expect(remindersIn(quorate(convenedStory()).then(manager, recordDecision()))).toEqual([
      'childSeenDue to social-worker 09-16T03:00 before 09-16T09:00 (V-1)',
      'recordDue to manager 09-16T08:00 before 09-16T22:59 (R-3)',
      'filingDue to manager 09-16T08:00 before 09-16T22:59 (R-3)',
      'enquiryDue to social-worker 09-25T08:00 before 09-30T22:59 (DL-1)',
      'conferenceDue to social-worker 10-01T08:00 before 10-06T22:59 (DL-3)',
      'assessmentDue to social-worker 11-12T09:00 before 11-17T23:59 (DL-6)',
      'recordLate to serviceManager 09-17T08:00 before nothing (R-3)',
    ]);
  });

  it('a child in need has no enquiry, conference or visit in 24 hours', () => {
    const decided = quorate(convenedStory()).then(manager, recordDecision([childInNeed()]));
    expect(remindersIn(decided)).toEqual([
      'recordDue to manager 09-16T08:00 before 09-16T22:59 (R-3)',
      'filingDue to manager 09-16T08:00 before 09-16T22:59 (R-3)',
      'assessmentDue to social-worker 11-12T09:00 before 11-17T23:59 (DL-6)',
      'recordLate to serviceManager 09-17T08:00 before nothing (R-3)',
    ]);
  });

  it('high concern with legal planning decided: the enquiry is due in 5 days, not 15 (DL-2)', () => {
    const urgent = recordDecision([jointEnquiry({ answers: { urgentEnquiry: true } })]);
    expect(remindersIn(quorate(convenedStory()).then(manager, urgent))).toContain(
      'enquiryDue to social-worker 09-18T08:00 before 09-20T22:59 (DL-2)',
    );
  });

  it('a follow-up discussion is due on the date agreed for it (O-6)', () => {
    const followUp = { code: 'followUpDiscussion', fields: { date: '2026-10-01', reviewer: 'Priya Shah' } };
    const decided = recordDecision([childInNeed({ outcomes: [followUp] })]);
    expect(remindersIn(quorate(convenedStory()).then(manager, decided))).toContain(
      'nextDiscussionDue to manager 09-28T08:00 before 10-01T22:59 (O-6)',
    );
  });

  it('nobody is reminded of anything once it is stood down', () => {
    const stoodDown = convenedStory().then(manager, { kind: 'standDown', because: null, reason: 'Entered twice' });
    expect(remindersIn(stoodDown)).toEqual([]);
  });
});

describe('a reminder put off', () => {
  const convened = convenedStory();
  const warning = noticeOf(convened, 'quorumWarning');
  const until = instant('2026-09-16T13:00:00+01:00');

  it('comes again at that time, to the same person, for the same thing', () => {
    const later = convened.then(manager, { kind: 'snooze', notice: warning, until }, warning.owedAt);
    expect(noticeOf(later, 'quorumWarning')).toMatchObject({ owedAt: until, deadline: warning.deadline, rule: 'Q-9' });
  });

  it('is refused beyond what it is about', () => {
    const tooLate = instant('2026-09-16T14:00:01+01:00');
    expect(convened.when(manager, { kind: 'snooze', notice: warning, until: tooLate }).refusal).toEqual({
      code: 'putOffTooLong',
      rule: 'Q-9',
      dueAt: warning.deadline,
    });
  });

  it('can be put off by its reader only, and an invitation by nobody', () => {
    const refused = { code: 'notYourMessage' };
    expect(convened.when(school, { kind: 'snooze', notice: warning, until }).refusal).toEqual(refused);
    const notice = noticeOf(convened, 'invitation');
    expect(convened.when(socialWorker, { kind: 'snooze', notice, until }).refusal).toEqual(refused);
  });
});

describe('what nobody has reported as done (AC-1)', () => {
  const decided = quorate(convenedStory()).then(manager, recordDecision([childInNeed()]));
  const digests = decided.notices.filter(({ kind }) => kind === 'overdueDigest');
  const record = noticeOf(decided, 'recordDue');
  const filing = noticeOf(decided, 'filingDue');
  const sign = signRecord({ answers: { holds: { risks: 'None now', plan: 'An assessment' }, signOff: {} } });
  const done = { kind: 'reportDone', notice: record, duty: 'recordDue' } as const;

  it('the convenor hears of it at nine on the working day after each deadline', () => {
    expect(digests.map(({ recipient, owedAt }) => [recipient, owedAt])).toEqual([
      [{ to: 'person', personId: manager.personId }, '2026-09-17T08:00:00.000Z'],
      [{ to: 'person', personId: manager.personId }, '2026-11-18T09:00:00.000Z'],
    ]);
    expect(new Set(digests.map(({ id }) => id)).size).toBe(2);
  });

  it('an hour after a deadline counted in hours', () => {
    const enquiry = quorate(convenedStory()).then(manager, recordDecision());
    const [first] = enquiry.notices.filter(({ kind }) => kind === 'overdueDigest');
    expect(first?.owedAt).toBe('2026-09-16T10:00:00.000Z');
  });

  it('not of what is done: neither the reminder nor the digest comes', () => {
    const [digest] = digests;
    if (digest === undefined) throw new Error('no digest is owed');
    expect([isWanted(decided, record), isWanted(decided, digest)]).toEqual([true, true]);
    const signed = decided.then(manager, sign);
    expect([isWanted(signed, record), isWanted(signed, filing), isWanted(signed, digest)]).toEqual([false, true, true]);
    const after = signed.then(manager, fileRecord);
    expect([isWanted(after, filing), isWanted(after, digest)]).toEqual([false, false]);
  });

  it('what is signed again after that is filed again (R-3)', () => {
    const filed = decided.then(manager, sign).then(manager, fileRecord);
    const reopened = filed.then(manager, { kind: 'reopenRecord', reason: 'A name was wrong' });
    expect(isWanted(reopened, filing), 'it is signed first').toBe(false);
    expect(isWanted(reopened.then(manager, sign), filing)).toBe(true);
  });

  it('a later digest names only what is due by then and still open', () => {
    const last = digests.at(-1);
    if (last === undefined) throw new Error('no digest is owed');
    const after = decided.then(manager, sign).then(manager, fileRecord);
    expect(isWanted(after, last)).toBe(true);
    const assessed = after.then(manager, { kind: 'reportDone', notice: last, duty: 'assessmentDue' });
    expect(isWanted(assessed, last)).toBe(false);
  });

  it('only its reader says that it is done, and only of what the reminder asks', () => {
    const refused = { code: 'notYourMessage' };
    expect(decided.when(police, done).refusal).toEqual(refused);
    expect(decided.when(manager, { ...done, duty: 'assessmentDue' }).refusal).toEqual(refused);
  });
});

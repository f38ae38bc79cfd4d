/** After a meeting, clocks run from the meeting: when it ended, as the chair says, not from when somebody recorded it. */
import { describe, expect, it } from 'vitest';
import { isWatched } from '../../../src/messages/catalogue.ts';
import type { CommandOf } from '../../../src/discussion/commands/command.ts';
import { withEscalations } from '../../../src/discussion/debts/escalate.ts';
import { instant, plusMillis, type Instant } from '../../../src/practice/time/instant.ts';
import { present, quorate } from '../../builders/attendance.ts';
import { convene, tuesday } from '../../builders/convene.ts';
import { jointEnquiry, recordDecision } from '../../builders/decision.ts';
import { health, manager, police, professional, socialWorker } from '../../builders/people.ts';
import { convenedStory, type Story } from '../../builders/story.ts';

const ended = (at: Instant): CommandOf<'recordDecision'> => recordDecision(undefined, [], at);

/** Planned for Wednesday at 2pm; everybody needed says that they are here at this time. */
const heldAt = (at: Instant): Story =>
  [manager, socialWorker, police, health].reduce((s, who) => s.then(who, present(who), at), convenedStory());
const planned = convene().meeting.startsAt;
const recorded = instant('2026-09-16T15:30:00+01:00');
const outcomeDue = '2026-09-17T23:59:59+01:00';

describe('when it ended', () => {
  it('is kept beside when the decision was recorded', () => {
    const end = instant('2026-09-16T15:00:00+01:00');
    const { state } = heldAt(planned).then(manager, ended(end), recorded);
    expect(state).toMatchObject({ decision: { meetingEndedAt: end, at: recorded } });
  });

  it('is not in the future', () => {
    const { refusal } = heldAt(planned).when(manager, ended(plusMillis(recorded, 60_000)), recorded);
    expect(refusal).toEqual({ code: 'timeInFuture', what: 'meetingEnd' });
  });

  it('is not before it began: when it was to begin, or when the first were there before that', () => {
    const late = heldAt(instant('2026-09-16T14:20:00+01:00'));
    expect(late.when(manager, ended(instant('2026-09-16T13:59:00+01:00')), recorded).refusal).toEqual({
      code: 'endedBeforeItBegan',
      beganAt: planned,
    });
    expect(late.when(manager, ended(instant('2026-09-16T14:10:00+01:00')), recorded).refusal).toBeNull();
    const early = quorate(convenedStory());
    expect(early.when(manager, ended(plusMillis(tuesday, -60_000))).refusal).toEqual({
      code: 'endedBeforeItBegan',
      beganAt: tuesday,
    });
  });

  it('may be the minute in which it began: a time is typed to the minute', () => {
    const began = plusMillis(tuesday, 30_000);
    expect(heldAt(began).when(manager, ended(tuesday), plusMillis(began, 20_000)).refusal).toBeNull();
  });
});

describe('a decision recorded six days late', () => {
  const end = instant('2026-09-16T15:00:00+01:00');
  const late = instant('2026-09-22T15:00:00+01:00');
  const atOnce = heldAt(planned).then(manager, ended(end), recorded);
  const sixDaysLate = heldAt(planned).then(manager, ended(end), late);
  const dueIn = ({ notices }: Story): readonly (readonly [string, Instant | null])[] =>
    notices.filter(({ deadline }) => deadline !== null).map(({ kind, deadline }) => [kind, deadline] as const);

  it('does not move what is due: everything counts from the meeting', () => {
    expect(dueIn(sixDaysLate)).toEqual(dueIn(atOnce));
    expect(sixDaysLate.state).toMatchObject({ decision: { at: late, meetingEndedAt: end } });
  });

  it.each([
    ['the outcome (N-1)', 'outcome', outcomeDue],
    ['the record (R-3)', 'record', '2026-09-17T23:59:59+01:00'],
    ['seeing the child (V-1)', 'childSeenDue', '2026-09-17T15:00:00+01:00'],
    ['the enquiry (DL-1)', 'enquiryDue', '2026-10-01T23:59:59+01:00'],
    ['the conference (DL-3)', 'conferenceDue', '2026-10-07T23:59:59+01:00'],
  ])('%s is due when it always was', (_name, kind, due) => {
    expect(dueIn(sixDaysLate)).toContainEqual([kind, instant(due)]);
  });

  it('is late at once, and the service manager is told at once', () => {
    const commit = { reference: 'SD-TEST22', version: 9, otherwise: manager.personId };
    const escalations = withEscalations(sixDaysLate.notices, commit, isWatched).filter(
      ({ kind }) => kind === 'escalation',
    );
    const { deadline, owedAt, recipient } = escalations.find((n) => n.deadline === instant(outcomeDue)) ?? {};
    expect(deadline).toBeDefined();
    expect(owedAt).toBe(late);
    expect(recipient).toEqual({ to: 'serviceManager', otherwise: manager.personId });
  });

  it('under Liverpool as well: the referrer was to hear in writing a day after the meeting (N-3)', () => {
    const leader = professional('leader', 'childrensTeamLeader', { rank: 'childrensTeamLeader' });
    const held = [leader, police, health].reduce(
      (s, who) => s.then(who, present(who), planned),
      convenedStory('liverpool', manager, { chair: leader }),
    );
    const enquiry = jointEnquiry({ answers: { s47DecisionBy: 'Lee Marsh' } }, 'liverpool');
    const decided = held.then(leader, recordDecision([enquiry], [], end), late);
    expect(dueIn(decided)).toContainEqual(['outcome', instant('2026-09-17T23:59:59+01:00')]);
  });
});

import { describe, expect, it } from 'vitest';
import type { CommandOf } from '../../../src/discussion/commands/command.ts';
import { invitationOf } from '../../../src/discussion/state/discussion.ts';
import { instant } from '../../../src/practice/time/instant.ts';
import { inSession, quorate } from '../../builders/attendance.ts';
import { convene, referrer, tuesday } from '../../builders/convene.ts';
import { recordDecision } from '../../builders/decision.ts';
import { health, manager, police, socialWorker } from '../../builders/people.ts';
import { convenedStory } from '../../builders/story.ts';

const dueAt = instant('2026-09-18T23:59:59+01:00');
const reconvene = (at: string, over: Partial<CommandOf<'reconvene'>> = {}): CommandOf<'reconvene'> => ({
  kind: 'reconvene',
  meeting: { startsAt: instant(at), format: 'phone', where: 'By telephone' },
  reason: 'The police cannot come before',
  phoneOnlyReason: 'The roads are closed',
  ...over,
});

describe('a new time, before anybody has met', () => {
  it('is set up to the deadline', () => {
    const { state, events } = convenedStory().then(manager, reconvene('2026-09-18T23:59:00+01:00'));
    expect(events.map((e) => e.type)).toEqual(['discussionReconvened']);
    expect(state).toMatchObject({ stage: 'convened', earlierMeetings: [], meeting: { where: 'By telephone' } });
  });

  it('is refused beyond it: nobody’s absence is a reason (Q-9)', () => {
    expect(convenedStory().when(manager, reconvene('2026-09-19T00:00:00+01:00')).refusal).toEqual({
      code: 'meetingTooLate',
      rule: 'T-1',
      dueAt,
    });
  });

  it('by telephone, where it was a meeting, needs a reason, which is kept (M-1)', () => {
    const at = '2026-09-17T09:00:00+01:00';
    const given = convenedStory();
    expect(given.when(manager, reconvene(at, { phoneOnlyReason: ' ' })).refusal).toMatchObject({
      code: 'barred',
      blocks: [{ rule: 'M-1', reasonIn: 'phoneOnlyReason' }],
    });
    const after = given.then(manager, reconvene(at));
    expect(after.state?.facts.answers).toMatchObject({ phoneOnlyReason: 'The roads are closed' });
    after.then(manager, reconvene('2026-09-17T10:00:00+01:00', { phoneOnlyReason: '' }));
  });

  it('is refused in the past', () => {
    expect(convenedStory().when(manager, reconvene('2026-09-15T09:00:00+01:00')).refusal).toEqual({
      code: 'timeInPast',
      what: 'meeting',
    });
  });

  it('is refused beyond the deadline that emergency action brought forward', () => {
    const given = convenedStory().then(manager, {
      kind: 'recordEmergencyAction',
      action: 'Police protection',
      takenAt: instant('2026-09-15T09:00:00+01:00'),
      takenBy: 'Police',
    });
    expect(given.when(manager, reconvene('2026-09-17T09:00:00+01:00')).refusal).toMatchObject({ rule: 'T-4' });
  });

  it('once the deadline has passed is any time that can be had', () => {
    const late = instant('2026-09-21T09:00:00+01:00');
    expect(convenedStory().when(manager, reconvene('2026-09-21T11:00:00+01:00'), late).refusal).toBeNull();
  });

  it('of a discussion that was overdue when it was convened is any time that can be had', () => {
    const longAgo = instant('2026-09-01T09:00:00+01:00');
    const referral = { receivedAt: longAgo, concernsIdentifiedAt: longAgo, referrer: referrer() };
    const given = convenedStory(undefined, manager, { referral });
    expect(given.when(manager, reconvene('2026-09-30T11:00:00+01:00')).refusal).toBeNull();
  });
});

describe('meeting again, after a meeting short of its minimum (Q-9)', () => {
  const held = () =>
    inSession(convenedStory(), manager, socialWorker)
      .then(socialWorker, { kind: 'shareInformation', text: 'Seen on Monday' })
      .then(manager, {
        kind: 'recordEmergencyAction',
        action: 'Stays with an aunt',
        takenAt: tuesday,
        takenBy: 'Social worker',
      })
      .then(manager, { kind: 'openDecision' });

  it('keeps what was shared and done, and who was there; the seats are filled afresh', () => {
    const before = held();
    const { state } = before.then(manager, reconvene('2026-09-16T09:00:00+01:00'));
    expect(state).toMatchObject({
      stage: 'convened',
      information: before.state?.information,
      emergencyActions: before.state?.emergencyActions,
      deadline: before.state?.deadline,
      meeting: { where: 'By telephone' },
    });
    expect(state?.earlierMeetings).toEqual([
      {
        meeting: convene().meeting,
        attendance: [manager, socialWorker].map((participant) => ({
          participant,
          mode: 'teams',
          hasAuthority: true,
          substituteFor: null,
          joined: { at: tuesday, isSaid: false },
        })),
        inquorate: {
          missing: [
            { words: 'Police Dedicated Decision Maker', rule: 'Q-2' },
            { words: 'Health professional', rule: 'Q-2' },
          ],
          safetyActions: '',
        },
      },
    ]);
    expect(state).not.toHaveProperty('attendance');
    expect(state).not.toHaveProperty('decisionOpenedAt');
  });

  it('is still refused beyond the deadline: only a discussion with everybody it needs meets it', () => {
    expect(held().when(manager, reconvene('2026-09-21T09:00:00+01:00')).refusal).toEqual({
      code: 'meetingTooLate',
      rule: 'T-4',
      dueAt: instant('2026-09-16T10:00:00+01:00'),
    });
  });

  it('is refused beyond it though one person has said that they are here', () => {
    const one = inSession(convenedStory(), socialWorker);
    expect(one.when(manager, reconvene('2026-09-21T09:00:00+01:00')).refusal).toMatchObject({ code: 'meetingTooLate' });
  });

  it('once the deadline has passed is any time that can be had, and so is the time after that', () => {
    const late = instant('2026-09-18T09:00:00+01:00');
    const again = held().then(manager, reconvene('2026-09-21T09:00:00+01:00'), late);
    expect(again.when(manager, reconvene('2026-09-22T09:00:00+01:00'), late).refusal).toBeNull();
  });

  it('asks those again who were coming at the old time; who said no has still said no', () => {
    const { state } = convenedStory()
      .then(police, { kind: 'decline', reason: 'In court', substitute: null, written: null })
      .then(health, { kind: 'accept', hasAuthority: true })
      .then(manager, reconvene('2026-09-17T09:00:00+01:00'));
    expect(state && invitationOf(state, police.personId)?.reply.answer).toBe('declined');
    expect(state && invitationOf(state, health.personId)?.reply.answer).toBe('awaited');
  });
});

describe('standing down', () => {
  const standDown = { kind: 'standDown', because: null, reason: 'Convened twice' } as const;

  it.each([
    ['before anybody has met', () => convenedStory()],
    ['in session', () => inSession(convenedStory(), socialWorker)],
  ])('%s ends it, with the reason', (_name, given) => {
    expect(given().then(manager, standDown).state).toMatchObject({
      stage: 'stoodDown',
      reason: 'Convened twice',
      stoodDownAt: tuesday,
    });
  });
});

describe('after it is over, everything but emergency action is too late', () => {
  const commands = [
    { kind: 'accept', hasAuthority: true },
    { kind: 'shareInformation', text: 'More' },
    { kind: 'openDecision' },
    recordDecision(),
    reconvene('2026-09-16T09:00:00+01:00'),
    { kind: 'standDown', because: null, reason: 'Again' },
  ] as const;
  const decided = quorate(convenedStory()).then(manager, recordDecision());
  const stoodDown = convenedStory().then(manager, { kind: 'standDown', because: null, reason: 'x' });

  it.each(commands)('$kind', (command) => {
    const who = command.kind === 'accept' ? police : manager;
    expect(decided.when(who, command).refusal).toEqual({ code: 'tooLate', command: command.kind, stage: 'decided' });
    expect(stoodDown.when(who, command).refusal).toMatchObject({ code: 'tooLate', stage: 'stoodDown' });
  });
});

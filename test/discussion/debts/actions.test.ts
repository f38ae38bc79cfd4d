/** Who hears of an action, and when (R-7, AC-1). Everything happens on Tuesday morning unless a time is given. */
import { describe, expect, it } from 'vitest';
import { nextOwed } from '../../../src/discussion/debts/followUp.ts';
import { overdueActions } from '../../../src/discussion/debts/oweActions.ts';
import { summarise } from '../../../src/discussion/state/summarise.ts';
import { instant } from '../../../src/practice/time/instant.ts';
import { agree, settle } from '../../builders/action.ts';
import { quorate } from '../../builders/attendance.ts';
import { recordDecision } from '../../builders/decision.ts';
import { health, manager, police, professional, school, socialWorker } from '../../builders/people.ts';
import { practiceFor } from '../../builders/standards.ts';
import { convenedStory, stateOf, type Story } from '../../builders/story.ts';
import { isWantedIn } from '../../builders/wanted.ts';

const meeting = (): Story => quorate(convenedStory('working-together-2023'));
const agreed = (over = {}): Story => meeting().then(manager, agree(school, over));

/** `kind to whom at when before when (rule)`, as a person would read it. */
const owedBy = ({ notices }: Story): readonly string[] =>
  notices
    .filter(({ recipient, kind }) => recipient.to === 'person' && kind !== 'escalation')
    .map(({ kind, recipient, owedAt, deadline, rule }) => {
      const to = recipient.to === 'person' ? recipient.personId : '';
      return `${kind} to ${to} ${owedAt.slice(5, 16)} before ${deadline?.slice(5, 16) ?? 'nothing'} (${rule})`;
    });

describe('whoever has an action hears of it', () => {
  it('at once, on the morning of the working day before it is due, and the convenor when it is past', () => {
    expect(owedBy(agreed())).toEqual([
      'actionGiven to school 09-15T09:00 before nothing (null)',
      'actionDue to school 09-16T08:00 before 09-17T22:59 (AC-1)',
      'overdueDigest to manager 09-18T08:00 before nothing (AC-1)',
    ]);
  });

  it('by the time the standard has action owners told (R-3)', () => {
    const decided = quorate(convenedStory()).then(manager, recordDecision());
    expect(owedBy(decided.then(manager, agree(school)))[0]).toBe(
      'actionGiven to school 09-15T09:00 before 09-16T22:59 (R-3)',
    );
  });

  it.each([
    ['on Monday: on Friday', '2026-09-21', '09-18T08:00'],
    ['on a Sunday: on Friday', '2026-09-20', '09-18T08:00'],
    ['tomorrow, when this morning has passed: tomorrow', '2026-09-16', '09-16T08:00'],
  ])('that is due %s', (_when, dueOn, at) => {
    expect(owedBy(agreed({ dueOn }))[1]).toContain(`actionDue to school ${at}`);
  });

  it('and is not reminded where there is no morning left', () => {
    expect(owedBy(agreed({ dueOn: '2026-09-15' })).join()).not.toContain('actionDue');
  });

  it('who has it from now on, and not who had it', () => {
    const given = agreed();
    const handed = given.then(school, { kind: 'handOnAction', action: 1, to: health.personId, reason: '' });
    expect(owedBy(handed).slice(0, 2)).toEqual([
      'actionGiven to health 09-15T09:00 before nothing (null)',
      'actionDue to health 09-16T08:00 before 09-17T22:59 (AC-1)',
    ]);
    const wanted = given.notices
      .filter(({ kind }) => kind === 'actionDue')
      .map((notice) => isWantedIn(stateOf(handed), notice));
    expect(wanted).toEqual([false]);
  });

  it('until it is done', () => {
    const given = agreed();
    const reminder = given.notices.find(({ kind }) => kind === 'actionDue') ?? expect.fail('no reminder');
    expect(isWantedIn(stateOf(given.then(school, settle('blocked', 'x'))), reminder)).toBe(true);
    expect(isWantedIn(stateOf(given.then(school, settle('done'))), reminder)).toBe(false);
  });
});

it('the convenor hears what is blocked, unless they said so themselves', () => {
  const given = agreed();
  expect(owedBy(given.then(school, settle('blocked', 'x')))).toEqual([
    'actionBlocked to manager 09-15T09:00 before nothing (AC-1)',
  ]);
  expect(owedBy(given.then(manager, settle('blocked', 'x')))).toEqual([]);
  expect(owedBy(given.then(school, settle('done')))).toEqual([]);
});

it('of several that fall due on one day the convenor hears once', () => {
  const one = agreed();
  const two = one.then(manager, agree(police));
  const digestOf = ({ notices }: Story) => notices.find(({ kind }) => kind === 'overdueDigest') ?? expect.fail('none');
  const all = [one, two].map(digestOf).map((notice, i) => ({
    reference: 'SD-TEST22',
    version: 6 + i,
    notice,
    delivery: { status: 'owed', nextAttemptAt: notice.owedAt, attempts: [] } as const,
  }));
  expect(all.map(({ notice }) => isWantedIn(stateOf(two), notice, undefined, all))).toEqual([false, true]);
});

it('an action is overdue when its day is over, blocked or not, until it is done', () => {
  const given = agreed().then(school, settle('blocked', 'x'));
  const overdue = (d: Story, at: string) => overdueActions(stateOf(d), instant(at)).map(({ number }) => number);
  expect(overdue(given, '2026-09-17T23:59:59+01:00')).toEqual([]);
  expect(overdue(given, '2026-09-18T09:00:00+01:00')).toEqual([1]);
  expect(overdue(given.then(school, settle('done')), '2026-09-18T09:00:00+01:00')).toEqual([]);
});

it('a decided discussion is listed with its next action, and its owners as people it concerns', () => {
  const outside = professional('SD-TEST22:action:1', 'professional', { agency: 'Housing' });
  const decided = meeting()
    .then(manager, recordDecision())
    .then(manager, agree(outside, { dueOn: '2026-09-15' }));
  const practice = practiceFor('working-together-2023');
  const state = stateOf(decided);
  expect(nextOwed(state, practice)).toEqual({ duty: 'action', dueAt: instant('2026-09-15T23:59:59+01:00') });
  expect(summarise(state, { owed: null, toFileSince: null }).people).toContain(outside.personId);
  expect(summarise(state, { owed: null, toFileSince: null })).toMatchObject({
    actions: [{ number: 1, ownerId: outside.personId, dueOn: '2026-09-15' }],
  });
  const done = decided.then(manager, settle('done'));
  expect(nextOwed(stateOf(done), practice)?.duty).not.toBe('action');
});

it('somebody invited who was absent and has an action has the record, where the standard says so (R-3)', () => {
  const recordsOf = (given: Story) =>
    given
      .then(manager, recordDecision())
      .notices.flatMap(({ kind, recipient }) =>
        kind === 'record' && recipient.to === 'person' ? [recipient.personId] : [],
      );
  const others = [health, police, socialWorker].map(({ personId }) => personId).sort();
  const outside = professional('SD-TEST22:action:1', 'professional', { agency: 'Housing' });
  const given = quorate(convenedStory()).then(manager, agree(outside));
  expect([...recordsOf(given)].sort()).toEqual(others);
  expect([...recordsOf(given.then(manager, agree(school)))].sort()).toEqual([...others, school.personId].sort());
});

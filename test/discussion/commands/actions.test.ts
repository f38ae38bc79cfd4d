/** The actions of the plan: agreed, changed and settled. */
import { describe, expect, it } from 'vitest';
import type { AgreedAction } from '../../../src/discussion/state/agreedAction.ts';
import { personId } from '../../../src/discussion/state/people.ts';
import { instant } from '../../../src/practice/time/instant.ts';
import { agree, settle } from '../../builders/action.ts';
import { inSession, quorate } from '../../builders/attendance.ts';
import { convene, tuesday } from '../../builders/convene.ts';
import { recordDecision } from '../../builders/decision.ts';
import { health, manager, police, professional, school, socialWorker } from '../../builders/people.ts';
import { convenedStory, stateOf, type Story } from '../../builders/story.ts';

const meeting = (): Story => quorate(convenedStory());
const agreed = (over = {}): Story => meeting().then(manager, agree(school, over));
const first = (given: Story): AgreedAction | undefined => stateOf(given).actions[0];
const thursday = instant('2026-09-17T23:59:00+01:00');
const friday = instant('2026-09-18T00:00:00+01:00');

describe('an action is agreed', () => {
  it('in the meeting, with a number, an owner who need not be there, and a day', () => {
    const two = agreed().then(socialWorker, agree(police, { step: 'Send the chronology', childIds: ['A'] }));
    expect(stateOf(two).actions).toMatchObject([
      { number: 1, owner: school, dueOn: '2026-09-17', settled: null },
      { number: 2, owner: police, step: 'Send the chronology', childIds: ['A'] },
    ]);
  });

  it('after the decision too, and between two meetings', () => {
    expect(first(meeting().then(manager, recordDecision()).then(manager, agree(school)))).toMatchObject({ number: 1 });
    const again = meeting().then(manager, {
      kind: 'reconvene',
      meeting: { ...convene().meeting, startsAt: instant('2026-09-17T09:00:00+01:00') },
      reason: 'No police',
    });
    expect(first(again.then(manager, agree(school)))).toMatchObject({ number: 1 });
  });

  it.each([
    ['before anybody has met', convenedStory(), agree(school), { code: 'nobodyHasMet' }],
    [
      'where it was stood down',
      convenedStory().then(manager, { kind: 'standDown', because: null, reason: 'x' }),
      agree(school),
      { code: 'tooLate', command: 'agreeAction', stage: 'stoodDown' },
    ],
    ['yesterday', meeting(), agree(school, { dueOn: '2026-09-14' }), { code: 'timeInPast', what: 'action' }],
    ['about a child who is not of it', meeting(), agree(school, { childIds: ['C'] }), { code: 'noSuchChild' }],
    ['for a parent (S-1)', meeting(), agree(professional('dad', 'parent')), { code: 'familyInvited' }],
  ])('but not %s', (_why, given, command, refusal) => {
    expect(given.when(manager, command).refusal).toMatchObject(refusal);
  });

  it('for today as well', () => {
    expect(agreed({ dueOn: '2026-09-15' }).refusal).toBeNull();
  });

  it('with how it is reviewed, where the standard asks that (R-7)', () => {
    const sandwell = inSession(
      convenedStory('sandwell', professional('chair', 'seniorManager', { rank: 'socialWorkUnitManager' }), {
        chair: professional('chair', 'seniorManager', { rank: 'socialWorkUnitManager' }),
      }),
      socialWorker,
    );
    expect(sandwell.when(socialWorker, agree(school)).refusal).toMatchObject({
      code: 'barred',
      blocks: [{ rule: 'R-7', words: 'Fill in “How it is reviewed”.' }],
    });
    const answers = { reviewMechanism: 'The chair telephones' };
    expect(sandwell.when(socialWorker, agree(school, { answers })).refusal).toBeNull();
  });

  it('with a step and an owner, where the standard asks for them (R-2)', () => {
    const blank = agree(professional('x', 'gp', { name: '' }), { step: ' ' });
    expect(meeting().when(manager, blank).refusal).toMatchObject({
      code: 'barred',
      blocks: [{ rule: 'R-2' }, { rule: 'R-2' }],
    });
  });
});

describe('what comes of an action', () => {
  it('is done, once', () => {
    const done = agreed().then(school, settle('done', 'She is well'));
    expect(first(done)?.settled).toEqual({ as: 'done', note: 'She is well', at: tuesday });
    expect(done.when(manager, settle('done')).refusal).toEqual({ code: 'actionDone', number: 1, at: tuesday });
    expect(done.when(manager, settle('blocked', 'No')).refusal).toMatchObject({ code: 'actionDone' });
    const to = health.personId;
    expect(done.when(school, { kind: 'handOnAction', action: 1, to, reason: '' }).refusal?.code).toBe('actionDone');
  });

  it('is blocked, with what stands in the way, and may be done yet', () => {
    expect(agreed().when(school, settle('blocked')).refusal).toEqual({ code: 'noteNeeded' });
    const blocked = agreed().then(school, settle('blocked', 'The teacher is away'));
    expect(first(blocked)?.settled).toMatchObject({ as: 'blocked', note: 'The teacher is away' });
    expect(first(blocked.then(manager, settle('done')))?.settled).toMatchObject({ as: 'done' });
  });

  it('of one that is not there is refused', () => {
    expect(agreed().when(manager, settle('done', '', 2)).refusal).toEqual({ code: 'noSuchAction' });
  });
});

describe('an action changes', () => {
  const handOn = (to: string) => ({ kind: 'handOnAction' as const, action: 1, to: personId(to), reason: 'On leave' });

  it('hands, to somebody the discussion knows', () => {
    const handed = agreed().then(school, handOn(health.personId));
    expect(first(handed)).toMatchObject({ owner: health, formerOwners: [school], dueOn: '2026-09-17' });
    expect(handed.when(school, settle('done')).refusal).toMatchObject({ code: 'notAllowed' });
    expect(handed.when(health, settle('done')).refusal).toBeNull();
  });

  it('but not to somebody nobody knows, nor to whoever has it', () => {
    expect(agreed().when(school, handOn('nobody')).refusal).toEqual({ code: 'ownerUnknown' });
    expect(agreed().when(school, handOn(school.personId)).refusal).toEqual({ code: 'ownerAsBefore' });
  });

  it('to somebody outside who has another action', () => {
    const outside = professional('SD-TEST22:action:1', 'professional', { agency: 'Housing' });
    const two = agreed().then(manager, agree(outside));
    expect(first(two.then(manager, handOn(outside.personId)))).toMatchObject({ owner: outside });
  });

  it('its date, to a day that is not past', () => {
    const move = (dueOn: string) => ({ kind: 'moveAction' as const, action: 1, dueOn, reason: 'Half term' });
    expect(first(agreed().then(manager, move('2026-09-21')))).toMatchObject({ dueOn: '2026-09-21', owner: school });
    expect(agreed().when(manager, move('2026-09-14')).refusal).toEqual({ code: 'timeInPast', what: 'action' });
    expect(agreed().when(manager, move('2026-09-17'), thursday).refusal).toBeNull();
    expect(agreed().when(manager, move('2026-09-17'), friday).refusal).toMatchObject({ code: 'timeInPast' });
  });
});

/** What is said of one child says nothing of a sibling: outcomes, bars and questions are each child’s own. */
import { describe, expect, it } from 'vitest';
import type { CommandOf } from '../../../src/discussion/commands/command.ts';
import type { Refusal } from '../../../src/discussion/commands/refusal.ts';
import type { ChildDecision } from '../../../src/discussion/state/childDecision.ts';
import { saidOfEvery } from '../../../src/discussion/state/facts.ts';
import { instant } from '../../../src/practice/time/instant.ts';
import { quorate } from '../../builders/attendance.ts';
import { child, convene, saying } from '../../builders/convene.ts';
import { childInNeed, jointEnquiry, recordDecision } from '../../builders/decision.ts';
import { manager } from '../../builders/people.ts';
import { convenedStory } from '../../builders/story.ts';

const jo = child();
const kim = child({ childId: 'B', name: 'Kim Sample', initials: 'K.S.', birth: { kind: 'born', on: '2021-06-01' } });
const today = { ...convene().meeting, startsAt: instant('2026-09-15T16:00:00+01:00') };

const nothingFurther = (over: Partial<ChildDecision> = {}): ChildDecision => ({
  ...childInNeed(),
  outcomes: [{ code: 'noFurtherAction', fields: { reason: 'Lives safely with a grandmother' } }],
  answers: { safeguardingConcerns: false },
  ...over,
});

const decidedOf = (facts: CommandOf<'convene'>['facts'], decisions: readonly ChildDecision[]): Refusal | null => {
  const held = quorate(convenedStory(undefined, manager, { children: [jo, kim], facts, meeting: today }));
  return held.when(manager, recordDecision(decisions, [{ seat: 'paediatrician', reason: 'Seen in A&E today' }]))
    .refusal;
};
const faultsOf = (refusal: Refusal | null): readonly string[] =>
  refusal?.code === 'decisionIncomplete' ? refusal.faults.map(({ childId, rule }) => `${childId}: ${rule}`) : [];

describe('a criminal physical injury to one of two children (J-6)', () => {
  const injured = saying(['criminalPhysicalInjury'], ['A']);

  it('a sibling who lives safely elsewhere may have no further action (O-7)', () => {
    expect(decidedOf(injured, [jointEnquiry(), nothingFurther({ childId: 'B' })])).toBeNull();
  });

  it('the injured child may not', () => {
    const refusal = decidedOf(injured, [nothingFurther(), jointEnquiry({ childId: 'B' })]);
    expect(faultsOf(refusal)).toContain('A: J-6');
    expect(faultsOf(refusal).filter((fault) => fault.startsWith('B'))).toEqual([]);
  });

  it('said of both, it bars both', () => {
    const both = saying(['criminalPhysicalInjury'], ['A', 'B']);
    expect(faultsOf(decidedOf(both, [jointEnquiry(), nothingFurther({ childId: 'B' })]))).toContain('B: J-6');
  });

  it('makes the discussion urgent and calls for a paediatrician, whichever child it is (T-2, Q-3)', () => {
    const { state } = convenedStory(undefined, manager, { children: [jo, kim], facts: injured, meeting: today });
    expect(state?.deadline).toMatchObject({ rule: 'T-2', dueAt: instant('2026-09-15T23:59:59+01:00') });
  });
});

it('with other children than before, what was said of some may be true of any: said of all, until told otherwise', () => {
  const before = {
    ...saying(['physicalInjury', 'domesticAbuse'], ['A']),
    ofChild: { A: { forensicEvidenceNeeded: true } },
  };
  expect(saidOfEvery([jo, kim], before)).toMatchObject({
    said: [
      { fact: 'physicalInjury', of: ['A', 'B'] },
      { fact: 'domesticAbuse', of: 'discussion' },
    ],
    ofChild: {},
  });
});

describe('an urgency that follows from what was said (T-2)', () => {
  const followed = saying(['emergencyActionNeeded']);
  const deadlineOf = (facts: CommandOf<'convene'>['facts'], meeting: CommandOf<'convene'>['meeting']) =>
    convenedStory(undefined, manager, { facts, meeting }).state?.deadline;

  it('sets the day without a further tick', () => {
    expect(deadlineOf(followed, today)).toMatchObject({ rule: 'T-2' });
  });

  it('set aside, with a reason that is kept, it does not', () => {
    const setAside = [{ fact: 'seriousRisk' as const, reason: 'The father has been arrested and held' }];
    const { state } = convenedStory(undefined, manager, { facts: { ...followed, setAside } });
    expect(state?.deadline).toMatchObject({ rule: 'T-1' });
    expect(state?.facts.setAside).toEqual(setAside);
  });

  it('without a reason it still does', () => {
    const setAside = [{ fact: 'seriousRisk' as const, reason: '  ' }];
    expect(deadlineOf({ ...followed, setAside }, today)).toMatchObject({ rule: 'T-2' });
  });

  it('what the standard does not let anybody set aside follows all the same (Q-3)', () => {
    const setAside = [{ fact: 'physicalInjury' as const, reason: 'Only a graze' }];
    const held = quorate(convenedStory(undefined, manager, { facts: { ...saying(['minorInjury']), setAside } }));
    expect(held.when(manager, recordDecision()).refusal).toMatchObject({ missing: [{ seat: 'paediatrician' }] });
  });
});

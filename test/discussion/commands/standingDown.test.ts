/** What is no reason to stand a discussion down where there is reasonable cause (C-1, C-2, C-7). */
import { describe, expect, it } from 'vitest';
import type { CommandOf } from '../../../src/discussion/commands/command.ts';
import type { StandardKey } from '../../../src/practice/language/vocabulary.ts';
import { refusalWords } from '../../../src/words/refusalWords.ts';
import { child, saying } from '../../builders/convene.ts';
import { manager, professional } from '../../builders/people.ts';
import { convenedStory, type Story } from '../../builders/story.ts';
import { uncited } from '../../../src/words/citation.ts';

const unitManager = professional('unit-manager', 'socialWorkManager', { rank: 'socialWorkUnitManager' });

const about = (facts: readonly string[], standard: StandardKey, over: Partial<CommandOf<'convene'>> = {}): Story => {
  const chair = standard === 'sandwell' ? unitManager : manager;
  return convenedStory(standard, manager, { chair, facts: saying(facts), ...over });
};
const standDown = (because: CommandOf<'standDown'>['because']) =>
  ({ kind: 'standDown', because, reason: 'Assessed in August' }) as const;

describe('where there is reasonable cause', () => {
  it.each<[string, StandardKey, CommandOf<'standDown'>['because'], string]>([
    ['that the child was assessed recently, under Sandwell (C-7)', 'sandwell', 'recentlyAssessed', 'C-7'],
    ['that the case is already open, under Sandwell (C-2)', 'sandwell', 'caseAlreadyOpen', 'C-2'],
    [
      'that the case is already open, under the Practice Standards (C-2)',
      'practice-standards-2025',
      'caseAlreadyOpen',
      'C-2',
    ],
    [
      'that the child was assessed recently, where a discussion is required (C-1)',
      'practice-standards-2025',
      'recentlyAssessed',
      'C-1',
    ],
  ])('no reason is %s', (_name, standard, because, rule) => {
    const { refusal } = about(['reasonableCause'], standard).when(manager, standDown(because));
    expect(refusal).toMatchObject({
      code: 'barred',
      blocks: [{ code: 'noReasonToStandDown', rule, reasonIn: null }],
    });
    if (refusal !== null) expect(uncited(refusalWords(refusal).join()).rules).toContain(rule);
  });

  it('another reason stands it down', () => {
    const { state } = about(['reasonableCause'], 'sandwell').then(manager, standDown(null));
    expect(state).toMatchObject({ stage: 'stoodDown', reason: 'Assessed in August' });
  });

  it('one child of two is enough', () => {
    const children = [child(), child({ childId: 'B', name: 'Kim Sample' })];
    const one = about([], 'sandwell', { children, facts: saying(['reasonableCause'], ['B']) });
    expect(one.when(manager, standDown('recentlyAssessed')).refusal).toMatchObject({ blocks: [{ rule: 'C-7' }] });
  });
});

it('a new concern after a recent assessment calls for a discussion by itself (C-7)', () => {
  const given = about(['furtherConcern'], 'sandwell');
  expect(given.when(manager, standDown('recentlyAssessed')).refusal).toMatchObject({ blocks: [{ rule: 'C-7' }] });
});

it.each(['recentlyAssessed', 'caseAlreadyOpen'] as const)(
  'where nothing requires a discussion, that it is %s is for the manager to judge',
  (because) => {
    expect(about([], 'sandwell').when(manager, standDown(because)).refusal).toBeNull();
  },
);

import { describe, expect, it } from 'vitest';
import { detailSections } from '../../../src/cards/decisionSections.ts';
import type { Discussion } from '../../../src/discussion/state/discussion.ts';
import { practiceFor } from '../../builders/standards.ts';
import type { FactName } from '../../../src/practice/language/commonFacts.ts';
import type { StandardKey } from '../../../src/practice/language/vocabulary.ts';
import { convene, saying } from '../../builders/convene.ts';
import { jointEnquiry } from '../../builders/decision.ts';
import { manager, professional } from '../../builders/people.ts';
import { story } from '../../builders/story.ts';
import { checkChild } from '../../../src/discussion/matter/childCheck.ts';

const chairs: Partial<Record<StandardKey, typeof manager>> = {
  sandwell: professional('unit-manager', 'socialWorkManager', { rank: 'socialWorkUnitManager' }),
};

const about = (standard: StandardKey, circumstances: readonly FactName[]): Discussion => {
  const chair = chairs[standard] ?? manager;
  const { state } = story(standard).then(chair, convene({ chair, facts: saying(circumstances) }));
  if (state === null) throw new Error('not convened');
  return state;
};

const draft = {
  childId: 'A',
  s47: true,
  reasons: '',
  outcomes: ['s47Joint'],
  family: 'told' as const,
  familyWhat: '',
  details: {} as Record<string, string>,
  complete: false,
};

const titles = (standard: StandardKey, circumstances: readonly FactName[], family: 'told' | 'withheld' = 'told') =>
  detailSections({ ...draft, family }, about(standard, circumstances), practiceFor(standard)).map((s) => s.title);

describe('the decision form is built from the standard', () => {
  it('Sandwell asks about the medical where sexual abuse is suspected (MD-5), and not otherwise', () => {
    expect(titles('sandwell', ['sexualAbuse'])).toContain('Medical assessment');
    expect(titles('sandwell', [])).not.toContain('Medical assessment');
  });

  it('the Practice Standards leave the medical to the agenda (MD-11)', () => {
    expect(titles('practice-standards-2025', ['sexualAbuse'])).not.toContain('Medical assessment');
  });

  it('why the family is not told is asked only when it is withheld (F-1)', () => {
    expect(titles('practice-standards-2025', [])).not.toContain('What the family is told');
    expect(titles('practice-standards-2025', [], 'withheld')).toContain('What the family is told');
  });

  it('a decision that leaves out what its standard waits for is refused with the rule, however it was sent', () => {
    const d = about('sandwell', ['sexualAbuse']);
    const { faults } = checkChild(d, jointEnquiry({ further: {} }, 'sandwell'), practiceFor('sandwell'));
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.every(({ rule }) => /^(MD|F)-/.test(rule))).toBe(true);
  });
});

import { describe, expect, expectTypeOf, it } from 'vitest';
import { isRuleId, type RuleId } from '../../src/practice/language/vocabulary.ts';
import { practiceFor, standardKeys } from '../builders/standards.ts';

describe('a rule id', () => {
  it.each(['Q-9', 'CH-10', 'A-PS-5', 'DL-2'])('may be %s', (id) => {
    expect(isRuleId(id)).toBe(true);
  });

  it.each(['', 'Q', 'Q-', 'q-9', 'Q-9a', 'Q9', 'decision', 'A-PS-', '9-Q'])('is not %j', (id) => {
    expect(isRuleId(id)).toBe(false);
  });

  it('is known to the compiler by its shape', () => {
    expectTypeOf<'Q-9'>().toExtend<RuleId>();
    expectTypeOf<'A-PS-5'>().toExtend<RuleId>();
    expectTypeOf<'q-9'>().not.toExtend<RuleId>();
    expectTypeOf<'decision'>().not.toExtend<RuleId>();
    expectTypeOf<string>().not.toExtend<RuleId>();
  });

  it.each(standardKeys)('is what every rule of %s has', (key) => {
    expect(practiceFor(key).rules.filter(({ id }) => !isRuleId(id))).toEqual([]);
  });
});

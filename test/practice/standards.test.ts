import { describe, expect, it } from 'vitest';
import { hasRule, practiceFor, ruleOf, standards } from '../../src/practice/practice.ts';
import type { Rule } from '../../src/practice/language/rule.ts';
import type { Standard } from '../../src/practice/language/standard.ts';
import type { RuleId } from '../../src/practice/language/vocabulary.ts';
import { validateStandards } from '../../src/practice/validateStandards.ts';
import { under } from './given.ts';

const liverpool = standards.liverpool;
const withRules = (...more: Rule[]): Standard => ({ ...liverpool, rules: [...liverpool.rules, ...more] });
const [first] = liverpool.rules;
if (first === undefined) throw new Error('Liverpool has rules');

describe('the standards', () => {
  it('are sound', () => {
    expect(validateStandards()).toEqual([]);
  });

  it.each<[string, Standard, string]>([
    ['an id that appears twice', withRules(first), 'liverpool: C-1 appears twice'],
    [
      'a rule without a source',
      withRules({ ...first, id: 'C-99', source: { document: 'x', heading: ' ' } }),
      'liverpool: C-99: source.heading is blank',
    ],
    ['a rule without a sentence', withRules({ ...first, id: 'C-99', text: '' }), 'liverpool: C-99: text is blank'],
    ['an id that is none', withRules({ ...first, id: 'c99' as RuleId }), 'liverpool: c99: id is not a rule id'],
    [
      'an agenda item for a rule that is not there',
      withRules({ ...first, id: 'A-LI-99', kind: 'agenda', covers: ['Z-1'] }),
      'liverpool: A-LI-99 refers to Z-1, which is no rule here',
    ],
    [
      'a replaced rule the baseline never had',
      { ...liverpool, replaces: ['T-99'] },
      'liverpool: replaces T-99, which the baseline does not have',
    ],
    [
      'a reading that is none',
      withRules({ ...first, id: 'C-99', under: { reading: 's47Days', is: 'fortnights' } }),
      'liverpool: C-99 hangs on s47Days = fortnights, which is no reading',
    ],
  ])('%s is a fault', (_, standard, fault) => {
    expect(validateStandards([standard])).toEqual([fault]);
  });
});

describe('a local standard', () => {
  it('keeps the baseline rules it does not answer', () => {
    expect((['I-7', 'DL-6', 'N-6'] as const).map((id) => hasRule(under('PS'), id))).toEqual([true, true, true]);
    expect(ruleOf(under('PS'), 'DL-6').source.document).toBe('Working Together to Safeguard Children 2023');
  });

  it('answers others with its own', () => {
    expect((['Q-1', 'CH-10', 'T-13', 'A-DA-1'] as const).map((id) => hasRule(under('PS'), id))).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(hasRule(under('LI'), 'DL-6')).toBe(false);
  });

  it('has each rule once', () => {
    for (const key of Object.keys(standards) as (keyof typeof standards)[]) {
      const ids = practiceFor(key).rules.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('is asked for a rule it lacks only by mistake', () => {
    expect(() => ruleOf(under('LI'), 'T-1')).toThrow('liverpool has no rule T-1');
  });
});

it('every sentence of a rule is one', () => {
  const texts = Object.values(standards).flatMap(({ rules }) => rules.filter(({ kind }) => kind !== 'agenda'));
  expect(texts.filter(({ text }) => !/^[A-Z].*\.$/s.test(text)).map(({ id }) => id)).toEqual([]);
});

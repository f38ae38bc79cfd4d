import { describe, expect, it } from 'vitest';
import type { Rule } from '../../src/practice/language/rule.ts';
import { soundnessFaults } from '../../src/practice/language/soundness.ts';
import type { Standard } from '../../src/practice/language/standard.ts';
import { hasRule, ruleOf } from '../../src/practice/practice.ts';
import { library, practiceFor, standardKeys } from '../builders/standards.ts';
import { under } from './given.ts';

const [baseline] = library.current;
if (baseline === undefined) throw new Error('there is a baseline');
const liverpool = under('LI').standard;
const withRules = (...more: Rule[]): Standard => ({ ...liverpool, rules: [...liverpool.rules, ...more] });
const last = `rules.${liverpool.rules.length}`;
const [first] = liverpool.rules;
if (first === undefined) throw new Error('Liverpool has rules');

describe('the standards', () => {
  it.each(library.current)('$key is sound', (standard) => {
    expect(soundnessFaults(standard, standard === baseline ? null : baseline)).toEqual([]);
  });

  it.each<[string, Standard, string]>([
    ['an id that appears twice', withRules(first), `${last}.id C-1 appears twice. Each rule has an id of its own.`],
    [
      'an agenda item for a rule that is not there',
      withRules({ ...first, id: 'A-LI-99', kind: 'agenda', covers: ['Z-1'] }),
      `${last}.covers.0 There is no rule Z-1 here.`,
    ],
    [
      'an agenda item dealt with by an answer the plan never asks for',
      withRules({ ...first, id: 'A-LI-99', kind: 'agenda', inPlan: ['interviews', 'weather'] }),
      `${last}.inPlan.1 The plan asks no “weather”. It asks: interviews, childSeenAlone, otherChildren, childrenInOtherHouseholds, cooperation, icpcProvisionalDate, furtherInformation, immediateAction, legalAction.`,
    ],
    [
      'something asked of agencies under a name that another question has',
      withRules({
        ...first,
        id: 'A-LI-99',
        kind: 'agenda',
        agencyPrompts: [{ of: 'education', name: 'treatment', words: 'Help in school' }],
      }),
      `${last}.agencyPrompts.0 “treatment” is asked twice. Each prompt has a name of its own.`,
    ],
    [
      'a replaced rule the baseline never had',
      { ...liverpool, replaces: [...liverpool.replaces, 'T-99'] },
      'replaces.9 The baseline has no rule T-99 to replace.',
    ],
    [
      'a reading that is none',
      withRules({ ...first, id: 'C-99', under: { reading: 's47Days', is: 'fortnights' } }),
      `${last}.under “fortnights” is no choice of s47Days. Choose calendarDays or workingDays.`,
    ],
  ])('%s is a fault', (_, standard, fault) => {
    expect(soundnessFaults(standard, baseline).map(({ path, words }) => `${path.join('.')} ${words}`)).toEqual([fault]);
  });
});

describe('a local standard', () => {
  it('keeps the baseline rules it does not answer', () => {
    expect(['I-7', 'DL-6', 'N-6'].map((id) => hasRule(under('PS'), id as Rule['id']))).toEqual([true, true, true]);
    expect(ruleOf(under('PS'), 'DL-6').source.document).toBe('Working Together to Safeguard Children 2023');
  });

  it('answers others with its own', () => {
    const answered = ['Q-1', 'CH-10', 'T-13', 'A-DA-1'] as const;
    expect(answered.filter((id) => hasRule(under('PS'), id))).toEqual([]);
  });

  it('keeps the statutory 45 working days beside its own 45 days (DL-6, DL-7)', () => {
    expect(hasRule(under('LI'), 'DL-6')).toBe(true);
  });

  it('has each rule once', () => {
    for (const key of standardKeys) {
      const ids = practiceFor(key).rules.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('is asked for a rule it lacks only by mistake', () => {
    expect(() => ruleOf(under('LI'), 'T-1')).toThrow('liverpool has no rule T-1');
  });
});

it('every sentence of a rule is one', () => {
  const texts = library.current.flatMap(({ rules }) => rules.filter(({ kind }) => kind !== 'agenda'));
  expect(texts.filter(({ text }) => !/^[A-Z].*\.$/s.test(text)).map(({ id }) => id)).toEqual([]);
});

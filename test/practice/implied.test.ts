import { describe, expect, it } from 'vitest';
import { assess } from '../../src/practice/assess.ts';
import type { FactName, RuleFact } from '../../src/practice/language/commonFacts.ts';
import { emptyMatter, nothingEnquired, type Matter } from '../../src/practice/matter.ts';
import { at, under } from './given.ts';

type Short = Parameters<typeof under>[0];

const referralReceivedAt = at('2026-06-12T16:00:00+01:00');
const today = at('2026-06-12T23:59:59+01:00');

const matter = (facts: readonly FactName[], more: Partial<Matter> = {}): Matter => ({
  ...emptyMatter,
  referral: { ...emptyMatter.referral, receivedAt: referralReceivedAt },
  children: [{ id: 'A', birth: null, said: new Set(facts), answers: {}, decision: null, enquired: nothingEnquired }],
  ...more,
});
const found = (standard: Short, facts: readonly FactName[], more: Partial<Matter> = {}) =>
  assess(under(standard), matter(facts, more));
const said = (facts: readonly string[]): ReadonlySet<FactName> => new Set(facts as readonly FactName[]);

describe('an urgent circumstance never gives the slow limit in silence', () => {
  it.each<[Short, FactName, string]>([
    ['PS', 'immediateRisk', 'T-2'],
    ['PS', 'emergencyActionNeeded', 'T-2'],
    ['PS', 'seriousNeglect', 'T-2'],
    ['PS', 's1Cypa1933', 'T-2'],
    ['PS', 'criminalPhysicalInjury', 'T-2'],
    ['PS', 'childDeathOtherChildren', 'T-2'],
    ['PS', 'immediateDanger', 'T-2'],
    ['PS', 'fracture', 'T-2'],
    ['SA', 'physicalInjury', 'T-7'],
    ['SA', 'criminalPhysicalInjury', 'T-7'],
    ['SA', 'minorInjury', 'T-7'],
    ['SA', 'neglect', 'T-7'],
    ['SA', 'seriousNeglect', 'T-7'],
    ['SA', 'immediateDanger', 'T-7'],
    ['SA', 'fracture', 'T-7'],
    ['SA', 'bleeding', 'T-7'],
    ['SA', 'lossOfConsciousness', 'T-7'],
    ['SA', 'severeBurn', 'T-7'],
  ])('under %s: %s is for the same day (%s)', (standard, fact, rule) => {
    const { timescale } = found(standard, [fact]);
    expect([timescale.governing, timescale.dueAt]).toEqual([rule, today]);
  });

  it.each<[Short, FactName]>([
    ['WT', 'immediateRisk'],
    ['DA', 'emergencyActionNeeded'],
    ['LI', 'immediateRisk'],
  ])('under %s, which gives no figure, %s is for today (T-13)', (standard, fact) => {
    const { timescale } = found(standard, [fact]);
    expect([timescale.dueAt, timescale.adviseBy]).toEqual([null, today]);
  });

  it('leaves a minor injury its three days under the Practice Standards', () => {
    expect(found('PS', ['minorInjury']).timescale.governing).toBe('T-1');
  });
});

describe('what followed from what', () => {
  it('is said for the form and the card, of the child it is true of', () => {
    const children = ['A', 'B'].map((id) => ({
      id,
      birth: null,
      said: said(id === 'B' ? ['criminalPhysicalInjury'] : []),
      answers: {},
      decision: null,
      enquired: nothingEnquired,
    }));
    const { implied } = assess(under('PS'), matter([], { children }));
    expect(implied.map(({ fact, from, rule, childIds }) => [fact, from, rule, childIds])).toEqual([
      ['physicalInjury', ['criminalPhysicalInjury'], 'Q-3', ['B']],
      ['seriousRisk', ['criminalPhysicalInjury'], 'T-2', ['B']],
    ]);
  });

  it('is said in words', () => {
    expect(found('SA', ['fracture']).implied).toMatchObject([
      { words: 'Immediate risk to the child', fromWords: ['Suspected fracture'] },
    ]);
  });

  it('is not said of what somebody said anyway', () => {
    expect(found('SA', ['immediateRisk', 'neglect']).implied).toEqual([]);
  });

  it('goes on from one fact to the next', () => {
    const facts = found('SA', ['criminalPhysicalInjury']).reading.facts;
    const all: readonly RuleFact[] = ['criminalPhysicalInjury', 'physicalInjury', 'immediateRisk'];
    expect(all.filter((fact) => !facts.has(fact))).toEqual([]);
  });

  it('makes a plan now a plan in the past two years (C-8)', () => {
    const { triggers } = found('SA', ['cpPlan', 'childProtectionReferral']);
    expect(triggers.map(({ rule, requires }) => [rule, requires])).toContainEqual(['C-8', 's47']);
  });

  it('of a criminal injury is a paediatrician (Q-3, I-8)', () => {
    expect(found('PS', ['criminalPhysicalInjury']).seats.map(({ seat }) => seat)).toContain('paediatrician');
  });
});

describe('an urgency set aside by a manager', () => {
  it.each<[Short, FactName, string, string]>([
    ['PS', 'seriousNeglect', 'seriousRisk', 'T-1'],
    ['SA', 'minorInjury', 'immediateRisk', 'T-6'],
  ])('under %s no longer shortens the limit, and is shown as set aside', (standard, fact, urgency, rule) => {
    const { timescale, implied } = found(standard, [fact], { setAside: new Set([urgency]) });
    expect(timescale.governing).toBe(rule);
    expect(implied.find((each) => each.fact === urgency)).toMatchObject({ mayBeSetAside: true, isSetAside: true });
  });

  it('stays where somebody has said it of the child', () => {
    const { timescale } = found('SA', ['minorInjury', 'immediateRisk'], { setAside: new Set(['immediateRisk']) });
    expect(timescale.governing).toBe('T-7');
  });

  it('takes nothing else away: the injury is still one', () => {
    const { reading } = found('SA', ['minorInjury'], { setAside: new Set(['immediateRisk']) });
    expect(reading.facts.has('physicalInjury')).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { assess } from '../../src/practice/assess.ts';
import { check } from '../../src/practice/check.ts';
import type { FactName } from '../../src/practice/language/commonFacts.ts';
import {
  emptyMatter,
  nothingEnquired,
  nothingProposed,
  type ChildMatter,
  type Matter,
  type Proposed,
} from '../../src/practice/matter.ts';
import { at, under } from './given.ts';

const child = (id: string, facts: readonly FactName[], more: Partial<ChildMatter> = {}): ChildMatter => ({
  id,
  birth: null,
  said: new Set(facts),
  answers: {},
  decision: null,
  enquired: nothingEnquired,
  ...more,
});
const matter = (children: readonly ChildMatter[], more: Partial<Matter> = {}): Matter => ({
  ...emptyMatter,
  children,
  ...more,
});
const nothing: Proposed = {
  ...nothingProposed,
  s47: false,
  reasons: 'Safe with the grandmother',
  outcomes: [{ code: 'noFurtherAction', reason: 'Lives safely with the grandmother' }],
};
const joint: Proposed = {
  ...nothingProposed,
  s47: true,
  reasons: 'Likely significant harm',
  outcomes: [{ code: 's47Joint', plan: true, risks: 'x', policeLead: 'dc1', socialWorkLead: 'sw1' }],
};

describe('two children of one discussion', () => {
  it('may be decided differently: a joint enquiry for one, no further action for the other (J-6, O-7)', () => {
    const found = assess(
      under('PS'),
      matter([
        child('A', ['criminalPhysicalInjury'], { decision: joint }),
        child('B', [], { decision: nothing, answers: { safeguardingConcerns: false } }),
      ]),
    );
    expect([found.child('A').decision.faults, found.child('B').decision.faults]).toEqual([[], []]);
  });

  it('bar an outcome each for itself (J-6, J-10)', () => {
    const found = assess(under('PS'), matter([child('A', ['criminalPhysicalInjury']), child('B', [])]));
    const refused = (id: string) =>
      found
        .child(id)
        .outcomes.filter(({ refusal }) => refusal !== null)
        .map(({ code }) => code);
    expect([refused('A'), refused('B')]).toEqual([['s47SingleAgency'], []]);
    const decided = assess(
      under('PS'),
      matter([child('A', ['criminalPhysicalInjury'], { decision: nothing }), child('B', [], { decision: nothing })]),
    );
    expect(decided.child('A').decision.faults.map(({ code }) => code)).toEqual(['jointInvestigationMandatory']);
    expect(decided.child('B').decision.faults).toEqual([]);
  });

  it('must start an enquiry for the child with a plan, and not for the one without (C-8)', () => {
    const assessment = {
      ...nothing,
      outcomes: [{ code: 's17Assessment', reason: 'Support', owner: 'sw1' }],
    };
    const children = [child('A', ['cpPlan'], { decision: assessment }), child('B', [], { decision: assessment })];
    const found = assess(under('SA'), matter(children, { said: new Set(['childProtectionReferral'] as const) }));
    const codes = (id: string) => found.child(id).decision.faults.map(({ code }) => code);
    expect([codes('A'), codes('B')]).toEqual([['s47RequiredCpPlanWithinTwoYears'], []]);
  });

  it('have their own questions about a medical (MD-1, MD-2)', () => {
    const found = assess(under('SA'), matter([child('A', ['physicalInjury']), child('B', ['neglect'])]));
    expect(
      found
        .child('A')
        .asked('medical')
        .map(({ name }) => name),
    ).toContain('seenSameDay');
    expect(found.child('B').asked('medical')).toEqual([]);
    expect(found.child('A').deciding.map(({ area }) => area)).toContain('medical');
    expect(found.child('B').deciding.map(({ area }) => area)).not.toContain('medical');
  });

  it('are seen within 24 hours where they are born, and not where they are not (V-1)', () => {
    const unborn = { birth: { kind: 'unborn', expectedOn: '2026-09-01' } } as const;
    const held = { ...emptyMatter.held, s47DecidedAt: at('2026-06-09T10:00:00+01:00') };
    const found = assess(under('PS'), matter([child('A', []), child('B', [], unborn)], { held }));
    const seen = (id: string) => found.child(id).later.filter(({ name }) => name === 'childSeenDueAt').length;
    expect([seen('A'), seen('B'), found.later.some(({ name }) => name === 'childSeenDueAt')]).toEqual([1, 0, true]);
    const alone = assess(under('PS'), matter([child('B', [], unborn)], { held }));
    expect(alone.later.some(({ name }) => name === 'childSeenDueAt')).toBe(false);
  });

  it('share the meeting: the one injured brings the paediatrician, the soonest limit holds (Q-3, T-2)', () => {
    const found = assess(under('PS'), matter([child('A', ['seriousRisk', 'physicalInjury']), child('B', [])]));
    expect(found.seats.map(({ seat }) => seat)).toContain('paediatrician');
    expect(found.timescale.applies).toContain('T-2');
  });

  it('never add up to a condition that holds of neither', () => {
    const found = assess(under('SA'), matter([child('A', ['fgm']), child('B', ['immediateDanger'])]));
    expect(found.asked('fgm')).toEqual([]);
  });

  it('are at immediate risk together: by telephone, if one of them is (M-4)', () => {
    const phone = { meeting: { startsAt: null, format: 'phone', type: null } } as const;
    const both = matter([child('A', ['forcedMarriage', 'immediateRisk']), child('B', ['forcedMarriage'])], phone);
    expect(assess(under('SA'), both).blocksOn('convene')).toEqual([]);
    const neither = matter([child('A', ['forcedMarriage']), child('B', ['forcedMarriage'])], phone);
    expect(
      assess(under('SA'), neither)
        .blocksOn('convene')
        .map(({ code }) => code),
    ).toContain('meetingRequired');
  });

  it('are checked each under its own decision', () => {
    const children = [child('A', [], { decision: joint }), child('B', [], { decision: { ...nothing, reasons: '' } })];
    const { faults } = check(under('PS'), matter(children));
    expect(faults.map(({ code }) => code)).toEqual(['decisionReasonRequired']);
  });
});

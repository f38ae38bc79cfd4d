import { describe, expect, it } from 'vitest';
import { openItems, openStages } from '../../src/practice/answers/agenda.ts';
import type { AgendaEntries } from '../../src/practice/language/vocabulary.ts';
import type { FactName } from '../../src/practice/language/commonFacts.ts';
import { agenda, under } from './given.ts';

describe('the agenda', () => {
  it.each([
    ['PS', 10],
    ['DA', 12],
    ['SA', 22],
    ['LI', 14],
    ['WT', 6],
  ] as const)('of %s has %i items, in order', (standard, count) => {
    const numbers = agenda(under(standard), {}).map(({ id }) => Number(id.split('-').at(-1)));
    expect(numbers).toEqual(Array.from({ length: count }, (_, i) => i + 1));
  });

  it('raises an item the facts make more than routine', () => {
    const raised = agenda(under('SA'), { circumstances: ['inpatient', 'policeProtection'] });
    expect(raised.filter(({ prompted }) => prompted).map(({ id }) => id)).toEqual(['A-SA-8', 'A-SA-10']);
    expect(raised.find(({ id }) => id === 'A-SA-8')?.rules).toEqual(['A-SA-8', 'E-4']);
  });
});

describe('specific guidance', () => {
  it('stands on the agenda where it is called for (C-19)', () => {
    const items = (facts: readonly FactName[]) => agenda(under('DA'), { concerns: facts }).map(({ id }) => id);
    expect(items(['fii']).at(-1)).toBe('C-19');
    expect(items([])).not.toContain('C-19');
  });
});

describe('an item', () => {
  const items = agenda(under('PS'), {});

  it('is open until it has an entry, or a reason why it does not apply', () => {
    const entries: AgendaEntries = {
      'A-PS-1': { entry: 'Shared by all' },
      'A-PS-2': { notApplicableBecause: 'Safe with grandmother' },
      'A-PS-3': { entry: ' ' },
    };
    const open = openItems(items, entries, true).map(({ rule }) => rule);
    expect(open).toEqual(['A-PS-3', 'A-PS-4', 'A-PS-5', 'A-PS-6', 'A-PS-7', 'A-PS-8', 'A-PS-9', 'A-PS-10']);
  });

  it('about the enquiry is not asked when none starts', () => {
    const open = openItems(items, {}, false).map(({ rule }) => rule);
    expect(open.filter((id) => ['A-PS-6', 'A-PS-7', 'A-PS-8'].includes(id))).toEqual([]);
  });
});

describe('the stages of the Practice Standards', () => {
  const items = agenda(under('PS'), {});
  const shared = Object.fromEntries([1, 2, 3, 4].map((n) => [`A-PS-${n}`, { entry: 'Said' }]));

  it('keep the decision closed until information is shared', () => {
    expect(openStages(items, {}, null)).toEqual(['shareInformation']);
    expect(openStages(items, shared, null)).toEqual(['shareInformation', 'decideS47']);
  });

  it('open the plan only when an enquiry starts', () => {
    expect(openStages(items, shared, true)).toEqual(['shareInformation', 'decideS47', 'planEnquiry']);
    expect(openStages(items, shared, false)).toEqual(['shareInformation', 'decideS47']);
  });

  it('are no part of the other standards', () => {
    expect(openStages(agenda(under('LI'), {}), {}, true)).toEqual([]);
  });
});

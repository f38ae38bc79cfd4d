import { describe, expect, it } from 'vitest';
import type { FactName } from '../../src/practice/language/commonFacts.ts';
import { formatsAllowed, usualVenue } from '../../src/practice/answers/format.ts';
import { formatFindings, under } from './given.ts';

const byPhone = (standard: 'PS' | 'SA' | 'DA', circumstances: readonly FactName[], immediateRisk = false) => {
  const practice = under(standard);
  const found = formatFindings(practice, { format: 'phone', circumstances, immediateRisk });
  return [found.faults.map(({ rule }) => rule), found.warnings.map(({ rule }) => rule)];
};

describe('a discussion by telephone alone', () => {
  it('needs a reason under the Practice Standards (M-1)', () => {
    expect(byPhone('PS', [])).toEqual([[], ['M-1']]);
  });

  it('needs none when the risk is immediate', () => {
    expect(byPhone('PS', [], true)).toEqual([[], []]);
    expect(byPhone('PS', ['immediateRisk'])).toEqual([[], []]);
  });

  it('is not enough for a complex case in Sandwell (M-4), which would rather meet face to face (M-3)', () => {
    expect(byPhone('SA', ['complex'])).toEqual([['M-4'], ['M-3']]);
    expect(byPhone('SA', ['cpPlanWithinTwoYears', 'cinReferral'])).toEqual([['M-4'], ['M-3']]);
    expect(byPhone('SA', ['cpPlanWithinTwoYears'])).toEqual([[], ['M-3']]);
    expect(byPhone('SA', ['complex'], true)).toEqual([[], []]);
  });

  it('is one of the ways in Darlington (M-2)', () => {
    expect(byPhone('DA', [])).toEqual([[], []]);
    expect(formatsAllowed(under('DA'))).toEqual(['meeting', 'phone', 'video']);
  });
});

it('has its usual venue in Sandwell only (M-5)', () => {
  expect([usualVenue(under('SA')), usualVenue(under('PS'))]).toEqual(['Multi-Agency Safeguarding Hub', null]);
});

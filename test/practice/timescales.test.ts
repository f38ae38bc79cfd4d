import { describe, expect, it } from 'vitest';
import { timescale } from '../../src/practice/answers/timescales.ts';
import { at, under } from './given.ts';

const referralReceivedAt = at('2026-06-09T10:00:00+01:00');

describe('every limit that applies', () => {
  it('is listed with what it runs from, the earliest first', () => {
    const emergencyActionAt = at('2026-06-09T09:00:00+01:00');
    const found = timescale(under('PS'), {
      referralReceivedAt,
      emergencyActionAt,
      circumstances: ['seriousRisk', 'emergencyActionTaken'],
    });
    expect(found.each).toEqual([
      { rule: 'T-2', from: referralReceivedAt, dueAt: at('2026-06-09T23:59:59+01:00') },
      { rule: 'T-4', from: emergencyActionAt, dueAt: at('2026-06-10T09:00:00+01:00') },
      { rule: 'T-1', from: referralReceivedAt, dueAt: at('2026-06-12T23:59:59+01:00') },
    ]);
  });

  it('names the time it runs from when that is not known yet', () => {
    const found = timescale(under('PS'), { referralReceivedAt, circumstances: ['emergencyActionTaken'] });
    expect(found.unanswered).toEqual(['emergencyActionAt']);
    expect([found.governing, found.applies]).toEqual(['T-1', ['T-1', 'T-4']]);
  });

  it('has no date before anything is known, and still names the rule', () => {
    const found = timescale(under('PS'), {});
    expect([found.dueAt, found.governing, found.unanswered]).toEqual([null, 'T-1', ['concernsIdentifiedAt']]);
  });

  it('runs from the concern where an open case has no referral', () => {
    const found = timescale(under('PS'), { concernsIdentifiedAt: referralReceivedAt, circumstances: ['seriousRisk'] });
    expect(found.dueAt).toBe(at('2026-06-09T23:59:59+01:00'));
  });

  it('takes the days an authority is closed into account', () => {
    const closed = under('PS', { extraNonWorkingDays: ['2026-06-10'] });
    expect(timescale(closed, { referralReceivedAt }).dueAt).toBe(at('2026-06-15T23:59:59+01:00'));
  });
});

describe('an unanswered question about forensic evidence', () => {
  it('makes nobody wait, and asks for the same day to be considered', () => {
    const found = timescale(under('PS'), { referralReceivedAt, circumstances: ['penetrativeSexualAbuse'] });
    expect([found.governing, found.warnings]).toEqual(['T-1', ['considerSameDay']]);
  });
});

import { describe, expect, it } from 'vitest';
import { at, timescale, under } from './given.ts';

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
      { rule: 'T-2', from: referralReceivedAt, dueAt: at('2026-06-09T23:59:59+01:00'), otherwise: [] },
      {
        rule: 'T-4',
        from: emergencyActionAt,
        dueAt: at('2026-06-10T09:00:00+01:00'),
        otherwise: [{ choice: 'workingDay1', dueAt: at('2026-06-10T23:59:59+01:00') }],
      },
      { rule: 'T-1', from: referralReceivedAt, dueAt: at('2026-06-12T23:59:59+01:00'), otherwise: [] },
    ]);
  });

  it('names the time it runs from when that is not known yet', () => {
    const found = timescale(under('PS'), { referralReceivedAt, circumstances: ['emergencyActionTaken'] });
    expect(found.unanswered).toEqual(['emergencyActionAt']);
    expect([found.governing, found.applies]).toEqual(['T-4', ['T-1', 'T-4']]);
  });

  it('runs from the referral while the time of the emergency action is not known, and says so (T-4, T-10)', () => {
    const given = { referralReceivedAt, circumstances: ['emergencyActionTaken'] as const };
    const found = timescale(under('PS'), given);
    expect([found.dueAt, found.warnings]).toEqual([at('2026-06-10T10:00:00+01:00'), ['emergencyTimeUnknown']]);
    const sandwell = timescale(under('SA'), given);
    expect([sandwell.governing, sandwell.dueAt]).toEqual(['T-10', at('2026-06-10T23:59:59+01:00')]);
    expect(sandwell.warnings).toEqual(['emergencyTimeUnknown']);
  });

  it('has no date before anything is known, and still names the rule', () => {
    const found = timescale(under('PS'), {});
    expect([found.dueAt, found.governing, found.unanswered]).toEqual([null, 'T-1', ['concernsIdentifiedAt']]);
  });

  it('runs from the concern where an open case has no referral', () => {
    const found = timescale(under('PS'), { concernsIdentifiedAt: referralReceivedAt, circumstances: ['seriousRisk'] });
    expect(found.dueAt).toBe(at('2026-06-09T23:59:59+01:00'));
  });

  it('is not lengthened by a day an authority is closed: that only warns', () => {
    const dueAt = at('2026-06-12T23:59:59+01:00');
    const between = timescale(under('PS', { extraNonWorkingDays: ['2026-06-10'] }), { referralReceivedAt });
    expect([between.dueAt, between.warnings]).toEqual([dueAt, []]);
    const onTheDay = timescale(under('PS', { extraNonWorkingDays: ['2026-06-12'] }), { referralReceivedAt });
    expect([onTheDay.dueAt, onTheDay.warnings]).toEqual([dueAt, ['officesClosed']]);
  });
});

describe('an unanswered question about forensic evidence', () => {
  it('makes nobody wait, and asks for the same day to be considered', () => {
    const found = timescale(under('PS'), { referralReceivedAt, circumstances: ['penetrativeSexualAbuse'] });
    expect([found.governing, found.warnings]).toEqual(['T-1', ['considerSameDay']]);
  });
});

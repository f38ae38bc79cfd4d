import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCalendar, dueAt, londonDate, type Period } from '../../src/practice/time/calendar.ts';
import { commonFacts, type FactName } from '../../src/practice/language/commonFacts.ts';
import { instant, type Instant } from '../../src/practice/time/instant.ts';
import { roles } from '../../src/practice/language/roles.ts';
import { modes, ranks, type Attendee } from '../../src/practice/language/vocabulary.ts';
import { invitees, quorum, timescale, under } from './given.ts';

const factNames = Object.keys(commonFacts) as readonly FactName[];
const calendar = createCalendar([]);
const practice = fc.constantFrom(under('WT'), under('PS'), under('DA'), under('SA'), under('LI'));
const moment: fc.Arbitrary<Instant> = fc
  .date({ min: new Date('2025-01-01'), max: new Date('2028-11-01'), noInvalidDate: true })
  .map((date) => instant(date));
const period: fc.Arbitrary<Period> = fc.oneof(
  fc.record({ workingDays: fc.integer({ min: 1, max: 45 }) }),
  fc.record({ calendarDays: fc.integer({ min: 1, max: 45 }) }),
  fc.record({ hours: fc.integer({ min: 1, max: 72 }) }),
  fc.record({ months: fc.integer({ min: 1, max: 6 }) }),
  fc.constant({ sameDay: true as const }),
);
const facts = fc.uniqueArray(fc.constantFrom(...factNames), { maxLength: 12 });
const attendee: fc.Arbitrary<Attendee> = fc.record({
  personId: fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7'),
  role: fc.constantFrom(...roles),
  mode: fc.constantFrom(...modes),
  hasDecisionAuthority: fc.boolean(),
  isChair: fc.boolean(),
  rank: fc.option(fc.constantFrom(...ranks)),
});
/** Seven people, any of whom may take part in several capacities: enough to be quorate now and then. */
const likely: fc.Arbitrary<readonly Attendee[]> = fc.array(
  fc.record({
    personId: fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7'),
    role: fc.constantFrom('socialWorker', 'police', 'health', 'education', 'allocatedSocialWorker', 'paediatrician'),
    mode: fc.constantFrom('teams' as const),
    hasDecisionAuthority: fc.constant(true),
    isChair: fc.boolean(),
    rank: fc.constantFrom(...ranks),
  }),
  { minLength: 4, maxLength: 12 },
);
const concern = fc.uniqueArray(
  fc.constantFrom('physicalInjury' as const, 'positionOfTrust' as const, 'preBirth' as const),
);

describe('a deadline', () => {
  it('counted in working days never falls on a day that is none', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 60 }), (from, workingDays) => {
        expect(calendar.isWorkingDay(londonDate(dueAt(calendar, from, { workingDays })))).toBe(true);
      }),
    );
  });

  it('is never earlier for a later event, nor before its event', () => {
    fc.assert(
      fc.property(moment, moment, period, (a, b, limit) => {
        const [early, late] = a < b ? [a, b] : [b, a];
        expect(dueAt(calendar, early, limit) <= dueAt(calendar, late, limit)).toBe(true);
        expect(dueAt(calendar, early, limit).slice(0, 19) >= early.slice(0, 19)).toBe(true);
      }),
    );
  });

  it('of a discussion is the earliest limit that applies, in whatever order the facts were given', () => {
    fc.assert(
      fc.property(practice, moment, facts, fc.boolean(), (standard, from, circumstances, forensicEvidenceNeeded) => {
        const given = { referralReceivedAt: from, emergencyActionAt: from, circumstances, forensicEvidenceNeeded };
        const found = timescale(standard, given);
        const dues = found.each.flatMap(({ dueAt: due }) => due ?? []).sort();
        expect(found.dueAt).toBe(dues[0] ?? null);
        expect(timescale(standard, { ...given, circumstances: circumstances.toReversed() })).toEqual(found);
      }),
    );
  });
});

describe('quorum', () => {
  it('is never lost by another person taking part', () => {
    let quorateRuns = 0;
    fc.assert(
      fc.property(practice, likely, attendee, concern, (standard, attendees, newcomer, concerns) => {
        fc.pre(quorum(standard, { attendees, concerns }).quorate);
        quorateRuns += 1;
        expect(quorum(standard, { attendees: [...attendees, newcomer], concerns }).quorate).toBe(true);
        expect(quorum(standard, { attendees: [newcomer, ...attendees], concerns }).quorate).toBe(true);
      }),
      { numRuns: 300 },
    );
    expect(quorateRuns).toBeGreaterThanOrEqual(300);
  });

  it('does not depend on the order in which people are listed', () => {
    fc.assert(
      fc.property(practice, fc.array(attendee, { maxLength: 10 }), concern, (standard, attendees, concerns) => {
        const found = quorum(standard, { attendees, concerns });
        const reversed = quorum(standard, { attendees: attendees.toReversed(), concerns: concerns.toReversed() });
        expect(reversed.missing).toEqual(found.missing);
      }),
    );
  });

  it('gives no seat to somebody who only writes or cannot decide', () => {
    fc.assert(
      fc.property(practice, fc.array(attendee, { maxLength: 10 }), (standard, attendees) => {
        const able = attendees.filter((one) => one.hasDecisionAuthority && one.mode !== 'written');
        const names = able.map(({ personId }) => personId);
        for (const { filledBy } of quorum(standard, { attendees }).seats) {
          expect(filledBy === null || names.includes(filledBy)).toBe(true);
        }
      }),
    );
  });
});

describe('invitees', () => {
  it('are the same whatever the order of the facts, and never family', () => {
    fc.assert(
      fc.property(practice, facts, (standard, circumstances) => {
        const found = invitees(standard, { circumstances });
        expect(invitees(standard, { circumstances: circumstances.toReversed() })).toEqual(found);
        const all = [...found.required, ...found.consider];
        expect(all.filter((role) => ['child', 'parent', 'carer', 'familyMember'].includes(role))).toEqual([]);
        expect(new Set(all).size).toBe(all.length);
      }),
    );
  });

  it('are never fewer for one more fact', () => {
    fc.assert(
      fc.property(practice, facts, fc.constantFrom(...factNames), (standard, circumstances, more) => {
        const before = invitees(standard, { circumstances }).entries.map(({ role }) => role);
        const after = invitees(standard, { circumstances: [...circumstances, more] }).entries.map(({ role }) => role);
        expect(before.filter((role) => !after.includes(role))).toEqual([]);
      }),
    );
  });
});

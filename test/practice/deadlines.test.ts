import { describe, expect, it } from 'vitest';
import { dueBy, type Due } from '../../src/practice/answers/deadlines.ts';
import type { DeadlineName } from '../../src/practice/language/parts.ts';
import type { MeetingType } from '../../src/practice/language/vocabulary.ts';
import { londonIso } from '../../src/practice/time/calendar.ts';
import { afterMeeting, at, under } from './given.ts';

const words = (found: Due | null): string | null => (found === null ? null : `${found.rule} ${londonIso(found.dueAt)}`);
const end = at('2026-05-22T15:30:00+01:00');

/** Where everything a limit may run from happened at the same time. */
const due = (standard: Parameters<typeof under>[0], name: DeadlineName, from = end, type?: MeetingType) => {
  const events = { meetingEndAt: from, s47DecidedAt: from, strategyDiscussionAt: from };
  return dueBy(under(standard), name, { ...events, decidingDiscussionAt: from, referralReceivedAt: from }, type);
};
const enquiryDue = (standard: Parameters<typeof under>[0], urgent = false) =>
  (urgent ? due(standard, 'urgentS47DueAt') : null) ?? due(standard, 's47DueAt');

describe('a deadline after the meeting', () => {
  it.each<[string, Due | null, string | null]>([
    [
      'the outcome notice of the Practice Standards (N-1)',
      due('PS', 'referrerNoticeDueAt'),
      'N-1 2026-05-26T23:59:59+01:00',
    ],
    ['no figure for it in Darlington', due('DA', 'referrerNoticeDueAt'), null],
    [
      'the record of the Practice Standards (R-3)',
      due('PS', 'recordCirculationDueAt'),
      'R-3 2026-05-26T23:59:59+01:00',
    ],
    [
      'the record of a complex meeting in Sandwell (R-7)',
      due('SA', 'recordCirculationDueAt', end, 'complex'),
      'R-7 2026-05-26T23:59:59+01:00',
    ],
    ['the child seen (V-1)', due('PS', 'childSeenDueAt'), 'V-1 2026-05-23T15:30:00+01:00'],
    ['no figure for it in Liverpool', due('LI', 'childSeenDueAt'), null],
    ['the enquiry (DL-1)', enquiryDue('PS'), 'DL-1 2026-06-06T23:59:59+01:00'],
    ['the enquiry, urgent (DL-2)', enquiryDue('PS', true), 'DL-2 2026-05-27T23:59:59+01:00'],
    ['the enquiry in Liverpool (DL-5), urgent or not', enquiryDue('LI', true), 'DL-5 2026-06-15T23:59:59+01:00'],
    ['the conference everywhere (DL-3)', due('LI', 'icpcDueAt'), 'DL-3 2026-06-15T23:59:59+01:00'],
    ['the assessment by statute (DL-6)', due('PS', 'assessmentDueAt'), 'DL-6 2026-07-27T23:59:59+01:00'],
    ['the assessment in Liverpool (DL-7)', due('LI', 'assessmentDueAt'), 'DL-7 2026-07-06T23:59:59+01:00'],
  ])('%s', (_, found, expected) => {
    expect(words(found)).toBe(expected);
  });

  it('counted beyond the published bank holidays says so', () => {
    const late = at('2028-12-20T10:00:00Z');
    expect(due('DA', 'assessmentDueAt', late)?.beyondHolidays).toBe(true);
    expect(afterMeeting(under('DA'), { referralReceivedAt: late }).warnings).toEqual(['bankHolidaysNotPublished']);
    expect(afterMeeting(under('DA'), { referralReceivedAt: end }).warnings).toEqual([]);
  });

  it('is met at its last second and missed at the next', () => {
    const checks = [at('2026-05-26T23:59:59+01:00'), at('2026-05-27T00:00:00+01:00')];
    expect(afterMeeting(under('PS'), { meetingEndAt: end, checks }).onTime).toEqual([true, false]);
  });

  it('of the earliest deciding discussion is kept when a later one confirms it', () => {
    const [first, second] = [at('2026-06-01T10:00:00+01:00'), at('2026-06-08T10:00:00+01:00')];
    const discussions = [second, first].map((held) => ({ at: held, decidedS47: true }));
    expect(afterMeeting(under('PS'), { discussions }).icpcDueAt).toBe(at('2026-06-22T23:59:59+01:00'));
  });

  it('has no conference to count to while nothing has been decided', () => {
    const discussions = [{ at: end, decidedS47: false }];
    expect(afterMeeting(under('PS'), { discussions }).icpcDueAt).toBeUndefined();
  });
});

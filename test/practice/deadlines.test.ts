import { describe, expect, it } from 'vitest';
import {
  assessmentDue,
  childSeenDue,
  icpcDue,
  outcomeNoticeDue,
  recordDue,
  s47Due,
  type Due,
} from '../../src/practice/answers/deadlines.ts';
import { afterMeeting } from '../../src/practice/answers/afterMeeting.ts';
import { londonIso } from '../../src/practice/time/calendar.ts';
import { at, under } from './given.ts';

const words = (due: Due | null): string | null => (due === null ? null : `${due.rule} ${londonIso(due.dueAt)}`);
const end = at('2026-05-22T15:30:00+01:00');

describe('a deadline after the meeting', () => {
  it.each<[string, Due | null, string | null]>([
    [
      'the outcome notice of the Practice Standards (N-1)',
      outcomeNoticeDue(under('PS'), end),
      'N-1 2026-05-26T23:59:59+01:00',
    ],
    ['no figure for it in Darlington', outcomeNoticeDue(under('DA'), end), null],
    ['the record of the Practice Standards (R-3)', recordDue(under('PS'), end), 'R-3 2026-05-26T23:59:59+01:00'],
    [
      'the record of a complex meeting in Sandwell (R-7)',
      recordDue(under('SA'), end, 'complex'),
      'R-7 2026-05-26T23:59:59+01:00',
    ],
    ['the child seen (V-1)', childSeenDue(under('PS'), end), 'V-1 2026-05-23T15:30:00+01:00'],
    ['no figure for it in Liverpool', childSeenDue(under('LI'), end), null],
    ['the enquiry (DL-1)', s47Due(under('PS'), end), 'DL-1 2026-06-06T23:59:59+01:00'],
    ['the enquiry, urgent (DL-2)', s47Due(under('PS'), end, true), 'DL-2 2026-05-27T23:59:59+01:00'],
    [
      'the enquiry in Liverpool (DL-5), urgent or not',
      s47Due(under('LI'), end, true),
      'DL-5 2026-06-15T23:59:59+01:00',
    ],
    ['the conference everywhere (DL-3)', icpcDue(under('LI'), end), 'DL-3 2026-06-15T23:59:59+01:00'],
    ['the assessment by statute (DL-6)', assessmentDue(under('PS'), end), 'DL-6 2026-07-27T23:59:59+01:00'],
    ['the assessment in Liverpool (DL-7)', assessmentDue(under('LI'), end), 'DL-7 2026-07-06T23:59:59+01:00'],
  ])('%s', (_, due, expected) => {
    expect(words(due)).toBe(expected);
  });

  it('counted beyond the published bank holidays says so', () => {
    const late = at('2028-12-20T10:00:00Z');
    expect(assessmentDue(under('DA'), late)?.beyondHolidays).toBe(true);
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

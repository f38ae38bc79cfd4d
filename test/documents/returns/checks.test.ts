/** What is checked before a return is written: each check is seen to fire, and stays silent on what is as it should be. */
import { describe, expect, it } from 'vitest';
import { findingsIn, isError, isInCensus } from '../../../src/documents/returns/checks.ts';
import type { Enquiry } from '../../../src/documents/returns/enquiry.ts';
import { createCalendar } from '../../../src/practice/time/calendar.ts';
import { child } from '../../builders/convene.ts';
import { socialWorker } from '../../builders/people.ts';

const period = { from: '2026-04-01', to: '2027-03-31' };
const calendar = createCalendar([]);

const enquiry = (over: Partial<Enquiry> = {}): Enquiry => ({
  id: 'SD-ABC234-A',
  reference: 'SD-ABC234',
  childNumber: '1001',
  child: child(),
  details: {},
  referredOn: '2026-09-14',
  startedOn: '2026-09-15',
  target: '2026-10-06',
  end: { how: 'conference', on: '2026-09-29' },
  conference: { heldOn: '2026-10-01', plan: true },
  isConferenceNeeded: true,
  isClosed: false,
  worker: socialWorker,
  ...over,
});
const open = { end: null, conference: null, isConferenceNeeded: null };
const another = (over: Partial<Enquiry>): Enquiry => enquiry({ id: 'SD-XYZ789-A', reference: 'SD-XYZ789', ...over });

const found = (...all: readonly Enquiry[]): readonly string[] =>
  findingsIn({ period, calendar, all }).map(({ check, about }) => `${check} ${about.id}`);

it('an enquiry as it should be has no finding', () => {
  expect(found(enquiry())).toEqual([]);
  expect(found(enquiry({ ...open, startedOn: '2027-03-20' }))).toEqual([]);
  expect(found(enquiry({ ...open, isConferenceNeeded: false, isClosed: true }))).toEqual([]);
  expect(
    found(
      enquiry(),
      another({ startedOn: '2026-11-02', referredOn: '2026-11-02', ...open, isConferenceNeeded: false }),
    ),
  ).toEqual([]);
});

it.each<[string, readonly Enquiry[], readonly string[]]>([
  ['no number for the child', [enquiry({ childNumber: null })], ['number SD-ABC234-A']],
  [
    '8740: begun before the year, without a conference by the end of it',
    [enquiry({ ...open, startedOn: '2026-03-30', referredOn: '2026-03-30' })],
    ['8740 SD-ABC234-A', '8675Q SD-ABC234-A'],
  ],
  [
    '8675Q: begun more than 15 working days before the end of the year, and nothing said of a conference',
    [enquiry({ ...open, startedOn: '2027-03-05' })],
    ['8675Q SD-ABC234-A'],
  ],
  [
    '8615: begun after its conference',
    [enquiry({ conference: { heldOn: '2026-09-14', plan: true } })],
    ['8615 SD-ABC234-A'],
  ],
  ['2889: begun before the referral', [enquiry({ referredOn: '2026-09-16' })], ['2889 SD-ABC234-A']],
  [
    '8890: another begun while it went on',
    [enquiry(), another({ startedOn: '2026-09-30', referredOn: '2026-09-30', ...open, isConferenceNeeded: false })],
    ['8890 SD-ABC234-A'],
  ],
  [
    '8839: two of one referral, both open',
    [enquiry({ ...open, startedOn: '2027-03-12' }), another({ ...open, startedOn: '2027-03-15' })],
    ['8890 SD-ABC234-A', '8839 SD-ABC234-A'],
  ],
  [
    '8868: closed without a conference or that none is needed',
    [enquiry({ ...open, startedOn: '2027-03-20', isClosed: true })],
    ['8868 SD-ABC234-A'],
  ],
  [
    '2884: one conference recorded with two enquiries',
    [enquiry(), another({ startedOn: '2026-10-01', referredOn: '2026-10-01' })],
    ['2884 SD-ABC234-A', '2884 SD-XYZ789-A'],
  ],
])('%s', (_what, all, findings) => {
  expect(found(...all)).toEqual(findings);
});

it('enquiries into another child never count against each other', () => {
  const other = another({ childNumber: '1002', ...open, startedOn: '2027-03-15' });
  expect(found(enquiry({ ...open, startedOn: '2027-03-12' }), other)).toEqual([]);
});

it('15 working days leave out the Easter of 2027', () => {
  // Good Friday is 26 March, Easter Monday the 29th: of Monday 8 March the fifteenth is Wednesday the 31st.
  expect(found(enquiry({ ...open, startedOn: '2027-03-08' }))).toEqual([]);
});

it('8675Q is a query, everything else has to be put right', () => {
  const about = enquiry();
  expect(isError({ check: '8675Q', about, words: '' })).toBe(false);
  expect(isError({ check: '8740', about, words: '' })).toBe(true);
});

describe('the census has', () => {
  it.each<[string, Partial<Enquiry>, boolean]>([
    ['what began in the year', {}, true],
    [
      'what began before, with its conference in the year',
      { startedOn: '2026-03-20', conference: { heldOn: '2026-04-09', plan: true } },
      true,
    ],
    ['what began before and waits for a conference', { startedOn: '2026-03-20', ...open }, true],
    [
      'nothing that began before and needs none',
      { startedOn: '2026-03-20', ...open, isConferenceNeeded: false },
      false,
    ],
    [
      'nothing that was over before',
      { startedOn: '2026-03-02', conference: { heldOn: '2026-03-20', plan: true } },
      false,
    ],
    ['nothing that began after', { startedOn: '2027-04-01' }, false],
  ])('%s', (_what, over, is) => {
    expect(isInCensus(period, enquiry(over))).toBe(is);
  });
});

/**
 * A whole story under Sandwell: a teaching assistant is accused. The meeting is complex (CH-5), waits for the LADO
 * (CH-8), is chaired from the Safeguarding Unit (CH-4) with five seats besides, its decision goes out within 24
 * hours, and the next one is held within 28 days (DL-8).
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { authoriseRecord, signRecord } from './signing.ts';
import { isAsBefore } from './golden.ts';
import { begin, type Story } from './story.ts';
import type { Role } from './cast.ts';
import { factsIn } from '../journey/eyes.ts';
import { agree, close, conference, endEnquiry, press, seenBy, settle } from './ending.ts';

let story: Story;
let first: string;
let second: string;
beforeAll(async () => {
  story = await begin({ standard: 'sandwell', at: '2026-11-24T10:00' });
});
afterAll(() => story.end());

const accused = { concern: 'A teaching assistant is said to have hit him', complexReasons: ['positionOfTrust'] };

const booked = {
  'asked.complexBooking.ladoReferralForm': 'yes',
  'asked.complexBooking.ladoDiscussion': 'yes',
  'asked.complexBooking.ladoDiscussedAt': '2026-11-24',
  'asked.complexBooking.ladoDiscussedWith': 'David Pryce',
};
const toldAt = { meetsAt: '2026-11-24T15:00', others: ['lado' as const] };

it('it is not convened before the LADO has the referral form and has been spoken to (CH-8)', async () => {
  const asked = { concern: accused, particulars: { 'asked.complexBooking.ladoReferralForm': 'no' }, ...toldAt };
  await expect(story.convene(asked)).rejects.toThrow('CH-8');
  // Said, it is dated, and said with whom: on the page that asks it.
  const {
    'asked.complexBooking.ladoDiscussedAt': _at,
    'asked.complexBooking.ladoDiscussedWith': _with,
    ...half
  } = booked;
  const page = await story.fillToPeople({ concern: accused, particulars: half });
  expect(page.text).toContain('Fill in “When it was discussed”.');
  expect(page.text).toContain('Fill in “With whom”.');
  expect((await page.press('Continue', booked)).text).not.toContain('Fill in');
  const people = await story.fillToPeople({ concern: accused, particulars: booked });
  expect(people.text).toContain('T-11: Hold it by Wednesday 25 November 2026, 11:59pm');
});

const again = (date: string) => ({
  outcomes: ['s47Joint', 'followUpDiscussion'],
  details: { 'outcome.followUpDiscussion.date': date, 'outcome.followUpDiscussion.reviewer': 'Hannah Boyle' },
});

it('it is chaired from the Safeguarding Unit, with five seats besides, education among them (CH-4, Q-4, Q-5)', async () => {
  await story.convene({ concern: accused, particulars: booked, ...toldAt });
  expect((await story.letter('unitManager', 'Others must be told')).text).toContain('CH-7');
  await story.passUntil('2026-11-24T15:00');
  await story.arrive('safeguardingChair', 'unitManager', 'socialWorker', 'police', 'health', 'lado');

  const chair = story.as('safeguardingChair');
  const tooLate = await chair.fillsDecision(again('2026-12-23'));
  expect(tooLate.text).toContain('The date must be within 28 days of this discussion.');
  const short = await tooLate.press('Continue', { 'outcome.followUpDiscussion.date': '2026-12-22' });
  expect(short.text).toMatch(/The decision cannot be recorded yet. Missing: .*[Ee]ducation/);
  await story.as('school').here({ mode: 'phone' });
  await short.done('Record the decision');
});

it('its decision goes out within a day, and everything that follows has its date (R-8, R-7, DL-8)', async () => {
  expect((await story.letter('lado', 'What was decided')).text).toContain('Two unexplained injuries');
  const { text } = await story.letter('socialWorker', 'What follows');
  for (const due of [
    'R-8: By Wednesday 25 November 2026, 3pm',
    'R-8: By Tuesday 1 December',
    'R-7: By Wednesday 25',
    'O-6: By Tuesday 22 December',
  ]) {
    expect(text).toContain(due);
  }
  expect((await story.letter('referrer', 'Outcome')).by).toBe('e-mail');
});

it('it is met again within the 28 days, and the process is concluded within three months (DL-8, DL-9)', async () => {
  await agree(story, 'safeguardingChair', {
    ...{ step: 'Tell the head teacher', person: 'david-pryce', due: '2026-11-25' },
    'How it is reviewed': 'At the next discussion',
  });
  await settle(story, 'lado', 1);
  await story.passUntil('2026-11-25T10:00');
  await (await story.as('safeguardingChair').news('The record is due')).done('It is done');
  await story.passUntil('2026-12-01T10:00');
  await signRecord(story, 'safeguardingChair', { authoriser: 'hannah-boyle' });
  await authoriseRecord(story, 'unitManager');
  await conference(story, 'socialWorker', {
    what: 'notNeeded',
    reason: 'He is safe at home.',
    agreedBy: 'Hannah Boyle',
  });
  // Why no conference is needed has been said, and is not asked again.
  await endEnquiry(story, 'socialWorker', { how: 'furtherSupport', date: '2026-12-01' });
  first = story.reference;

  await story.passUntil('2026-12-21T10:00');
  const lastPage = await story.fillNext({ particulars: booked });
  await expect(story.sendConvening(lastPage, { meetsAt: '2026-12-23T10:00' })).rejects.toThrow(
    'Tuesday 22 December 2026',
  );
  await story.sendConvening(lastPage, { meetsAt: '2026-12-22T10:00' });
  await story.passUntil('2026-12-22T10:00');
  await story.arrive('safeguardingChair', 'unitManager', 'socialWorker', 'police', 'school', 'health');
  await story.as('safeguardingChair').decides({ s47: 'no', outcomes: ['s17Assessment'] });
  second = story.reference;

  await story.passUntil('2026-12-23T09:00');
  await (await story.as('safeguardingChair').news('The record is due')).done('It is done');
  await story.passUntil('2026-12-31T10:00');
  await signRecord(story, 'safeguardingChair', { authoriser: 'hannah-boyle' });
  await authoriseRecord(story, 'unitManager');
  await story.passUntil('2027-01-28T12:00');
  for (const reference of [first, second]) {
    story.turnTo(reference);
    await (await story.as('socialWorker').news('The assessment is due')).done('It is done');
    const remains = await press(story, 'Close', 'safeguardingChair');
    expect(remains.text).toMatch(
      /This remains:\nConcluding the process: Joan Fairley, by Wednesday 24 February 2027[^\n]*\n*$/,
    );
  }
});

it('both are closed when nothing remains', async () => {
  await story.passUntil('2027-02-23T10:00');
  for (const reference of [first, second]) {
    story.turnTo(reference);
    await (await story.as('safeguardingChair').news('The process must be concluded')).done('It is done');
    expect((await close(story, 'safeguardingChair')).text).toContain('It is closed.');
    expect((await story.as('police').agenda()).text).toContain('Closed');
  }
});

const facts = {
  name: /Jo Sample/,
  initials: /J\.S\./,
  concern: /said to have hit him/,
  reasons: /unexplained injuries/,
  outcome: /no section 47 enquiry/i,
} as const;

it.each<[Role, readonly string[]]>([
  ['stranger', ['initials']],
  ['adultServices', ['initials']],
  ['serviceManager', ['initials']],
  ['referrer', ['outcome']],
  ['safeguardingChair', ['name', 'initials', 'concern', 'outcome']],
  ['unitManager', ['initials', 'reasons', 'outcome']],
  ['lado', ['name', 'initials', 'concern', 'outcome']],
  ['socialWorker', ['name', 'initials', 'concern', 'reasons', 'outcome']],
  ['police', ['name', 'initials', 'concern', 'reasons', 'outcome']],
  ['health', ['name', 'initials', 'concern', 'reasons', 'outcome']],
  ['school', ['name', 'initials', 'concern', 'reasons', 'outcome']],
])('to the end nothing was sent to, or shown to, %s but what is theirs: %j', async (role, theirs) => {
  expect(factsIn(facts, await seenBy(story, role))).toEqual(theirs);
});

it('the record of each is as it should be, in every edition (R-1)', async () => {
  story.turnTo(first);
  await isAsBefore(story, { 'sandwell-first': [], 'sandwell-first-owner': ['--owner', 'David Pryce'] });
  story.turnTo(second);
  await isAsBefore(story, { 'sandwell-second': [] });
});

/**
 * A whole story under Liverpool: each professional says how safe the child is (SC-2), the team manager takes the decision
 * (P-4), the referrer is told in person and then in writing within a day (N-2, N-3), and may ask when nothing comes (N-4).
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { agree, close, conference, press, seenBy, settle } from './ending.ts';
import { signRecord } from './signing.ts';
import { isAsBefore } from './golden.ts';
import { begin, type Story } from './story.ts';
import type { Role } from './cast.ts';
import { factsIn } from '../journey/eyes.ts';

let story: Story;
beforeAll(async () => {
  story = await begin({ standard: 'liverpool', at: '2026-11-24T10:00' });
});
afterAll(() => story.end());

it('the referrer is told how to ask, asks when a day has passed in silence, and the chair hears it (N-4)', async () => {
  await story.convene({ meetsAt: '2026-11-26T14:00', others: ['socialWorker'], people: { inviteReferrer: 'false' } });
  expect((await story.letter('referrer', 'What happens')).text).toContain('Rules of the procedure: N-4');
  await story.passUntil('2026-11-25T15:00');
  const said = await story.as('referrer').answersMail('Your referral', { message: 'I have heard nothing' });
  expect(said).toContain('The chair has been told');
  expect((await story.chair.news('Somebody has not heard the outcome')).text).toContain('I have heard nothing');
});

it('each professional says how safe the child is, and the form shows who takes the decision (SC-2, SC-3, P-4)', async () => {
  await story.passUntil('2026-11-26T14:00');
  await story.arrive('teamLeader', 'police', 'health', 'socialWorker');
  const form = await story.as('police').press('Scale safety', { saying: [story.reference] });
  expect(form.text).toContain('from 0, no safety and further harm almost certain, to 10, well protected');
  await form.done('Add to the record', {
    score: '3',
    analysis: 'The father is back in the house',
    wouldRaise: 'He stays with his brother',
  });
  await story.as('health').scalesSafety({ score: '6', analysis: 'The injuries are healing' });
  await story.chair.decides({ details: { 'Manager who takes the section 47 decision': 'Leon Baptiste' } });
  expect((await story.letter('health', 'What was decided')).text).toContain(
    'How safe DI Tom Reyes says the child is: 3 of 10.',
  );
});

it('the referrer is told in person and in writing, and nothing about anybody else (N-2, N-3, N-6)', async () => {
  const tell = await story.as('socialWorker').news('Tell the referrer');
  expect(tell.text).toContain('N-2: Tell them in person or by telephone, as soon as you can.');
  await (await tell.press('I have told them')).done('Record the call', { spokeTo: 'Carol Tench' });
  const { text } = await story.letter('referrer', 'Outcome');
  expect(text).toContain('A section 47 enquiry will start.');
  expect(text).not.toMatch(/Sample|J\.S\.|father|injur/);
});

it('it is closed when the enquiry, the assessments and the conference are done (DL-5, DL-6, DL-7)', async () => {
  await agree(story, 'teamLeader', {
    ...{ step: 'Find him a place with his brother', person: 'ellie-vaughan', due: '2026-11-30' },
    ...{ 'Intended outcome': 'He lives elsewhere' },
  });
  const early = await press(story, 'Close', 'teamLeader');
  for (const what of [
    'The section 47 enquiry: Ellie Vaughan',
    'Action 1: Ellie Vaughan',
    'The assessment: Ellie Vaughan',
  ]) {
    expect(early.text).toContain(what);
  }
  await settle(story, 'socialWorker', 1);
  await story.passUntil('2026-12-16T10:00');
  const reminder = await story.as('socialWorker').news('The section 47 enquiry is due');
  const form = await reminder.press('Record how it ended');
  await form.done('Record it', { how: 'conference', date: '2026-12-14' });
  await conference(story, 'socialWorker', { what: 'held', date: '2026-12-15', plan: 'no' });
  await story.passUntil('2027-01-07T12:00');
  await (await story.as('socialWorker').news('The assessment is due')).done('It is done');
  expect((await press(story, 'Close', 'teamLeader')).text).toContain('The record: ');
  await signRecord(story, 'teamLeader');
  expect((await close(story, 'teamLeader')).text).toContain('It is closed.');
});

it('its record is as it should be, in every edition (R-1)', async () => {
  await isAsBefore(story, { liverpool: [], 'liverpool-owner': ['--owner', 'Ellie Vaughan'] });
});

const facts = {
  name: /Jo Sample/,
  initials: /J\.S\./,
  concern: /marks on both arms/,
  reasons: /unexplained injuries/,
  outcome: /Joint section 47 enquiry/,
  action: /place with his brother/,
  score: /3 of 10/,
} as const;

it.each<[Role, readonly string[]]>([
  ['stranger', ['initials']],
  ['adultServices', ['initials']],
  ['serviceManager', ['initials']],
  ['referrer', ['outcome']],
  ['teamLeader', ['initials', 'outcome']],
  ['socialWorker', ['name', 'initials', 'concern', 'reasons', 'outcome', 'action', 'score']],
  ['police', ['name', 'initials', 'concern', 'reasons', 'outcome', 'score']],
  ['health', ['name', 'initials', 'concern', 'reasons', 'outcome', 'score']],
])('to the end nothing was sent to, or shown to, %s but what is theirs: %j', async (role, theirs) => {
  expect(factsIn(facts, await seenBy(story, role))).toEqual(theirs);
});

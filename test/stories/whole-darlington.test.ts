/**
 * A whole story under Darlington: an emergency protection order is in place, so who does what by when is agreed (E-4);
 * health and the police are asked for what the procedure has them bring.
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
  story = await begin({ standard: 'darlington', at: '2026-11-24T10:00' });
});
afterAll(() => story.end());

const concern = { concern: 'Left alone for two nights', circumstances: ['emergencyProtectionOrder'] };
const item = 'If an emergency protection order or police protection is in place: what further action, by whom and when';

it('with an order in place the agenda asks who does what by when (E-4)', async () => {
  await story.convene({ concern, meetsAt: '2026-11-24T14:00' });
  expect((await story.chair.agenda()).text).toContain(item);
  await story.passUntil('2026-11-24T14:00');
  await story.arrive();
  await story.as('health').addsInformation('Seen for the first time since May');
  await story.as('police').addsInformation('An interview is planned for Thursday');
  const list = await story.chair.press('Go through the agenda', { saying: [story.reference] });
  expect(list.text).toMatch(/11\. From health: [^\n]*\nRecorded already\./);
  expect(list.text).toMatch(/12\. From the police[^\n]*\nRecorded already\./);
  const entry = await list.press('Open this item', { of: 'A-DA-10' });
  await entry.done('Enter it', { text: 'Ellie Vaughan applies to extend it by Monday; the police attend.' });
  const page = await story.chair.fillsDecision();
  expect(page.text).toContain('Nothing is entered yet under');
  expect(page.text).not.toContain(item);
  await page.done('Record the decision');
  expect((await story.letter('police', 'What was decided')).text).toContain('applies to extend it by Monday');
});

it('what remains is said until the conference is held and the assessment made, and then it is closed (DL-3, DL-6)', async () => {
  await agree(story, 'teamManager', { step: 'Apply to extend the order', person: 'ellie-vaughan', due: '2026-11-30' });
  await settle(story, 'socialWorker', 1);
  expect((await press(story, 'Close', 'teamManager')).text).toContain('The child protection conference: Ellie Vaughan');
  await story.passUntil('2026-12-15T10:00');
  await conference(story, 'socialWorker', { what: 'held', date: '2026-12-14', plan: 'yes' });
  await story.passUntil('2027-01-28T12:00');
  await (await story.as('socialWorker').news('The assessment is due')).done('It is done');
  expect((await press(story, 'Close', 'teamManager')).text).toContain('The record: ');
  await signRecord(story, 'teamManager');
  expect((await close(story, 'teamManager')).text).toContain('It is closed.');
});

it('its record is as it should be, in every edition (R-1)', async () => {
  await isAsBefore(story, { darlington: [], 'darlington-agency': ['--agency', 'Exampleshire Police'] });
});

const facts = {
  name: /Jo Sample/,
  initials: /J\.S\./,
  concern: /two nights/,
  reasons: /unexplained injuries/,
  outcome: /Joint section 47 enquiry/,
  action: /Apply to extend/,
  information: /since May/,
} as const;

it.each<[Role, readonly string[]]>([
  ['stranger', ['initials']],
  ['adultServices', ['initials']],
  ['serviceManager', ['initials']],
  ['referrer', ['outcome']],
  ['teamManager', ['initials', 'outcome']],
  ['socialWorker', ['name', 'initials', 'concern', 'reasons', 'outcome', 'action']],
  ['police', ['name', 'initials', 'concern', 'reasons', 'outcome']],
  ['health', ['name', 'initials', 'concern', 'reasons', 'outcome']],
])('to the end nothing was sent to, or shown to, %s but what is theirs: %j', async (role, theirs) => {
  expect(factsIn(facts, await seenBy(story, role))).toEqual(theirs);
});

/**
 * A whole story under the Practice Standards: two siblings, one with a broken arm. A joint enquiry is forced for him
 * (J-6), a paediatrician takes part, and his sister, safe with her father, has no further action (O-7).
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fillChildren } from './deciding.ts';
import { agree, close, conference, press, seenBy, settle } from './ending.ts';
import { seen, throughGate } from './gate.ts';
import { fileRecord, signRecord } from './signing.ts';
import { isAsBefore } from './golden.ts';
import { begin, type Story } from './story.ts';
import type { Role } from './cast.ts';
import { factsIn } from '../journey/eyes.ts';

const children = [
  { name: 'Jo Sample', initials: 'J.S.', birthDate: '2019-03-01' },
  { name: 'Kim Sample', initials: 'K.S.', birthDate: '2021-06-01' },
];
const nothingFurther = {
  s47: 'no',
  outcomes: ['noFurtherAction'],
  answers: { reasons: 'She lives with her father, who keeps her safe.' },
  details: { 'answer.safeguardingConcerns': 'no' },
} as const;

let story: Story;
beforeAll(async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
});
afterAll(() => story.end());

it('an injury that may be a crime makes it the same day, and a paediatrician must be there (T-2, Q-3)', async () => {
  const people = await story.fillToPeople({
    children,
    concern: { concern: 'A broken arm; the explanation does not fit', concerns: ['criminalPhysicalInjury'] },
    particulars: { 'of.criminalPhysicalInjury': ['A'] },
  });
  expect(people.text).toContain('Hold it by Tuesday 24 November 2026, 11:59pm');
  expect(people.text).toContain('Required here: Health professional; Paediatrician; Police');
  const last = await people.press('Continue', { 'seat.police': 'tom-reyes', 'seat.paediatrician': 'anil-kapoor' });
  await story.sendConvening(last, { meetsAt: '2026-11-24T14:00' });
});

const joint = {
  details: { 'answer.urgentEnquiry': 'no', 'plan.leadQualified': 'yes', 'plan.icpcProvisionalDate': '2026-12-15' },
};

it('the social worker alone may not be chosen for him, and nothing is decided without the paediatrician (J-6, Q-3)', async () => {
  for (const role of ['police', 'health'] as const) await story.as(role).accepts();
  await story.passUntil('2026-11-24T14:00');
  await story.arrive();
  const alone = await story.chair.fillsDecision({ children: [{ outcomes: ['s47SingleAgency'] }] });
  expect(alone.text).toContain('never for the offences that must be investigated jointly');
  const short = await fillChildren(await alone.press('Back'), [joint, nothingFurther]);
  expect(short.text).toContain('The decision cannot be recorded yet. Missing: Paediatrician.');
  await story.as('paediatrician').here({ mode: 'phone' });
  await short.done('Record the decision');
});

it('each who took part, and each who did not, hears what they may (R-3, N-1, N-6)', async () => {
  expect((await story.letter('paediatrician', 'What was decided')).text).toContain('Two unexplained injuries');
  const { text } = await story.letter('referrer', 'Outcome');
  expect(text).toContain(
    'Child A: A section 47 enquiry will start. Outcome: Joint section 47 enquiry with the police.',
  );
  expect(text).toContain('Child B: No section 47 enquiry will start. Outcome: No further action.');
  expect(text).not.toMatch(/injuries|father|Sample|J\.S\.|K\.S\./);
  const { text: follows } = await story.letter('socialWorker', 'What follows');
  expect(follows).toContain('V-1: By Wednesday 25 November 2026, 2pm');
  expect(follows).toContain('DL-1: By Wednesday 9 December 2026, 11:59pm');
});

it('he is seen alone the same day, and the plan is carried out (V-1, R-2)', async () => {
  await agree(story, 'teamManager', {
    step: 'Examine the arm',
    person: 'anil-kapoor',
    due: '2026-11-25',
    childIds: ['A'],
  });
  expect((await story.as('paediatrician').news('An action for you')).text).toContain('Examine the arm');
  await story.passUntil('2026-11-24T17:30');
  await story.as('socialWorker').recordsEnquiry(seen, 'A');
  await settle(story, 'paediatrician', 1);
  await story.passUntil('2026-11-25T12:00');
  await signRecord(story, 'teamManager');
  await fileRecord(story, 'teamManager');
});

it('a report, a check and a result by three people lead to a conference, and it is closed when nothing remains (GT-5, DL-3)', async () => {
  await story.passUntil('2026-12-07T10:00');
  const remains = await press(story, 'Close', 'teamManager');
  expect(remains.text).toContain('The section 47 enquiry: Ellie Vaughan, by Wednesday 9 December 2026, 11:59pm.');
  await throughGate(story, 'substantiatedIcpc');
  await story.passUntil('2026-12-14T16:00');
  await conference(story, 'socialWorker', { what: 'held', date: '2026-12-14', plan: 'yes' });
  await story.passUntil('2027-01-28T12:00');
  await (await story.as('socialWorker').news('The assessment is due')).done('It is done');
  expect((await close(story, 'teamManager')).text).toContain('It is closed.');
});

it('its record is as it should be, in every edition (R-1)', async () => {
  await isAsBefore(story, {
    'practice-standards': [],
    'practice-standards-to-date': ['--to-date'],
    'practice-standards-child-a-to-date': ['--to-date', '--child', 'A'],
    'practice-standards-child-a': ['--child', 'A'],
    'practice-standards-child-b': ['--child', 'B'],
    'practice-standards-owner': ['--owner', 'Dr Anil Kapoor'],
  });
});

const facts = {
  name: /Jo Sample/,
  initials: /J\.S\./,
  concern: /broken arm/,
  reasons: /unexplained injuries/,
  outcome: /Joint section 47 enquiry/,
  action: /Examine the arm/,
} as const;

it.each<[Role, readonly string[]]>([
  ['stranger', ['initials']],
  ['adultServices', ['initials']],
  ['serviceManager', ['initials']],
  ['referrer', ['outcome']],
  ['teamManager', ['initials', 'outcome']],
  ['headOfService', ['initials', 'outcome']],
  ['socialWorker', ['name', 'initials', 'concern', 'reasons', 'outcome']],
  ['paediatrician', ['name', 'initials', 'concern', 'reasons', 'outcome', 'action']],
  ['police', ['initials', 'reasons', 'outcome']],
  ['health', ['initials', 'reasons', 'outcome']],
])('to the end nothing was sent to, or shown to, %s but what is theirs: %j', async (role, theirs) => {
  expect(factsIn(facts, await seenBy(story, role))).toEqual(theirs);
});

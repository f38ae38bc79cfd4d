/** Four children of one household in one discussion, and something else is decided for each of them. */
import { afterEach, expect, it } from 'vitest';
import { begin, type Story } from './story.ts';

let story: Story;
afterEach(() => story.end());

const children = [
  { name: 'Jo Sample', initials: 'J.S.' },
  { name: 'Kim Sample', initials: 'K.S.', birthDate: '2021-06-01' },
  { name: 'Lee Sample', initials: 'L.S.', birthDate: '2016-02-01' },
  { name: 'Mo Sample', initials: 'M.S.', birthDate: '2014-09-01' },
];

const safe = {
  s47: 'no',
  outcomes: ['noFurtherAction'],
  answers: { reasons: 'Lives with an aunt, and is safe there.' },
  details: { 'answer.safeguardingConcerns': 'no' },
} as const;
const decisions = [
  { details: { 'answer.urgentEnquiry': 'no' } },
  safe,
  { s47: 'no', outcomes: ['s17Assessment', 'earlyHelp'], answers: { reasons: 'Support is what is needed.' } },
  {
    outcomes: ['s47SingleAgency'],
    answers: { reasons: 'Saw what happened.', family: 'withheld', familyWhat: 'Police ask us to wait.' },
    details: { 'answer.urgentEnquiry': 'no', 'family.withheldBecause': 'riskToChild' },
  },
] as const;

it('a joint enquiry is forced for one and for none of the others; each is decided, told and followed up by itself', async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  await story.convene({
    children,
    meetsAt: '2026-11-24T14:00',
    others: ['school'],
    concern: { concern: 'What a child told a teacher', concerns: ['intrafamilialSexualOffence'] },
    particulars: { 'of.intrafamilialSexualOffence': ['A'] },
  });
  await story.passUntil('2026-11-24T14:00');
  await story.arrive();

  const filled = await story.chair.fillsDecision({ children: decisions });
  const changed = await (
    await filled.press('Change child A')
  ).press('Continue', {
    s47: 'no',
    outcomes: ['noFurtherAction'],
  });
  const forced = await changed.press('Continue', { 'answer.safeguardingConcerns': 'no' });
  expect(forced.text).toContain('J-1');
  const again = await (await forced.press('Back')).press('Continue', { s47: 'yes', outcomes: ['s47Joint'] });
  const check = await again.press('Continue');
  for (const [i, said] of ['Yes', 'No', 'No', 'Yes'].entries()) {
    expect(check.text.split('Start a section 47 enquiry?: ')[i + 1]?.startsWith(said)).toBe(true);
  }
  expect(check.text).toContain('Outcomes: Complete or continue a section 17 assessment; Early help');
  expect(check.text).toContain('By Wednesday 25 November 2026, 2pm: A child already born is seen within 24 hours');
  expect(check.text).toMatch(/The outcome goes to: .*Ruth Ellison/);
  await check.done('Record the decision');

  const private_ = /aunt|Support is what|Saw what|Police ask|Jo |Kim |[JKLM]\.S\./;
  const toReferrer = await story.letter('referrer', 'Outcome of strategy discussion');
  for (const [child, said] of [
    ['A', 'A section 47 enquiry will start. Outcome: Joint section 47 enquiry with the police.'],
    ['B', 'No section 47 enquiry will start. Outcome: No further action.'],
    ['C', 'No section 47 enquiry will start. Outcome: Complete or continue a section 17 assessment; Early help.'],
    ['D', 'A section 47 enquiry will start. Outcome: Single-agency section 47 enquiry.'],
  ] as const) {
    expect(toReferrer.text).toContain(`Child ${child}: ${said}`);
  }
  // N-6: the outcome and nothing else, to an address that others may read.
  expect(toReferrer.text).not.toMatch(private_);
  expect((await story.letter('school', 'The outcome of a strategy')).text).not.toMatch(
    /aunt|Support is what|Saw what|Police ask/,
  );

  const record = await story.letter('police', 'What was decided');
  for (const reasons of ['Lives with an aunt', 'Support is what is needed', 'Saw what happened']) {
    expect(record.text).toContain(reasons);
  }
  const follows = await story.letter('socialWorker', 'What follows from the decision');
  expect(follows.text).toContain('Child B: the family is told: The social worker visits today and explains.');
  expect(follows.text).toContain('Child D: nothing is told to the family for now: ');

  const [first] = [await (await story.chair.press('Correct the decision')).press('Correct child C')];
  const second = await first.press('Continue', { reasons: 'Help is what the family asked for.' });
  await (await second.press('Continue')).done('Record the correction', { reason: 'Noted for the wrong child.' });
  const corrected = await story.letter('police', 'What was decided, corrected');
  expect(corrected.text).toContain('L.S. Before: no section 47 enquiry will start.');
  expect(corrected.text).toContain('Help is what the family asked for.');
  expect(corrected.text).toContain('Lives with an aunt');
  expect((await story.letter('referrer', 'Corrected: outcome')).text).not.toMatch(private_);
});

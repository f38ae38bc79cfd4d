/** Before it counts, whoever convenes or decides sees all that they entered, and can put any part of it right. */
import { afterEach, expect, it } from 'vitest';
import { questionsOn } from './screen.ts';
import { begin, type Story } from './story.ts';

let story: Story;
afterEach(() => story.end());

const children = [
  { name: 'Jo Sample', caseReference: 'LCS 4711' },
  { name: 'Kim Sample', initials: 'K.S.', birthDate: '2021-06-01' },
];
const valueIn = (shown: { readonly card: Parameters<typeof questionsOn>[0] }, id: string): string =>
  questionsOn(shown.card).find((question) => question.id === id)?.value ?? expect.fail(`no question ${id}`);

it('while convening: names, referral, concern, whom it concerns and who comes, each with its own change', async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  const last = await story.fillConvening({
    children,
    concern: { concern: 'A broken arm; the explanation does not fit', concerns: ['criminalPhysicalInjury'] },
    particulars: { 'of.criminalPhysicalInjury': ['A'] },
    others: ['paediatrician'],
  });
  for (const entered of [
    'Child A: Jo Sample, born Friday 1 March 2019, case LCS 4711. Shown in the channel as J.S.',
    'Child B: Kim Sample, born Tuesday 1 June 2021. Shown in the channel as K.S.',
    'Received: Tuesday 24 November 2026, 9am',
    'Referrer: Carol Tench, a professional',
    'Agency: Little Acorns Nursery',
    'E-mail: carol@littleacorns.example',
    'Concern: A broken arm; the explanation does not fit',
    '(child A)',
    'Police Dedicated Decision Maker: DI Tom Reyes',
  ]) {
    expect(last.text).toContain(entered);
  }

  const meeting = { date: '2026-11-24', time: '14:00', where: 'Room 4, Civic Centre' };
  const concern = await last.press('Change the concern', meeting);
  expect(valueIn(concern, 'concern')).toBe('A broken arm; the explanation does not fit');
  const particulars = await concern.press('Continue', { concern: 'A broken wrist; the explanation does not fit' });
  const again = await particulars.press('Continue');
  expect(again.text).toContain('Concern: A broken wrist; the explanation does not fit');
  expect(again.text).toContain('(child A)');
  expect(valueIn(again, 'time')).toBe('14:00');
  expect(valueIn(again, 'where')).toBe('Room 4, Civic Centre');
  await story.sendConvening(again, { meetsAt: '2026-11-24T14:00' });
});

it('somebody chosen for a seat keeps it when another page is changed', async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  const last = await story.fillConvening({ seats: { police: 'constable' } });
  expect(last.text).toContain('PC Sam Whitlock');
  const referral = await last.press('Change the referral', { date: '2026-11-24', time: '14:00', where: 'Room 4' });
  const concern = await referral.press('Continue', { referrerPhone: '01632 960 001' });
  const after = await concern.press('Continue');
  expect(after.text).toContain('PC Sam Whitlock');
  expect(after.text).toContain('Telephone: 01632 960 001');
  expect(valueIn(await after.press('Change who takes part'), 'seat.police')).toBe('sam-whitlock');
});

it('while deciding: every answer under its question; one child is changed and everything else stays', async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  await story.convene({ children, meetsAt: '2026-11-24T14:00' });
  await story.passUntil('2026-11-24T14:00');
  await story.arrive();
  const check = await story.chair.fillsDecision({
    children: [
      { details: { 'answer.urgentEnquiry': 'no', 'plan.legalAction': 'Legal planning meeting on Thursday' } },
      {
        s47: 'no',
        outcomes: ['noFurtherAction'],
        answers: { family: 'withheld', familyWhat: 'Police ask us to wait until Thursday.' },
        details: { 'answer.safeguardingConcerns': 'no', 'family.withheldBecause': 'riskToChild' },
      },
    ],
  });
  for (const recorded of [
    'Child A: J.S., 7 years',
    'Start a section 47 enquiry?: Yes',
    'Reasons: Two unexplained injuries in a week.',
    'Legal planning meeting on Thursday',
    'What the family is told: The social worker visits today and explains.',
    'Child B: K.S., 5 years',
    'Start a section 47 enquiry?: No',
    'It would put the child at more risk. Police ask us to wait until Thursday.',
  ]) {
    expect(check.text).toContain(recorded);
  }

  const first = await check.press('Change child A', { endedTime: '15:10' });
  expect(valueIn(first, 'reasons')).toBe('Two unexplained injuries in a week.');
  const second = await first.press('Continue', { reasons: 'Three unexplained injuries.' });
  expect(valueIn(second, 'plan.legalAction')).toBe('Legal planning meeting on Thursday');
  const after = await second.press('Continue');
  expect(after.text).toContain('Reasons: Three unexplained injuries.');
  expect(after.text).toContain('Police ask us to wait until Thursday.');
  expect(valueIn(after, 'endedTime')).toBe('15:10');
});

it('pressed twice, the change of a child shows that child twice', async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  await story.convene({ meetsAt: '2026-11-24T14:00' });
  await story.passUntil('2026-11-24T14:00');
  await story.arrive();
  const check = await story.chair.fillsDecision({ details: { 'answer.urgentEnquiry': 'no' } });
  for (const page of [await check.press('Change child A'), await check.press('Change child A')]) {
    expect(valueIn(page, 'reasons')).toBe('Two unexplained injuries in a week.');
  }
});

import { afterEach, expect, it } from 'vitest';
import { begin, type Story } from './story.ts';

let story: Story;
afterEach(() => story.end());

const children = [{ name: 'Jo Sample' }, { name: 'Kim Sample', initials: 'K.S.', birthDate: '2021-06-01' }];

it('what is said of one child binds that child: a sibling living safely elsewhere has no further action (J-6, O-7)', async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  await story.convene({
    children,
    concern: { concern: 'A broken arm; the explanation does not fit', concerns: ['criminalPhysicalInjury'] },
    particulars: { 'of.criminalPhysicalInjury': ['A'] },
    others: ['paediatrician'],
    meetsAt: '2026-11-24T14:00',
  });
  // T-2: the injury makes it the same day, though nobody ticked that it is urgent.
  expect((await story.chair.agenda()).text).toContain('Tuesday 24 November 2026, 11:59pm');

  await story.passUntil('2026-11-24T14:00');
  await story.arrive('teamManager', 'police', 'socialWorker', 'health', 'paediatrician');
  const nothingFurther = {
    s47: 'no',
    outcomes: ['noFurtherAction'],
    details: { 'answer.safeguardingConcerns': 'no' },
  } as const;
  const enquiry = { details: { 'answer.urgentEnquiry': 'no' } };
  await story.chair.decides({ children: [enquiry, nothingFurther] });
  const record = await story.letter('police', 'What was decided');
  expect(record.text).toMatch(/Child A \(J\.S\.\): a section 47 enquiry will start/);
  expect(record.text).toMatch(/Child B \(K\.S\.\): no section 47 enquiry/);
});

it('one child entered twice is said on the page where it happens', async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  await expect(story.convene({ children: [{ name: 'Jo Sample' }, { name: 'jo sample' }] })).rejects.toThrow(
    'Children A and B have the same name and date of birth. Enter each child once.',
  );
});

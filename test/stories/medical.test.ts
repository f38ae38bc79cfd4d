import { afterEach, expect, it } from 'vitest';
import { begin, type Story } from './story.ts';

let story: Story;
afterEach(() => story.end());

const injured = async (): Promise<void> => {
  story = await begin({ standard: 'sandwell', at: '2026-11-24T10:00' });
  await story.convene({ concern: { concern: 'Bruises on both arms', concerns: ['physicalInjury'] } });
  await story.passUntil('2026-11-24T14:00');
  await story.arrive();
};
const medical = (answers: Readonly<Record<string, string>>) => ({
  details: Object.fromEntries(Object.entries(answers).map(([name, answer]) => [`further.medical.${name}`, answer])),
});

it('a doctor sees an injured child today, or the reason and who agreed are recorded (MD-2)', async () => {
  await injured();
  const later = { medicalDecision: 'needed', seenSameDay: 'no', consentFrom: 'pr' };
  const page = await story.chair.fillsDecision(medical(later));
  expect(page.text).toContain('Fill in “Why not today”.');
  expect(page.text).toContain('Fill in “Which professionals agreed”.');

  const agreed = { notSameDayReason: 'The clinic opens tomorrow', notSameDayAgreement: 'Dr Kapoor and DI Reyes' };
  const lastPage = await page.press('Continue', medical(agreed).details);
  await lastPage.done('Record the decision');
  const record = await story.letter('health', 'What was decided');
  expect(record.text).toContain('Why not today: The clinic opens tomorrow');
});

it('without a medical at all, the duty paediatrician agrees that it is minor, and why is recorded (MD-2, MD-4)', async () => {
  await injured();
  const page = await story.chair.fillsDecision(
    medical({ medicalDecision: 'notNeeded', dutyPaediatricianAgrees: 'no' }),
  );
  expect(page.text).toContain('“Does the duty paediatrician agree to do without?” must be yes.');
  expect(page.text).toContain('Fill in “Why no medical is needed”.');
  expect(page.text).toContain('Fill in “Which professionals agreed”.');

  const agreed = {
    dutyPaediatricianAgrees: 'yes',
    injuryOrNeglectMinor: 'yes',
    noMedicalReason: 'A single small bruise',
    noMedicalTodayAgreement: 'Dr Kapoor and DI Reyes',
  };
  const lastPage = await page.press('Continue', medical(agreed).details);
  await lastPage.done('Record the decision');
});

/** A meeting short of its minimum shares information and keeps the child safe; it says who is missing until they come (Q-9, E-1). */
import { afterEach, expect, it } from 'vitest';
import { begin, type Story } from './story.ts';

let story: Story;
afterEach(() => story.end());

const inquorate = 'Inquorate: urgent safeguarding only';
const missingPolice = 'Missing: Police Dedicated Decision Maker.';

const withoutThePolice = async (): Promise<void> => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  await story.convene({ meetsAt: '2026-11-24T14:00' });
  await story.passUntil('2026-11-24T14:00');
  await story.arrive('teamManager', 'socialWorker', 'health');
};

it('says so on the agenda and above every form, with who is missing, until the seat is filled', async () => {
  await withoutThePolice();
  expect((await story.chair.agenda()).text).toContain(`${inquorate}. ${missingPolice}`);
  const opens = (title: string) => story.as('socialWorker').press(title, { saying: [story.reference] });
  for (const title of ['Add information', 'Emergency action', 'Go through the agenda']) {
    expect((await opens(title)).text).toMatch(new RegExp(`^${inquorate}\n${missingPolice}`));
  }
  expect((await story.chair.fillsDecision()).text).toContain(missingPolice);

  const stillOpen = await opens('Add information');
  await story.arrive('police');
  expect((await story.chair.agenda()).text).not.toContain(inquorate);
  expect((await opens('Add information')).text).not.toContain(inquorate);
  await stillOpen.done('Add to the record', { text: 'Two bruises.' });
});

it('comes back when somebody needed leaves', async () => {
  await withoutThePolice();
  await story.arrive('police');
  await story.as('police').press('I am leaving', { saying: [story.reference] });
  expect((await story.chair.agenda()).text).toContain(`${inquorate}. ${missingPolice}`);
});

it('holds up neither emergency action nor information', async () => {
  await withoutThePolice();
  await story.as('socialWorker').recordsEmergencyAction('The child is at the hospital with a nurse.');
  await story.as('health').addsInformation('Seen on the ward.');
});

it('is not said before the meeting, nor of what is decided', async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  await story.convene({ meetsAt: '2026-11-24T14:00' });
  expect((await story.chair.agenda()).text).not.toContain(inquorate);
  await story.passUntil('2026-11-24T14:00');
  await story.arrive();
  await story.chair.decides();
  expect((await story.chair.agenda()).text).not.toContain(inquorate);
});

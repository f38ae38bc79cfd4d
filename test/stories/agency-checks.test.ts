/** Each agency is asked what its own checks should answer, and the answers stand under their item of the agenda (A-DA-11, A-DA-12). */
import { afterEach, expect, it } from 'vitest';
import type { Role } from './cast.ts';
import { begin, type Story } from './story.ts';

let story: Story;
afterEach(() => story.end());

type Local = 'darlington' | 'sandwell' | 'practice-standards-2025' | 'liverpool';
const inSession = async (standard: Local): Promise<void> => {
  story = await begin({ standard, at: '2026-11-24T10:00' });
  await story.convene({ meetsAt: '2026-11-24T14:00' });
  await story.passUntil('2026-11-24T14:00');
  await story.arrive();
};
const form = (role: Role) => story.as(role).press('Add information', { saying: [story.reference] });
const items = async () => (await story.chair.press('Go through the agenda', { saying: [story.reference] })).text;

it('health is asked for medical advice, what its services know and examinations; the answers stand under that item (A-DA-11)', async () => {
  await inSession('darlington');
  const asked = await form('health');
  expect(asked.text).toContain('Asked of health');
  expect(asked.text).not.toContain('Asked of the police');
  await asked.done('Add to the record', {
    'asked.medicalAdvice': 'A full medical today.',
    'asked.examinations': 'X-ray done on Monday.',
  });

  expect(await items()).toMatch(
    /11\. From health[^\n]+\nRecorded already\.\nGrace Mensah, Exampleshire Community NHS Trust\. Advice on medical assessment: A full medical today\./,
  );
  const said = await story.as('police').press('Read what was said', { saying: [story.reference] });
  expect(said.text).toContain('Examinations and tests, done or to be done: X-ray done on Monday.');
  expect((await story.as('police').agenda()).text).not.toContain('X-ray');
});

it('the police are asked what an investigation would rest on, other processes, and evidence (A-DA-12)', async () => {
  await inSession('darlington');
  const asked = await form('police');
  expect(asked.text).toContain('Asked of the police');
  await asked.done('Add to the record', { 'asked.criminalBasis': 'An assault on Sunday.', text: 'Known to us.' });
  await (await form('police')).done('Add to the record', { 'asked.evidence': 'Photographs this afternoon.' });
  const list = await items();
  expect(list).toContain('What a criminal investigation would rest on: An assault on Sunday.');
  expect(list).toContain('When and how evidence is gathered: Photographs this afternoon.');
});

it('nothing has to be answered, and with nothing written nothing is recorded', async () => {
  await inSession('darlington');
  const again = await (await form('socialWorker')).press('Add to the record', {});
  expect(again.text).toContain('Enter the information.');
  await again.done('Add to the record', { text: 'Seen at home on Monday.' });
});

it.each<[Local, Role, string, string]>([
  ['sandwell', 'school', 'asked.saidAtSchool', 'Asked of education'],
  ['sandwell', 'police', 'asked.interviews', 'Asked of the police'],
  ['practice-standards-2025', 'health', 'asked.medical', 'Asked of health'],
  ['liverpool', 'police', 'asked.violence', 'Asked of the police'],
])('under %s, of %s: %s', async (standard, role, id, heading) => {
  await inSession(standard);
  const asked = await form(role);
  expect(asked.text).toContain(heading);
  await asked.done('Add to the record', { [id]: 'As far as is known today.' });
  expect(await items()).toContain('As far as is known today.');
});

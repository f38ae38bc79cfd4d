import { afterEach, expect, it } from 'vitest';
import type { Convening } from './convening.ts';
import type { Answers } from './screen.ts';
import { begin, type Story } from './story.ts';

let story: Story;
afterEach(() => story.end());

/** Everybody needed is there but the police. */
const meeting = async (told: Convening = {}): Promise<void> => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  await story.convene({ meetsAt: '2026-11-24T14:00', ...told });
  await story.passUntil('2026-11-24T14:00');
  await story.arrive('teamManager', 'socialWorker', 'health');
};

const sergeant = {
  'Their name': 'Sgt Amal Noor',
  'Their agency, in full': 'West Midlands Police',
  'They take part as': 'Police officer',
  'How do you know who they are?': 'I have seen their warrant card or ID',
  'Number of the card, who confirmed it, or another way': 'Warrant card 4471',
};
const present = { mode: 'phone', authority: 'yes' };

const attendanceForm = () =>
  story.chair.press('Record attendance', { saying: [`Strategy discussion ${story.reference}`] });
const record = async (answers: Answers) =>
  (await attendanceForm()).press('Record attendance', { ...present, ...answers });

it('an officer of another force takes the police seat, the card says that the directory does not know them, and the decision counts (Q-2)', async () => {
  await meeting();
  const recorded = await record(sergeant);
  expect(recorded.text).toContain('✔ Sgt Amal Noor is recorded as taking part.');

  // Those taking part see who sits there and that they are not known: not where from, nor the card’s number.
  const shared = await story.chair.agenda();
  expect(shared.text).toContain(
    'Police Dedicated Decision Maker\nSgt Amal Noor, not in the directory: ID seen. By telephone, joined 2pm\nPresent',
  );
  expect(shared.text).not.toMatch(/West Midlands|4471/);

  // The chair sees on whom the decision hangs before it counts.
  const check = await story.chair.fillsDecision();
  expect(check.text).toContain(
    'Police Dedicated Decision Maker: Sgt Amal Noor, West Midlands Police, not in the directory: ID seen (Warrant card 4471).',
  );
  await check.done('Record the decision');
});

it.each<[string, Answers, string]>([
  [
    'a council’s officer as police',
    { 'Their agency, in full': 'Northmoor Borough Council' },
    'Sgt Amal Noor cannot take part as “Police officer”, which belongs to the police, not to Northmoor Borough Council.',
  ],
  [
    'a police officer as health',
    { 'They take part as': 'Named nurse' },
    'Sgt Amal Noor cannot take part as “Named nurse”, which belongs to health, not to West Midlands Police.',
  ],
  [
    'somebody of an agency whose name does not say what it is',
    { 'Their agency, in full': 'Fourth Floor' },
    '“Police officer” belongs to the police, and “Fourth Floor” does not say what kind of agency it is.',
  ],
  [
    'nobody knows who they are',
    { 'How do you know who they are?': '', 'Number of the card, who confirmed it, or another way': '' },
    'Sgt Amal Noor is not in the directory. Say how you know who they are.',
  ],
  [
    'known in a way that is not said',
    {
      'How do you know who they are?': 'In another way: say how below',
      'Number of the card, who confirmed it, or another way': '',
    },
    'Say how you know who they are.',
  ],
])('refused, and the seat stays empty: %s', async (_what, over, sentence) => {
  await meeting();
  const answer = await record({ ...sergeant, ...over });
  expect(answer.text).toContain(sentence);
  await answer.press('Cancel');
  expect((await story.chair.agenda()).text).toContain('Police Dedicated Decision Maker\nDI Tom Reyes\nNo answer');
  const check = await story.chair.fillsDecision();
  await expect(check.done('Record the decision')).rejects.toThrow('Missing: Police Dedicated Decision Maker');
});

it('somebody invited by address is identified when they come, once', async () => {
  const amal = {
    namedName: 'Amal Noor',
    namedRole: 'Police officer',
    namedAgency: 'West Midlands Police',
    namedEmail: 'amal.noor@westmidlands.police.uk',
  };
  await meeting({ people: amal });
  const who = { Who: 'Amal Noor, West Midlands Police (invited, not in the directory)', ...present };
  const asked = await record(who);
  expect(asked.text).toContain('Amal Noor is not in the directory. Say how you know who they are.');
  const known = { 'How do you know who they are?': 'We called back on the switchboard number of their agency' };
  await asked.done('Record attendance', known);
  const seat =
    'Amal Noor, not in the directory: called back on their agency’s number. By telephone, joined 2pm\nPresent';
  expect((await story.chair.agenda()).text).toContain(seat);
  // Recorded again, because their authority came late: nobody is asked twice.
  const again = await record({ Who: 'Amal Noor, West Midlands Police (present, not in the directory)' });
  expect(again.text).toContain('✔ Amal Noor is recorded as taking part.');
  expect((await story.chair.agenda()).text).toContain(seat);
});

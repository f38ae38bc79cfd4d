import { afterEach, expect, it } from 'vitest';
import { questionsOn } from './screen.ts';
import { begin, type Story } from './story.ts';

let story: Story;
afterEach(() => story.end());

const asked = (name: string): string => `emergency.${name}`;
const inLiverpool = async (concern: Readonly<Record<string, string | readonly string[]>> = {}): Promise<void> => {
  story = await begin({ standard: 'liverpool', at: '2026-11-24T10:00' });
  await story.convene({
    concern: { concern: 'Left alone overnight', ...concern },
    others: ['socialWorker'],
    meetsAt: '2026-11-24T14:00',
  });
};
const form = () => story.as('socialWorker').press('Emergency action', { saying: [story.reference] });
const idsAsked = async (): Promise<readonly string[]> =>
  questionsOn((await form()).card)
    .map(({ id }) => id)
    .filter((id) => id.startsWith('emergency.'));

it('planned action without a meeting or the child seen stands, with that to weigh, for whoever recorded it and for the chair (E-2)', async () => {
  await inLiverpool();
  const after = await story.as('socialWorker').recordsEmergencyAction('Taken to her grandmother', {
    [asked('planned')]: 'yes',
    [asked('meetingHeld')]: 'no',
    [asked('legalAdviceNecessary')]: 'yes',
    [asked('legalAdviceTaken')]: 'no',
    [asked('protection')]: 'voluntarySafePlace',
  });
  const toWeigh = [
    '“Has a strategy meeting been held?” should be yes.',
    'Answer “Has the child been seen?”.',
    '“Has it been taken?” should be yes.',
    'Planned emergency action follows a strategy meeting, with the child seen',
  ];
  expect(after.text).toContain('The emergency action is recorded.');
  for (const point of toWeigh) expect(after.text).toContain(point);

  const toChair = await story.letter('teamLeader', 'something to weigh');
  for (const point of [...toWeigh, 'Taken to her grandmother', 'it stands']) expect(toChair.text).toContain(point);
  const shared = (await story.chair.agenda()).text;
  expect(shared).toContain('Emergency action has been recorded (1).');
  for (const point of toWeigh) expect(shared).not.toContain(point);
});

it('police protection is weighed where the risk is not immediate, and everything stands in the record (E-3)', async () => {
  await inLiverpool();
  await story.passUntil('2026-11-24T14:00');
  await story.arrive('teamLeader', 'socialWorker', 'police', 'health');
  const after = await story.chair.recordsEmergencyAction('Taken to a foster carer', {
    [asked('planned')]: 'no',
    [asked('protection')]: 'Police protection',
    [asked('immediateRisk')]: 'no',
  });
  expect(after.text).toContain('“Is the risk immediate?” should be yes.');
  expect(after.text).not.toContain('E-2');
  await expect(story.letter('teamLeader', 'something to weigh')).rejects.toThrow('no letter');

  await story.chair.decides();
  const { text } = await story.letter('police', 'What was decided');
  for (const words of [
    'Taken to a foster carer',
    'How the child is protected: Police protection',
    'Was it planned beforehand?: No',
    'To weigh: “Is the risk immediate?” should be yes.',
  ])
    expect(text).toContain(words);
});

it('it is recorded with nothing answered at all (E-2, E-3)', async () => {
  await inLiverpool();
  const after = await story.as('socialWorker').recordsEmergencyAction('Police protection at 9am');
  expect(after.text).toContain('Answer “Was it planned beforehand?”.');
  expect(after.text).toContain('Fill in “How the child is protected”.');
  expect((await story.chair.agenda()).text).toContain('Emergency action has been recorded (1).');
});

it('an abuser who leaves, with nothing planned, leaves nothing to weigh (E-3)', async () => {
  await inLiverpool();
  const answers = { [asked('planned')]: 'no', [asked('protection')]: 'The alleged abuser leaves' };
  const after = await story.as('socialWorker').recordsEmergencyAction('He has gone to his brother’s', answers);
  expect(after.text).not.toContain('What to weigh');
  await expect(story.letter('teamLeader', 'something to weigh')).rejects.toThrow('no letter');
});

it('whether it was planned is not asked again where planning it was what was reported (E-2)', async () => {
  await inLiverpool({ circumstances: ['emergencyActionPlanned'] });
  expect(await idsAsked()).toEqual(
    ['meetingHeld', 'childSeen', 'legalAdviceNecessary', 'legalAdviceTaken', 'protection', 'immediateRisk'].map(asked),
  );
});

it('a procedure that asks nothing of it has the short form', async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  await story.convene();
  const after = await story.as('socialWorker').recordsEmergencyAction('Taken to her grandmother');
  expect(after.text).not.toContain('What to weigh');
  expect(await idsAsked()).toEqual([]);
});

/** Who is there, from when until when: the decision counts those who were there when it was made. */
import { afterEach, expect, it } from 'vitest';
import { cast } from './cast.ts';
import { questionsOn } from './screen.ts';
import { begin, type Story } from './story.ts';

let story: Story;
afterEach(() => story.end());

const inSession = async (): Promise<void> => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  await story.convene({ meetsAt: '2026-11-24T14:00' });
  await story.passUntil('2026-11-24T14:00');
  await story.arrive();
};
const leaves = (who: 'police' | 'health') => story.as(who).done('I am leaving', { saying: [story.reference] });

it('the card says how each takes part, when they joined and when they left (Q-10)', async () => {
  story = await begin({ standard: 'practice-standards-2025', at: '2026-11-24T10:00' });
  await story.convene({ meetsAt: '2026-11-24T14:00' });
  await story.passUntil('2026-11-24T14:20');
  await story.as('police').here({ mode: 'phone', authority: 'yes', joined: '14:05' });
  await story.chair.recordsAttendance('health', { mode: 'inPerson', joined: '14:10' });
  const card = await story.chair.agenda();
  expect(card.text).toContain('DI Tom Reyes. By telephone, joined 2:05pm\nPresent');
  expect(card.text).toContain('Grace Mensah. In the room, joined 2:10pm\nPresent');

  await story.passUntil('2026-11-24T14:40');
  const left = await leaves('police');
  expect(left.text).toContain('You are recorded as having left at 2:40pm. If you come back, press “I am here”.');
  const after = await story.chair.agenda();
  expect(after.text).toContain('DI Tom Reyes. By telephone, joined 2:05pm, left 2:40pm\nMissing');
  expect(after.text).toContain('In session: not enough to decide yet');
});

it('nobody joins or leaves in the future, or leaves before they joined', async () => {
  await inSession();
  const form = await story.as('police').press('Change how I am taking part', { saying: [story.reference] });
  expect((await form.press('Record that I am here', { authority: 'yes', joined: '18:00' })).text).toContain(
    'Nobody can have joined or left in the future.',
  );
  await form.done('Record that I am here', { authority: 'yes', joined: '13:55' });
  const leaving = await story.chair.press('Record somebody leaving', { saying: [story.reference] });
  const refused = await leaving.press('Record that they left', { person: cast.police, leftAt: '13:50' });
  expect(refused.text).toContain('They joined Tuesday 24 November 2026, 1:55pm, so they cannot have left before that.');
});

it('whoever left before it was decided does not count; decided before they left, it counts (Q-2, Q-10)', async () => {
  await inSession();
  await story.as('police').addsInformation('Two call-outs in March.');
  await story.passUntil('2026-11-24T14:40');
  await leaves('police');
  await story.passUntil('2026-11-24T15:00');
  const check = await story.chair.fillsDecision();
  expect(check.text).toContain('Missing: Police Dedicated Decision Maker');
  expect(check.text).toContain('DI Tom Reyes left at 2:40pm. If it was decided before that, say below when.');
  const refused = await check.press('Record the decision', { endedDate: '2026-11-24', endedTime: '15:00' });
  expect(refused.text).toContain('Nothing was recorded, and nothing you typed is lost.');
  await check.done('Record the decision', {
    ...{ endedDate: '2026-11-24', endedTime: '15:00' },
    ...{ decidedDate: '2026-11-24', decidedTime: '14:35' },
  });
});

it('all have left: the last moment at which they could decide is proposed, and counts unless the chair knows better (Q-2)', async () => {
  await inSession();
  await story.passUntil('2026-11-24T14:40');
  await leaves('police');
  await story.passUntil('2026-11-24T14:50');
  await leaves('health');
  await story.as('socialWorker').done('I am leaving', { saying: [story.reference] });
  await story.passUntil('2026-11-24T21:00');
  const check = await story.chair.fillsDecision();
  expect(check.text).toContain('Everyone has left. All who are needed to decide were there until 2:40pm.');
  expect(check.text).not.toContain('Missing');
  const proposed = Object.fromEntries(questionsOn(check.card).map(({ id, value }) => [id, value]));
  expect(proposed).toMatchObject({ endedDate: '2026-11-24', endedTime: '14:50', decidedTime: '14:40' });
  await check.done('Record the decision');
  expect((await story.letter('socialWorker', 'What follows')).text).toContain(
    'By Wednesday 25 November 2026, 2:40pm: ',
  );
});

it('whoever comes back counts again; the chair records both for somebody on the telephone', async () => {
  await inSession();
  await story.passUntil('2026-11-24T14:30');
  const leaving = await story.chair.press('Record somebody leaving', { saying: [story.reference] });
  await leaving.done('Record that they left', { person: cast.health, leftAt: '14:20' });
  expect((await story.chair.agenda()).text).toContain('joined 2pm, left 2:20pm');
  await story.as('health').here();
  expect((await story.chair.agenda()).text).toContain('Grace Mensah. In Teams, joined 2:30pm\nPresent');
  await story.chair.decides();
});

it('whoever gave information and left early is heard, and has what was recorded (N-1)', async () => {
  story = await begin({ standard: 'sandwell', at: '2026-11-24T10:00' });
  await story.convene({ meetsAt: '2026-11-24T14:00', others: ['paediatrician'] });
  await story.passUntil('2026-11-24T14:00');
  await story.arrive();
  await story.as('paediatrician').here();
  await story.as('paediatrician').addsInformation('The X-ray shows an older break.');
  await story.passUntil('2026-11-24T14:20');
  await story.as('paediatrician').done('I am leaving', { saying: [story.reference] });
  await story.passUntil('2026-11-24T15:00');
  await story.chair.decides();
  expect((await story.letter('paediatrician', 'What was decided')).text).toContain('You took part in');
});

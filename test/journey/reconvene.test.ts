/** A meeting short of its minimum: what was shared and done stands, the decision waits, and they meet again. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { conveneInChannel } from './convening.ts';
import { startCouncil, textOf, until, type Council } from './council.ts';
import { planOfJointEnquiry } from './deciding.ts';
import { eventsOf, recordOf } from './record.ts';
import { agendaOf, arrive, firstPageOfDecision, openDecision } from './takingPart.ts';

let council: Council;
beforeAll(async () => {
  council = await startCouncil();
});
afterAll(async () => {
  expect(council.faults).toEqual([]);
  await council.stop();
});

const onTheAgenda = (words: string) =>
  until(`the agenda card to say “${words}”`, async () => {
    const cards = (await council.as('ellie-vaughan').messages('channel')).map((m) => textOf(m.cards));
    return cards.find((text) => text.includes(words));
  });

it('an inquorate meeting is held on time, and the decision is made at the next one', async () => {
  const manager = council.as('priya-shah');
  const ellie = council.as('ellie-vaughan');
  const { reference } = await conveneInChannel(council);
  const tom = council.as('tom-reyes');
  const invited = await tom.card('chat', 'asks you to take part');
  await tom.press(await tom.press(invited, 'Reply to the invitation'), 'Send my reply', {
    answer: 'acceptWithAuthority',
  });

  // The first meeting: no police after all.
  await arrive(council, ['priya-shah', 'ellie-vaughan', 'grace-mensah']);
  const agenda = await agendaOf(council);
  await ellie.press(await ellie.press(agenda, 'Add information'), 'Add to the record', { text: 'Two bruises.' });
  await ellie.press(await ellie.press(agenda, 'Emergency action'), 'Record the action', {
    action: 'Stays with her grandmother',
    takenBy: 'Ellie Vaughan',
    date: '2026-09-15',
    time: '09:45',
  });
  let form = await openDecision(council);
  form = await manager.press(form, 'Continue', firstPageOfDecision);
  form = await manager.press(form, 'Continue', planOfJointEnquiry);
  const refused = await manager.press(form, 'Record the decision');
  expect(refused.text).toContain('Missing: Police Dedicated Decision Maker');

  // Emergency action brought the deadline forward. It is still ahead: having met short of the minimum does not meet it.
  const again = await manager.press(agenda, 'Change the time');
  expect(again.text).toContain('What has been shared and done stands. Only the decision waits.');
  const time = { date: '2026-09-16', time: '09:30', reason: 'No police decision maker' };
  const beyond = await manager.press(again, 'Set the new time', { ...time, date: '2026-09-17' });
  expect(beyond.text).toContain('The meeting must start by Wednesday 16 September 2026, 9:45am.');
  const set = await manager.press(again, 'Set the new time', time);
  expect(set.text).toContain('The new time is set. Everybody invited is being told.');

  const { discussion } = await recordOf(council, reference);
  expect(discussion).toMatchObject({
    stage: 'convened',
    information: [{ text: 'Two bruises.' }],
    emergencyActions: [{ action: 'Stays with her grandmother' }],
    earlierMeetings: [{ attendance: [{}, {}, {}] }],
    deadline: { rule: 'T-4' },
  });
  const shown = await onTheAgenda(
    'The meeting of Tuesday 15 September 2026, 2pm was inquorate: urgent safeguarding only.',
  );
  expect(shown).toContain('Still to be heard: Police Dedicated Decision Maker.');
  expect(shown).toContain('Emergency action has been recorded (1).');
  expect(shown).toContain('Wednesday 16 September 2026, 9:30am');

  // Everybody is told, and asked again: coming then is not coming now.
  await tom.card('chat', 'has set a new time. Please reply again.');
  const letter = await council.as('carol-tench').letter('New time for strategy discussion');
  expect(letter.text).not.toMatch(/Jo Sample|2019|Two bruises|grandmother/);
  expect(discussion?.invitations.find((i) => i.participant.personId === 'tom-reyes')?.reply.answer).toBe('awaited');

  // The decision form of the first meeting is not the second one's.
  const stale = await manager.press(refused, 'Record the decision');
  expect(stale.text).toContain('Nobody is recorded as present yet.');

  // The second meeting: the police are there.
  await council.setClock(new Date('2026-09-16T09:30:00+01:00'));
  await arrive(council, ['priya-shah', 'ellie-vaughan', 'grace-mensah', 'tom-reyes']);
  form = await openDecision(council);
  expect(form.text).not.toContain(firstPageOfDecision.reasons);
  form = await manager.press(form, 'Continue', firstPageOfDecision);
  form = await manager.press(form, 'Continue', planOfJointEnquiry);
  expect(form.text).toContain('Everyone needed to decide is here.');
  const decided = await manager.press(form, 'Record the decision');
  expect(decided.text).toContain('The decision is recorded');

  expect((await eventsOf(council, reference)).filter((type) => type !== 'attendanceRecorded')).toEqual([
    'discussionConvened',
    'invitationAccepted',
    'informationShared',
    'emergencyActionRecorded',
    'decisionOpened',
    'discussionReconvened',
    'decisionOpened',
    'decisionRecorded',
  ]);
  await council.as('carol-tench').letter('Outcome of strategy discussion');
});

it('before anybody has met, the time moves up to the deadline and no further', async () => {
  await council.setClock(new Date('2026-09-17T09:00:00+01:00'));
  const manager = council.as('priya-shah');
  const day = { receivedDate: '2026-09-17', receivedTime: '08:00' };
  const { reference } = await conveneInChannel(council, {
    referral: day,
    meeting: { date: '2026-09-17', time: '16:00' },
  });
  await onTheAgenda(`Strategy discussion ${reference}`);
  const agenda = await manager.card('channel', `Strategy discussion ${reference}`);
  const form = await manager.press(agenda, 'Change the time');
  expect(form.text).toContain('It must be held by Tuesday 22 September 2026, 11:59pm.');
  const late = await manager.press(form, 'Set the new time', { date: '2026-09-23', time: '09:00', reason: 'Busy' });
  expect(late.text).toContain('The meeting must start by Tuesday 22 September 2026, 11:59pm.');
  expect(late.text).toContain('invite a substitute or have them join by telephone');
  const moved = await manager.press(late, 'Set the new time', {
    date: '2026-09-22',
    time: '09:00',
    reason: 'Room taken',
  });
  expect(moved.text).toContain('The new time is set.');
  expect(await eventsOf(council, reference)).toEqual(['discussionConvened', 'discussionReconvened']);
});

/**
 * Teams re-sends slow invokes, sometimes under a new activity id. Here every press of the main story reaches the bot four
 * times at once, every other one under new ids, and the command that starts it four times as well.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { deliver, personNamed, said } from '../teams/activities.ts';
import { conveneInChannel } from './convening.ts';
import { startCouncil, textOf, until, type Council } from './council.ts';
import { planOfJointEnquiry } from './deciding.ts';
import { recordOf } from './record.ts';
import { agendaOf, arrive, firstPageOfDecision, openDecision } from './takingPart.ts';

let council: Council;
beforeAll(async () => {
  council = await startCouncil();
});
afterAll(async () => {
  expect(council.faults).toEqual([]);
  await council.stop();
});

const copies = (activityId: 'same' | 'new') => ({ kind: 'invokeRedelivery', copies: 3, activityId, times: 1 });

it('four-fold delivery of every command has exactly one effect', async () => {
  const manager = council.as('priya-shah');
  await council.api(
    'POST',
    'faults',
    Array.from({ length: 100 }, (_, i) => copies(i % 2 === 0 ? 'same' : 'new')),
  );

  // The typed command, four times under one id: one form.
  const typed = said(council, personNamed('priya-shah'), '/strategy', { mention: true, id: '1789459200000' });
  await Promise.all([1, 2, 3, 4].map(() => deliver(council, typed)));
  const announced = await manager.card('channel', 'New strategy discussion');
  const offered = (await manager.messages('channel')).filter((m) =>
    textOf(m.cards).includes('New strategy discussion'),
  );
  expect(offered).toHaveLength(1);

  const { reference, shown } = await conveneInChannel(council, { announced, people: { others: 'ruth-ellison' } });
  expect(shown.text).toContain(reference);

  const tom = council.as('tom-reyes');
  const invited = await tom.card('chat', 'asks you to take part');
  await tom.press(await tom.press(invited, 'Reply to the invitation'), 'Send my reply', {
    answer: 'acceptWithAuthority',
  });
  await arrive(council, ['priya-shah', 'ellie-vaughan', 'grace-mensah']);

  const ellie = council.as('ellie-vaughan');
  const agenda = await agendaOf(council);
  await ellie.press(await ellie.press(agenda, 'Add information'), 'Add to the record', { text: 'Seen on Monday.' });
  await ellie.press(await ellie.press(agenda, 'Emergency action'), 'Record the action', {
    action: 'Stays with her grandmother',
    takenBy: 'Ellie Vaughan',
    date: '2026-09-15',
    time: '09:30',
  });

  let form = await openDecision(council);
  form = await manager.press(form, 'Continue', firstPageOfDecision);
  form = await manager.press(form, 'Continue', planOfJointEnquiry);
  const refused = await manager.press(form, 'Record the decision');
  expect(refused.text).toContain('Missing: Police Dedicated Decision Maker');
  const attendance = await manager.press(agenda, 'Record attendance');
  await manager.press(attendance, 'Record attendance', { person: 'sam-whitlock', mode: 'phone', authority: 'yes' });
  const decided = await manager.press(refused, 'Record the decision');
  expect(decided.text).toContain('The decision is recorded');

  const left = await council.api<readonly unknown[]>('GET', 'faults');
  expect(left.length, 'presses were delivered four-fold').toBeLessThan(80);

  const { commits } = await recordOf(council, reference);
  expect(commits.flatMap((c) => c.events.map((e) => e.type))).toEqual([
    'discussionConvened',
    'invitationAccepted',
    'attendanceRecorded',
    'attendanceRecorded',
    'attendanceRecorded',
    'informationShared',
    'emergencyActionRecorded',
    'decisionOpened',
    'attendanceRecorded',
    'decisionRecorded',
  ]);

  // And each person is told each thing once.
  await council.as('carol-tench').letter('Outcome of strategy discussion');
  await until('every message to be settled', async () => {
    const { notices } = await recordOf(council, reference);
    const messages = notices.filter((n) => ['invitation', 'outcome'].includes(n.notice.kind));
    return messages.every((n) => n.delivery.status === 'sent' || n.delivery.status === 'superseded') ? true : undefined;
  });
  const subjects = (await council.as('carol-tench').mail()).map((m) => m.subject).sort();
  expect(subjects).toEqual([
    `Invitation to strategy discussion ${reference}`,
    `Outcome of strategy discussion ${reference}`,
  ]);
  const toSchool = (await council.as('ruth-ellison').messages('chat')).map((m) => textOf(m.cards));
  expect(toSchool.filter((text) => text.includes('asks you to take part'))).toHaveLength(1);
  expect(toSchool.filter((text) => text.includes('The outcome of a strategy discussion'))).toHaveLength(1);
});

it('so has that of whatever is recorded beside the main story', async () => {
  const manager = council.as('priya-shah');
  const { reference } = await conveneInChannel(council);
  await arrive(council, ['priya-shah', 'ellie-vaughan']);
  await council.api('DELETE', 'faults');
  await council.api(
    'POST',
    'faults',
    Array.from({ length: 60 }, (_, i) => copies(i % 2 === 0 ? 'same' : 'new')),
  );
  const own = () => council.as('victor-lane').card('channel', `${reference}: take part`);
  const opened = async (title: string) => manager.press(await manager.press(await own(), 'Show what I can do'), title);
  const chosen = async (title: string, of: string) => manager.press(await opened(title), 'Continue', { of });

  const another = await chosen('Add or correct a child', 'another');
  const kim = { name: 'Kim Sample', initials: 'K.S.', birthKind: 'born', birthDate: '2021-05-04', reason: 'Sister' };
  await manager.press(another, 'Add the child', kim);
  await manager.press(await chosen('Details of child and household', 'B'), 'Save', { gp: 'Dr Osei' });
  await manager.press(await chosen('Details of child and household', 'new'), 'Save', { name: 'Ann Sample' });
  const action = await manager.press(await opened('Actions'), 'Add an action');
  await manager.press(action, 'Add this action', { step: 'Ring', person: 'ellie-vaughan', due: '2026-09-16' });
  await manager.press(await opened('Hand over'), 'Hand it over', {
    part: 'chair',
    person: 'martin-okafor',
    reason: 'On leave',
  });

  const { commits } = await recordOf(council, reference);
  expect(commits.flatMap((c) => c.events.map((e) => e.type)).slice(-5)).toEqual([
    'childrenChanged',
    'detailsRecorded',
    'detailsRecorded',
    'actionAgreed',
    'handedOver',
  ]);
});

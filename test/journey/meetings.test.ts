/** The meeting in the calendars of the council, made through Microsoft Graph, and what happens when Graph does not answer. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createGraphMeetings } from '../../src/meetings/graph.ts';
import { instant } from '../../src/practice/time/instant.ts';
import { councilTenantId } from '../../src/rehearsal/fictionalPerson.ts';
import type { KeptEvent } from '../meetings/graphCalendar.ts';
import { organiser, startGraph, token, type GraphServer } from '../meetings/graphServer.ts';
import { conveneInChannel } from './convening.ts';
import { startCouncil, textOf, until, type Council, type Mail, type Message } from './council.ts';
import { recordOf } from './record.ts';

const timeout = 60_000;

let graph: GraphServer;
let council: Council;
beforeEach(async () => {
  graph = await startGraph();
  const send = createGraphMeetings({
    organiser,
    token: () => Promise.resolve(token),
    clock: () => instant(now()),
    baseUrl: graph.url,
    timeoutMs: 2_000,
  });
  council = await startCouncil({ at: start, meetings: { send, tenantId: councilTenantId } });
});
afterEach(async () => {
  // Whatever happened: nothing Graph was ever asked says who or what it is about.
  for (const { raw } of graph.received) expect(raw).not.toMatch(/Jo Sample|J\.S\.|2019|marks|arms|Carol|Acorns/);
  // A clock that jumps ends the leases of what is being sent.
  expect(council.faults.filter((line) => !line.includes('leaseLost'))).toEqual([]);
  await council.stop();
  await graph.close();
});

const start = new Date('2026-09-15T10:00:00+01:00');
const now = (): Date => start;
const at = (time: string): Date => new Date(`2026-09-15T${time}+01:00`);

/** Time passes. */
const skipTo = (time: string): Promise<void> => council.setClock(at(time));

const online = { format: 'video', where: '' };
const event = (): Promise<KeptEvent> =>
  until('an event in the calendar', () => Promise.resolve([...graph.calendar.events.values()][0]));

/** The newest message in somebody's own chat that says this, waiting past the next poll. */
const news = (person: string, text: string): Promise<Message> =>
  until(
    `“${text}” for ${person}`,
    async () =>
      (await council.as(person).messages('chat')).findLast((m) => m.cards.some((c) => textOf(c).includes(text))),
    15_000,
  );

const agenda = (reference: string, saying: string): Promise<Message> =>
  until(`the agenda to say “${saying}”`, async () =>
    (await council.as('priya-shah').messages('channel')).findLast(
      (m) => textOf(m.cards).includes(reference) && textOf(m.cards).includes(saying),
    ),
  );

const buttonsOf = ({ cards }: Message): string => JSON.stringify(cards);

const calendarOf = async (letter: Mail): Promise<string> => {
  const response = await fetch(`${council.origin}/rehearsal/api/mail/source/${letter.id}/attachments/0`);
  return (await response.text()).replaceAll(/\r?\n /g, '');
};

it(
  'a video call needs no joining details: the meeting is made, and its link is in every invitation',
  { timeout },
  async () => {
    const { reference, shown } = await conveneInChannel(council, {
      meeting: online,
      people: { others: 'sam-whitlock' },
    });
    expect(shown.text).toContain(`Convened as ${reference}`);
    const { joinUrl, attendees, subject, sensitivity } = await event();
    expect({ subject, sensitivity }).toEqual({
      subject: `Strategy discussion ${reference}`,
      sensitivity: 'confidential',
    });
    // In the council's Teams: in the calendar. By e-mail only: a calendar file with the letter, and nobody has two.
    expect(attendees).toContain('tom.reyes@exampleshire.police.uk');
    expect(attendees).not.toContain('sam.whitlock@exampleshire.police.uk');

    const invited = await news('tom-reyes', 'asks you to take part');
    expect(textOf(invited.cards)).toContain('In Teams: press “Join the meeting”');
    expect(buttonsOf(invited)).toContain(`"url":"${joinUrl ?? 'no link'}"`);
    const letter = await council.as('carol-tench').letter(`Invitation to strategy discussion ${reference}`);
    expect(letter.text).toContain(`Where: In Teams: ${joinUrl ?? 'no link'}`);
    expect(await calendarOf(letter)).toContain(`LOCATION:In Teams: ${joinUrl ?? 'no link'}`);
    expect(buttonsOf(await agenda(reference, 'In Teams: press'))).toContain('Join the meeting');

    const { commits } = await recordOf(council, reference);
    const events = commits.flatMap((c) => c.events.map((e) => [e.type, c.actor.via]));
    expect(events).toEqual([
      ['discussionConvened', 'teams'],
      ['onlineMeetingMade', 'system'],
    ]);
  },
);

it('the entry follows the discussion: moved, one more invited, stood down', { timeout }, async () => {
  const { reference } = await conveneInChannel(council, { meeting: online });
  const made = await event();
  expect(made.start).toBe('2026-09-15T13:00:00');
  const manager = council.as('priya-shah');
  const first = await agenda(reference, 'In Teams: press');
  await news('tom-reyes', 'asks you to take part');

  const form = await manager.press(first, 'Change the time');
  expect(form.text).toContain('leave empty for a Teams meeting to be made');
  await manager.press(form, 'Set the new time', { date: '2026-09-15', time: '15:30', reason: 'Police' });
  await until('the event to be moved', async () => {
    const { start: startsAt } = await event();
    return startsAt === '2026-09-15T14:30:00' ? true : undefined;
  });
  const moved = await news('tom-reyes', 'has set a new time');
  expect(buttonsOf(moved)).toContain(`"url":"${made.joinUrl ?? 'no link'}"`);

  const shown = await agenda(reference, '3:30pm');
  const invite = await manager.forge(shown, {
    type: 'Action.Execute',
    verb: 'invite.open',
    data: { reference, nonce: 'n' },
  });
  await manager.press(invite, 'Invite them', { person: 'ruth-ellison', insteadOf: '' });
  await until('her to be invited by Exchange', () =>
    Promise.resolve(
      graph.calendar.written.find(
        (w) => w.to === 'ruth.ellison@meadowlane.exampleshire.sch.uk' && w.what === 'invited',
      ),
    ),
  );

  await manager.say('chat', `/strategy cancel ${reference}`);
  await manager.press(await news('priya-shah', 'Stand it down'), 'Stand it down', {
    because: 'other',
    reason: 'Entered twice',
  });
  const told = await until('Exchange to tell everybody', () =>
    Promise.resolve(graph.calendar.written.find((w) => w.what === 'cancelled')),
  );
  expect(told.comment).toBe(`Strategy discussion ${reference} is not going ahead.`);
  expect(graph.calendar.events.size).toBe(0);
  expect(graph.received.filter((r) => r.method === 'POST' && r.path.endsWith('/events'))).toHaveLength(1);
});

it('Graph is down at convening: invitations wait a little, go without, and the link follows', { timeout }, async () => {
  graph.down = { status: 503, code: 'ErrorServerBusy' };
  const { reference } = await conveneInChannel(council, { meeting: online });
  await until('Graph to be asked', () => Promise.resolve(graph.received[0]));
  expect((await council.as('tom-reyes').messages('chat')).map((m) => textOf(m.cards)).join()).not.toContain(reference);

  await skipTo('10:02:00');
  const invited = await news('tom-reyes', 'asks you to take part');
  expect(textOf(invited.cards)).toContain('Priya Shah will send you the joining details.');
  const letter = await council.as('carol-tench').letter(`Invitation to strategy discussion ${reference}`);
  expect(letter.text).toContain('Where: In Teams. Priya Shah will send you the joining details.');

  graph.down = null;
  await skipTo('10:30:00');
  const { joinUrl } = await event();
  const details = await news('tom-reyes', 'How to join');
  expect(buttonsOf(details)).toContain(`"url":"${joinUrl ?? 'no link'}"`);
  const later = await council.as('carol-tench').letter(`How to join strategy discussion ${reference}`);
  expect(later.text).toContain(joinUrl);
  expect(await calendarOf(later)).toMatch(/SEQUENCE:1/);
});

it(
  'Graph refuses: the convenor is told what to do, says how to join, and everybody hears that',
  { timeout },
  async () => {
    graph.down = { status: 403, code: 'ErrorAccessDenied' };
    await conveneInChannel(council, { meeting: online });
    const task = await news('priya-shah', 'The Teams meeting could not be made');
    expect(textOf(task.cards)).toContain('This service may not use that calendar');
    expect(textOf(task.cards)).toContain('Set the time and place again');
    // Nobody waits for what will not come.
    await news('tom-reyes', 'asks you to take part');

    const manager = council.as('priya-shah');
    const form = await manager.press(task, 'Say how to join');
    const set = await manager.press(form, 'Set the new time', { where: 'Dial 01632 960001', reason: 'No link' });
    expect(set.text).toContain('The new place is set');
    const joining = await news('tom-reyes', 'This is how to join. The time is the same as before.');
    expect(textOf(joining.cards)).toContain('Dial 01632 960001');

    // Once it may, the meeting is entered as it is now.
    graph.down = null;
    await skipTo('10:40:00');
    await until('the event', () => Promise.resolve([...graph.calendar.events.values()][0]), 15_000);
    expect(await event()).toMatchObject({ location: 'Dial 01632 960001', isOnlineMeeting: false });
  },
);

it('the link does not come: half an hour before the meeting the convenor is told', { timeout }, async () => {
  graph.calendar.linksComeLater = true;
  const { reference } = await conveneInChannel(council, { meeting: online });
  await event();
  await skipTo('10:02:00');
  await news('tom-reyes', 'asks you to take part');
  await skipTo('13:31:00');
  const task = await news('priya-shah', 'The Teams meeting could not be made');
  expect(textOf(task.cards)).toContain('The meeting is in the calendar but has no link yet');
  graph.calendar.fillLinks();
  await skipTo('13:33:00');
  await news('tom-reyes', 'How to join');
  expect((await agenda(reference, 'In Teams: press')).id).not.toBe('');
});

it(
  'what the convenor typed as joining details stays so; the meeting is in the calendar all the same',
  { timeout },
  async () => {
    await conveneInChannel(council, { meeting: { format: 'video', where: 'Police bridge, 01632 960002' } });
    expect(await event()).toMatchObject({ location: 'Police bridge, 01632 960002', isOnlineMeeting: false });
    expect(textOf((await news('tom-reyes', 'asks you to take part')).cards)).toContain('Police bridge, 01632 960002');
  },
);

it('a meeting in person needs a place, Graph or not', { timeout }, async () => {
  const { shown } = await conveneInChannel(council, { meeting: { format: 'meeting', where: '' } });
  expect(shown.text).toContain('Say where the meeting is or how to join it.');
  expect(graph.received).toEqual([]);
});

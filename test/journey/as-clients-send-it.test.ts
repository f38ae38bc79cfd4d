/** What real clients and people send is read, not refused; and what somebody typed is said again to nobody else. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerTo } from './answers.ts';
import { conveneInChannel } from './convening.ts';
import { startCouncil, textOf, type Council } from './council.ts';
import { recordOf } from './record.ts';

let council: Council;
beforeAll(async () => {
  council = await startCouncil();
});
afterAll(async () => {
  expect(council.faults).toEqual([]);
  await council.stop();
});

it.each([
  ['25/09/2026', '2.30 PM', '2026-09-16T13:30:00.000Z'],
  ['2026-09-25T00:00:00Z', '14:30:00', '2026-09-16T13:30:00.000Z'],
  ['25 Sept 2026', '1430', '2026-09-16T13:30:00.000Z'],
])('a new time typed as %s, %s', async (date, time, at) => {
  const { reference } = await conveneInChannel(council, { referral: { receivedDate: '2026-09-15' }, concern: {} });
  const part = await council.as('victor-lane').card('channel', `${reference}: take part`);
  const chair = council.as('priya-shah');
  const form = await chair.press(await chair.press(part, 'Show what I can do'), 'Change the time');
  const shown = await chair.press(form, 'Set the new time', { date, time, reason: 'The room was taken' });
  // Beyond the limit of this procedure it is refused by its time, so it was read.
  expect(shown.text).toContain('The meeting must start by Friday 18 September 2026, 11:59pm.');
  const near = await chair.press(form, 'Set the new time', {
    date: date.replace('25', '16'),
    time,
    reason: 'The room was taken',
  });
  expect(near.text).toContain('The new time is set.');
  const { discussion } = await recordOf(council, reference);
  expect(discussion?.meeting.startsAt).toBe(at);
});

it('a date that can be read in two ways is asked about, with what was typed still there', async () => {
  const { reference } = await conveneInChannel(council);
  const part = await council.as('victor-lane').card('channel', `${reference}: take part`);
  const chair = council.as('priya-shah');
  const form = await chair.press(await chair.press(part, 'Show what I can do'), 'Change the time');
  const shown = await chair.press(form, 'Set the new time', { date: '09/10/2026', time: '14:30', reason: 'Snow' });
  expect(shown.text).toMatch(/is it .*9 October 2026 or .*10 September 2026\?/);
  expect(JSON.stringify(shown.card)).toContain('Snow');
});

it('a date of birth as somebody writes it', async () => {
  const { reference } = await conveneInChannel(council, { child: { birthDate: '25/3/2019' } });
  const { discussion } = await recordOf(council, reference);
  expect(discussion?.children[0]?.birth).toEqual({ kind: 'born', on: '2019-03-25' });
});

it('a name is one line: nothing in it sets anything below it', async () => {
  const { reference } = await conveneInChannel(council, {
    referral: { referrerName: 'Carol\nBcc: x\u202e\u200b Tench\n\nURGENT: pay' },
  });
  const { discussion } = await recordOf(council, reference);
  expect(discussion?.referral.referrer.name).toBe('Carol Bcc: x Tench URGENT: pay');
});

it('half a character in what is written goes out as a mark, and the notice with it', async () => {
  const { reference } = await conveneInChannel(council, { concern: { concern: 'A bruise \ud83d on the arm' } });
  const invited = await council.as('tom-reyes').card('chat', 'A bruise');
  expect(textOf(invited.cards)).toContain('A bruise \ufffd on the arm');
  expect((await recordOf(council, reference)).discussion?.concern).toBe('A bruise \ufffd on the arm');
});

describe('a mistyped line', () => {
  const line = '/strategy Jo Sample born 1 March';
  it('in a channel is said again to nobody', async () => {
    const how = { place: 'channel', mention: true, reader: council.as('tom-reyes') };
    const answer = await answerTo(council.as('priya-shah'), line, how);
    expect(textOf(answer.cards)).toContain('That is not something I know.');
    expect(textOf(answer.cards)).not.toMatch(/Jo|Sample/);
  });

  it('in somebody’s own chat is', async () => {
    await council.as('priya-shah').say('chat', 'please help Jo');
    await council.as('priya-shah').card('chat', '“please help Jo” is not something I know.');
  });
});

it.each(['help', 'Help!', '/help'])('“%s” alone in somebody’s own chat is help', async (line) => {
  const answer = await answerTo(council.as('nadia-hussain'), line);
  expect(textOf(answer.cards)).toContain('What you can type:');
  expect(textOf(answer.cards)).not.toContain('not something I know');
});

it.each(['/strategy REF', '/strategy show “REF”.', '/strategy show ref'])('“%s” shows it', async (typed) => {
  const { reference } = await conveneInChannel(council);
  const written = typed.replace('REF', reference.replace('-', '\u2011')).replace('ref', reference.toLowerCase());
  await council.as('priya-shah').say('chat', written);
  await council.as('priya-shah').card('chat', `Strategy discussion ${reference}`);
});

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { conveneInChannel } from '../journey/convening.ts';
import { startCouncil, textOf, type Council } from '../journey/council.ts';
import { openReferences, recordOf, type Recorded } from '../journey/record.ts';
import type { Activity } from '../../src/rehearsal/activity.ts';
import { deliver, personNamed, pressed, said } from './activities.ts';

let council: Council;
let reference: string;
let before: Recorded;
const priya = personNamed('priya-shah');

beforeAll(async () => {
  council = await startCouncil();
  ({ reference } = await conveneInChannel(council));
  before = await recordOf(council, reference);
});
afterEach(async () => {
  const after = await recordOf(council, reference);
  expect(after.commits).toEqual(before.commits);
  expect(await openReferences(council)).toEqual([reference]);
});
afterAll(async () => {
  const ours = council.faults.filter((line) => !line.includes('"turnedAway"'));
  expect(ours, 'a strange press is no fault of ours').toEqual([]);
  await council.stop();
});

const execute = (over: object): Activity => ({ type: 'Action.Execute', ...over });
const refusal = (message: string) => ({
  status: 200,
  body: { statusCode: 400, type: 'application/vnd.microsoft.error', value: { code: 'BadRequest', message } },
});
const unreadable = refusal('This button or form could not be read. Nothing was changed.');
const notOurs = refusal('This button is not one of ours any more. Type /strategy help.');
const cannot = refusal('This is not something the bot can do. Nothing was changed.');

describe('a press that no card of ours can have sent is refused, and nothing is changed', () => {
  it.each<[string, Activity, object]>([
    ['a verb that is a number', execute({ verb: 42, data: {} }), unreadable],
    ['a verb that is an object', execute({ verb: { $ne: null }, data: {} }), unreadable],
    ['no verb', execute({ data: {} }), unreadable],
    ['no data', execute({ verb: 'reply.open' }), unreadable],
    ['data that is text', execute({ verb: 'reply.open', data: 'reference' }), unreadable],
    ['data that is a list', execute({ verb: 'reply.open', data: [1, 2] }), unreadable],
    ['an unknown verb', execute({ verb: 'discussion.delete', data: {} }), notOurs],
    ['a verb every object has', execute({ verb: 'constructor', data: {} }), notOurs],
    ['another such verb', execute({ verb: '__proto__', data: {} }), notOurs],
    ['no reference', execute({ verb: 'reply.open', data: {} }), unreadable],
    ['a reference that is a number', execute({ verb: 'standDown.send', data: { reference: 7 } }), unreadable],
    [
      'a reference of a thousand letters',
      execute({ verb: 'agenda.show', data: { reference: 'S'.repeat(1000) } }),
      unreadable,
    ],
    [
      'a nonce that is an object',
      execute({ verb: 'reply.send', data: { reference: 'SD-ABC234', nonce: {} } }),
      unreadable,
    ],
    [
      'a revision that is text',
      execute({ verb: 'convene.child', data: { reference: 'SD-ABC234', revision: 'x' } }),
      unreadable,
    ],
  ])('%s', async (_name, action, answer) => {
    expect(await deliver(council, pressed(council, priya, action))).toEqual(answer);
  });
});

describe('an invoke that is not a button of a card is refused', () => {
  it.each(['task/fetch', 'task/submit', 'composeExtension/query', 'signin/verifyState', 'nonsense'])(
    '%s',
    async (name) => {
      const invoke = { ...pressed(council, priya, execute({ verb: 'standDown.send', data: { reference } })), name };
      expect(await deliver(council, invoke)).toEqual(cannot);
    },
  );

  it('a search that is none finds nobody', async () => {
    const action = execute({ verb: 'standDown.send', data: { reference } });
    const invoke = { ...pressed(council, priya, action), name: 'application/search' };
    const nobody = { type: 'application/vnd.microsoft.search.searchResponse', value: { results: [] } };
    expect(await deliver(council, invoke)).toEqual({ status: 200, body: nobody });
  });

  it('a button of another kind', async () => {
    const invoke = pressed(council, priya, { type: 'Action.Submit', verb: 'standDown.send', data: { reference } });
    expect(await deliver(council, invoke)).toEqual(cannot);
  });

  it('without a value', async () => {
    const invoke = { ...pressed(council, priya, execute({})), value: undefined };
    expect(await deliver(council, invoke)).toEqual(cannot);
  });
});

describe('a refresh by somebody’s client changes nothing, whatever it asks for', () => {
  it.each([
    ['standDown.send', { because: 'other', reason: 'by itself' }],
    ['reply.send', { answer: 'acceptWithAuthority' }],
    ['convene.meeting', {}],
    ['decision.record', {}],
  ])('%s', async (verb, data) => {
    const action = execute({ verb, data: { reference, nonce: 'n', ...data } });
    expect(await deliver(council, pressed(council, priya, action, 'automatic'))).toEqual(unreadable);
  });
});

describe('what is not an activity does not reach the bot', () => {
  it.each<[string, unknown, number]>([
    ['nothing', {}, 400],
    ['a list', [], 400],
    ['an activity without an address to answer', { type: 'message' }, 400],
    ['an activity without anybody', { type: 'message', serviceUrl: 'http://127.0.0.1/' }, 400],
  ])('%s', async (_name, activity, status) => {
    expect((await deliver(council, activity)).status).toBe(status);
  });

  it.each([
    ['an address elsewhere', 'https://evil.example/'],
    ['an address that only begins like ours', 'http://127.0.0.1.evil.example/'],
    ['an address that is none', 'not a url'],
  ])('%s', async (_name, serviceUrl) => {
    expect((await deliver(council, { ...said(council, priya, 'Hello'), serviceUrl })).status).toBe(401);
  });

  it('text that is not JSON, and more than any form holds', async () => {
    const post = (body: string) =>
      fetch(`${council.origin}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
    expect((await post('{')).status).toBe(400);
    expect((await post(JSON.stringify({ type: 'message', text: 'x'.repeat(300_000) }))).status).toBe(413);
  });
});

it('a message that is a form without words gets help, and nothing else', async () => {
  const form = { ...said(council, priya, ''), text: undefined };
  expect((await deliver(council, { ...form, value: { verb: 'standDown.send', reference } })).status).toBe(200);
  const help = await council.as('priya-shah').card('channel', 'What you can type');
  expect(textOf(help.cards)).toContain('/strategy cancel REF');
});

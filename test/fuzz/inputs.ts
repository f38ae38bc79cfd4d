/** What may come in, made to look like what does: activities, presses, typed lines, links and tokens, each a little or very wrong. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { handlers } from '../../src/teams/verbs.ts';

const people = ['nobody', 'elsewhere', 'uninvited', 'chair', 'socialWorker', 'police'] as const;
export type Person = (typeof people)[number];
/** They have no part in any discussion, so nothing they send changes one or shows them anything of it. */
export const outsiders: readonly Person[] = ['nobody', 'elsewhere', 'uninvited'];

export type Input =
  | {
      readonly on: 'press';
      readonly who: Person;
      readonly verb: string;
      readonly data: unknown;
      readonly isAutomatic: boolean;
    }
  | {
      readonly on: 'typed';
      readonly who: Person;
      readonly text: string;
      readonly shape: Readonly<Record<string, unknown>>;
    }
  | { readonly on: 'activity'; readonly who: Person; readonly over: Readonly<Record<string, unknown>> }
  | {
      readonly on: 'link';
      readonly cut: number;
      readonly put: string;
      readonly form: Readonly<Record<string, string>> | null;
    }
  | {
      readonly on: 'token';
      readonly signer: 'channel' | 'otherChannel' | 'stranger' | 'none' | 'publicKey';
      readonly claims: Readonly<Record<string, unknown>>;
      readonly cut: number | null;
    };

const cards = new URL('../../cards/', import.meta.url);
/** The names of everything our forms ask, so that what is sent lands somewhere. */
const fields = [
  ...new Set(
    readdirSync(cards)
      .filter((file) => file.endsWith('.json'))
      .flatMap((file) => [...readFileSync(new URL(file, cards), 'utf8').matchAll(/"id": "([\w.]+)"/g)])
      .map(([, id]) => id ?? ''),
  ),
];

const odd = [
  '\ud800',
  '\udfff\ud83d',
  '\u202e\u200b\u0000\u0007',
  '${name} ${$data}',
  '{{DATE(2026-01-01T00:00:00Z)}}',
  '</p><script>alert(1)</script>',
  '[a](javascript:alert(1)) **b** `c`',
  'Sub\r\nBcc: x@x.example\r\n\r\nURGENT',
  '__proto__',
  '../../etc/passwd',
  "'; DROP TABLE commits; --",
  '<p '.repeat(2_000),
  '&amp;'.repeat(1_000),
  ' '.repeat(5_000),
  '31/02/2026',
  '25:61',
  '-1',
  '9'.repeat(400),
];
const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...odd) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('yes', 'no', '2026-09-15', '10:30', 'priya-shah', 'tom-reyes', 's47Joint', ''),
  },
);
const value = fc.oneof(
  { weight: 6, arbitrary: text },
  { weight: 1, arbitrary: fc.oneof(fc.integer(), fc.boolean(), fc.constant(null), fc.array(text, { maxLength: 3 })) },
);
/** `REAL` and `DECIDED` are discussions there are. */
const reference = fc.constantFrom('REAL', 'REAL', 'DECIDED', 'SD-222222', 'REAL:decision:0', 'real', '', '__proto__');
const form = fc.dictionary(fc.oneof(fc.constantFrom(...fields), fc.string({ maxLength: 12 })), value, { maxKeys: 10 });
const data = fc
  .tuple(
    form,
    fc.record(
      {
        reference,
        nonce: fc.constantFrom('REAL', 'REAL.1', 'n', ''),
        revision: fc.oneof(fc.integer({ min: -1, max: 9 }), text),
        childId: fc.constantFrom('A', 'B', ''),
        notice: fc.oneof(fc.constant('REAL/1/invitation/tom-reyes'), text),
        to: fc.constantFrom('child', 'people', 'meeting', 'x'),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([typed, carried]) => ({ ...typed, ...carried }));

const someone = fc.constantFrom(...people);
const press: fc.Arbitrary<Input> = fc.record({
  on: fc.constant('press' as const),
  who: someone,
  verb: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...Object.keys(handlers)) },
    { weight: 1, arbitrary: fc.constantFrom('constructor', 'toString', '__proto__', '', 'x'.repeat(300)) },
  ),
  data: fc.oneof({ weight: 9, arbitrary: data }, { weight: 1, arbitrary: fc.oneof(value, fc.jsonValue()) }),
  isAutomatic: fc.boolean(),
});

const command = fc.constantFrom(
  '/strategy',
  'strategy',
  '/STRATEGY',
  '/strategy show',
  '/strategy cancel',
  '/strategy actions',
  '/strategy list',
  'help',
  '<at>Strategy</at> /strategy show',
  '<quoted messageId="1"/> /strategy',
);
const typed: fc.Arbitrary<Input> = fc.record({
  on: fc.constant('typed' as const),
  who: someone,
  text: fc.tuple(command, fc.oneof(reference, text)).map((words) => words.join(' ')),
  shape: fc.record(
    {
      type: fc.constantFrom('message', 'messageUpdate'),
      entities: fc.array(
        fc.record({ type: fc.constantFrom('mention', 'Mention', 'clientInfo'), text: value }, { requiredKeys: [] }),
        { maxLength: 3 },
      ),
      recipient: fc.constantFrom({ id: '28:bot', isTargeted: true }, { id: '28:bot' }),
      value: value,
    },
    { requiredKeys: [] },
  ),
});

const activity: fc.Arbitrary<Input> = fc.record({
  on: fc.constant('activity' as const),
  who: someone,
  over: fc.dictionary(
    fc.constantFrom(
      'type',
      'id',
      'name',
      'from',
      'recipient',
      'conversation',
      'channelData',
      'value',
      'action',
      'text',
      'channelId',
      'serviceUrl',
      'membersAdded',
      'entities',
      'attachments',
      'replyToId',
    ),
    fc.oneof(
      {
        weight: 2,
        arbitrary: fc.constantFrom<unknown>(
          'invoke',
          'conversationUpdate',
          'installationUpdate',
          'messageReaction',
          'endOfConversation',
          'event',
          'typing',
          undefined,
          'add',
          'task/fetch',
          'adaptiveCard/action',
        ),
      },
      { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
      { weight: 1, arbitrary: text },
    ),
    { maxKeys: 5 },
  ),
});

const link: fc.Arbitrary<Input> = fc.record({
  on: fc.constant('link' as const),
  cut: fc.integer({ min: 0, max: 90 }),
  put: fc.oneof(fc.constantFrom('', 'A', '.', '%00', '..%2f', '%'), fc.string({ maxLength: 8 })),
  form: fc.option(
    fc.dictionary(
      fc.constantFrom(
        'answer',
        'authority',
        'reason',
        'substituteName',
        'substituteEmail',
        'substituteRole',
        'information',
        'seen',
        'text',
      ),
      text,
      { maxKeys: 6 },
    ),
    { nil: null },
  ),
});

const token: fc.Arbitrary<Input> = fc.record({
  on: fc.constant('token' as const),
  signer: fc.constantFrom('channel', 'otherChannel', 'stranger', 'none', 'publicKey'),
  claims: fc.dictionary(
    fc.constantFrom('iss', 'aud', 'exp', 'nbf', 'serviceurl', 'appid', 'tid', 'sub'),
    fc.oneof(value, fc.constantFrom(1, 4_102_444_800)),
    { minKeys: 1, maxKeys: 4 },
  ),
  cut: fc.option(fc.integer({ min: 0, max: 400 }), { nil: null }),
});

export const inputs: fc.Arbitrary<Input> = fc.oneof(
  { weight: 8, arbitrary: press },
  { weight: 3, arbitrary: typed },
  { weight: 3, arbitrary: activity },
  { weight: 3, arbitrary: link },
  { weight: 3, arbitrary: token },
);

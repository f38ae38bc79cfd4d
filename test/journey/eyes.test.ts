/** Who is shown what, where: one discussion to its end, and everything the bot sent or showed to anybody searched for every kind of fact. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { conveneInChannel } from './convening.ts';
import { startCouncil, textOf, until, type Council } from './council.ts';
import { planOfJointEnquiry } from './deciding.ts';
import { agendaOf, arrive, firstPageOfDecision, openDecision } from './takingPart.ts';

/** What tells each kind of fact, wherever it stands. */
const facts = {
  name: /Quillfeather|Zephyrine/,
  born: /2019-04-07|7 April 2019|07\/04\/2019/,
  concern: /shape of a heron/,
  referrer: /Marchbanks/,
  information: /orchard at dusk/,
  reasons: /marks in a row/,
  outcome: /section 47 enquiry will start|Section 47 enquiry: joint|joint(ly)? (section 47 )?(investigation|enquiry)/i,
  told: /Sent (by e-mail|in Teams)/,
  conclusion: /grandmother’s house/,
} as const;
type Fact = keyof typeof facts;
const all = Object.keys(facts) as readonly Fact[];

let council: Council;
let reference: string;
const openings = ['part.show', 'agenda.read', 'said.open', 'delivery.show', 'decision.show'];

const tell = async (): Promise<void> => {
  ({ reference } = await conveneInChannel(council, {
    child: { name: 'Zephyrine Quillfeather', initials: 'Z.Q.', birthDate: '2019-04-07' },
    referral: { referrerName: 'Ottoline Marchbanks' },
    concern: { concern: 'A bruise in the shape of a heron' },
    people: {
      others: 'ruth-ellison',
      namedName: 'Dr Pat Lowe',
      namedRole: 'gp',
      namedAgency: 'Highfield Surgery',
      namedEmail: 'pat.lowe@highfield.nhs.net',
    },
    meeting: { time: '10:30' },
  }));
  const chair = council.as('priya-shah');
  const agenda = await agendaOf(council);
  const tom = council.as('tom-reyes');
  const invited = await tom.card('chat', 'asks you to take part');
  await tom.press(await tom.press(invited, 'Reply to the invitation'), 'Send my reply', {
    answer: 'acceptWithAuthority',
  });
  await arrive(council, ['priya-shah', 'ellie-vaughan', 'grace-mensah', 'tom-reyes']);
  const information = await tom.press(agenda, 'Add information');
  await tom.press(information, 'Add to the record', { text: 'They were seen in the orchard at dusk.' });
  const emergency = await council.as('ellie-vaughan').press(agenda, 'Emergency action');
  await council.as('ellie-vaughan').press(emergency, 'Record the action', {
    action: 'Taken to the grandmother’s house',
    takenBy: 'Police',
    date: '2026-09-15',
    time: '09:45',
  });
  let form = await openDecision(council);
  form = await chair.press(form, 'Continue', { ...firstPageOfDecision, reasons: 'Plum-coloured marks in a row' });
  form = await chair.press(form, 'Continue', planOfJointEnquiry);
  await chair.press(form, 'Record the decision');
  await council.as('carol-tench').letter('Outcome of strategy discussion');
  await council.as('ruth-ellison').card('chat', 'The outcome of a strategy discussion');
  for (const person of ['ellie-vaughan', 'tom-reyes', 'grace-mensah']) {
    await council.as(person).card('chat', 'marks in a row');
  }
  await until('the letters to the surgery', async () =>
    found(await mailOf('others')).includes('outcome') ? true : undefined,
  );
};

/** All that one person's client shows by itself, or at a press of what stands on a card of the channel. */
const viewsOf = async (person: string): Promise<string> => {
  const who = council.as(person);
  const seen: string[] = [];
  for (const message of await who.posted('channel')) {
    for (const verb of openings) {
      const action = { type: 'Action.Execute', verb, data: { reference } };
      seen.push((await who.forge(message, action)).text);
    }
  }
  return seen.join('\n');
};
const postedIn = async (person: string, place: string): Promise<string> =>
  (await council.as(person).posted(place)).map(({ text, cards }) => `${text} ${textOf(cards)}`).join('\n');

/** Every part of every letter, the calendar file included. */
const mailOf = async (person: string): Promise<string> => {
  const { mail } = await council.api<{ mail: { id: string }[] }>('GET', `mail/${person}`);
  const parts = await Promise.all(
    mail.map(async ({ id }) => {
      const raw = await fetch(`${council.origin}/rehearsal/api/mail/source/${id}`);
      const { subject, text, html, attachments, headers } = await PostalMime.parse(await raw.text());
      const files = attachments.map(({ content, filename }) =>
        typeof content === 'string' ? content : `${filename} ${new TextDecoder().decode(content)}`,
      );
      return [subject, text, html, JSON.stringify(headers), ...files].join('\n');
    }),
  );
  return parts.join('\n').replaceAll('\r\n ', '');
};
const pagesOf = async (person: string): Promise<string> => {
  const links = [...(await mailOf(person)).matchAll(/https?:\/\/[^\s"<>]+\/reply\/[\w.-]+/g)].map(([url]) => url);
  expect(links.length).toBeGreaterThan(0);
  return (await Promise.all([...new Set(links)].map(async (url) => (await fetch(url)).text()))).join('\n');
};

beforeAll(async () => {
  council = await startCouncil({ env: { LOG_LEVEL: 'debug' } });
  await tell();
}, 90_000);
afterAll(async () => {
  await council.stop();
});

const found = (text: string): readonly Fact[] => all.filter((fact) => facts[fact].test(text));

/** Behind the card of the channel, each in their own view: what somebody at the table is entitled to. */
const atTheTable: readonly Fact[] = ['concern', 'referrer', 'information', 'outcome', 'conclusion'];
const nothing: readonly Fact[] = [];

type Row = readonly [who: string, look: () => Promise<string>, sees: readonly Fact[]];

it.each<Row>([
  ['everybody in the channel', () => postedIn('victor-lane', 'channel'), nothing],
  ['everybody in the group chat', () => postedIn('nadia-hussain', 'group'), nothing],
  ['the chair, in the channel', () => viewsOf('priya-shah'), [...atTheTable, 'told']],
  ['the social worker, in the channel', () => viewsOf('ellie-vaughan'), atTheTable],
  ['the police, in the channel', () => viewsOf('tom-reyes'), atTheTable],
  ['the school, invited and absent, in the channel', () => viewsOf('ruth-ellison'), atTheTable],
  ['somebody never invited, in the channel', () => viewsOf('nadia-hussain'), nothing],
  ['a manager of another team, in the channel', () => viewsOf('martin-okafor'), nothing],
  [
    'the social worker, in their own chat',
    () => postedIn('ellie-vaughan', 'chat'),
    ['name', 'born', 'concern', 'reasons', 'outcome', 'conclusion'],
  ],
  [
    'health, in their own chat',
    () => postedIn('grace-mensah', 'chat'),
    ['name', 'born', 'concern', 'reasons', 'outcome', 'conclusion'],
  ],
  [
    'the school, invited and absent, in their own chat',
    () => postedIn('ruth-ellison', 'chat'),
    ['name', 'born', 'concern', 'outcome'],
  ],
  ['somebody never invited, in their own chat', () => postedIn('nadia-hussain', 'chat'), nothing],
  ['a manager of another team, in their own chat', () => postedIn('martin-okafor', 'chat'), nothing],
  ['the referrer, at an address that is not secure', () => mailOf('carol-tench'), ['referrer', 'outcome']],
  ['the surgery, at a secure address', () => mailOf('others'), ['name', 'born', 'concern', 'outcome']],
  ['whoever holds the referrer’s links', () => pagesOf('carol-tench'), nothing],
  ['whoever holds the surgery’s links', () => pagesOf('others'), nothing],
])('%s is shown exactly this', async (_who, look, sees) => {
  const text = await look();
  expect(found(text)).toEqual(all.filter((fact) => sees.includes(fact)));
});

it('every notification says that there is something to read, and nothing of what', () => {
  const tenant = new DatabaseSync(join(council.dataDir, 'rehearsal.sqlite'), { readOnly: true });
  const summaries = tenant.prepare('SELECT summary FROM message WHERE summary IS NOT NULL').all();
  tenant.close();
  expect(summaries.length).toBeGreaterThan(20);
  expect(found(JSON.stringify(summaries))).toEqual([]);
});

it('the log names nobody', () => {
  expect(found(council.faults.join('\n'))).toEqual([]);
  expect(council.faults.length).toBeGreaterThan(50);
});

/** Who is shown what, where: one discussion to its end, and everything the bot sent or showed to anybody searched for every kind of fact. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { conveneInChannel } from './convening.ts';
import { startCouncil, textOf, until, type Council } from './council.ts';
import { planOfJointEnquiry } from './deciding.ts';
import { factsIn, mailOf, pagesOf, postedIn, summariesIn, viewsOf } from './eyes.ts';
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

const nursery = 'carol@littleacorns.example';
const surgery = 'pat.lowe@highfield.nhs.net';

let council: Council;
let reference: string;
/** The invitation, which their answer takes the place of. */
let toPolice: string;

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
      namedEmail: surgery,
    },
    meeting: { time: '10:30' },
  }));
  const chair = council.as('priya-shah');
  const agenda = await agendaOf(council);
  const tom = council.as('tom-reyes');
  const invited = await tom.card('chat', 'asks you to take part');
  toPolice = textOf(invited.cards);
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
    found(await mailOf(council, surgery)).includes('outcome') ? true : undefined,
  );
};

beforeAll(async () => {
  council = await startCouncil({ env: { LOG_LEVEL: 'debug' } });
  await tell();
}, 90_000);
afterAll(async () => {
  await council.stop();
});

const found = (text: string): readonly Fact[] => factsIn(facts, text);

/** Behind the card of the channel, each in their own view: what somebody at the table is entitled to. */
const atTheTable: readonly Fact[] = ['concern', 'referrer', 'information', 'outcome', 'conclusion'];
const nothing: readonly Fact[] = [];

type Row = readonly [who: string, look: () => Promise<string>, sees: readonly Fact[]];

it.each<Row>([
  ['everybody in the channel', () => postedIn(council, 'victor-lane', 'channel'), nothing],
  ['everybody in the group chat', () => postedIn(council, 'nadia-hussain', 'group'), nothing],
  ['the chair, in the channel', () => viewsOf(council, 'priya-shah', reference), [...atTheTable, 'told']],
  ['the social worker, in the channel', () => viewsOf(council, 'ellie-vaughan', reference), atTheTable],
  ['the police, in the channel', () => viewsOf(council, 'tom-reyes', reference), atTheTable],
  ['the chair, in their own chat', () => postedIn(council, 'priya-shah', 'chat'), nothing],
  [
    'the police, in their own chat',
    async () => `${toPolice}\n${await postedIn(council, 'tom-reyes', 'chat')}`,
    ['name', 'born', 'concern', 'reasons', 'outcome', 'conclusion'],
  ],
  ['the school, invited and absent, in the channel', () => viewsOf(council, 'ruth-ellison', reference), atTheTable],
  ['somebody never invited, in the channel', () => viewsOf(council, 'nadia-hussain', reference), nothing],
  ['a manager of another team, in the channel', () => viewsOf(council, 'martin-okafor', reference), nothing],
  [
    'the social worker, in their own chat',
    () => postedIn(council, 'ellie-vaughan', 'chat'),
    ['name', 'born', 'concern', 'reasons', 'outcome', 'conclusion'],
  ],
  [
    'health, in their own chat',
    () => postedIn(council, 'grace-mensah', 'chat'),
    ['name', 'born', 'concern', 'reasons', 'outcome', 'conclusion'],
  ],
  [
    'the school, invited and absent, in their own chat',
    () => postedIn(council, 'ruth-ellison', 'chat'),
    ['name', 'born', 'concern', 'outcome'],
  ],
  ['somebody never invited, in their own chat', () => postedIn(council, 'nadia-hussain', 'chat'), nothing],
  ['a manager of another team, in their own chat', () => postedIn(council, 'martin-okafor', 'chat'), nothing],
  ['the referrer, at an address that is not secure', () => mailOf(council, nursery), ['referrer', 'outcome']],
  ['the surgery, at a secure address', () => mailOf(council, surgery), ['name', 'born', 'concern', 'outcome']],
  ['whoever holds the referrer’s links', () => pagesOf(council, nursery), nothing],
  ['whoever holds the surgery’s links', () => pagesOf(council, surgery), nothing],
])('%s is shown exactly this', async (_who, look, sees) => {
  const text = await look();
  expect(found(text)).toEqual(all.filter((fact) => sees.includes(fact)));
});

it('every notification says that there is something to read, and nothing of what', () => {
  const summaries = summariesIn(council);
  expect(summaries.length).toBeGreaterThan(20);
  expect(found(summaries.join('\n'))).toEqual([]);
});

it('the log names nobody', () => {
  expect(found(council.faults.join('\n'))).toEqual([]);
  expect(council.faults.length).toBeGreaterThan(50);
});

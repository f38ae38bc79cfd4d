/**
 * Who is shown what, where, in a longer story: the convenor does not chair, a relative made the referral, two who cannot come
 * name others, somebody in no directory walks in, and the first meeting is short of its minimum.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { conveneInChannel } from './convening.ts';
import { startCouncil, textOf, until, type Council } from './council.ts';
import { planOfJointEnquiry } from './deciding.ts';
import { factsIn, mailOf, pagesOf, postedIn, summariesIn, viewsOf } from './eyes.ts';
import { recordOf } from './record.ts';
import { agendaOf, arrive, firstPageOfDecision, openDecision } from './takingPart.ts';

/** What tells each kind of fact, wherever it stands. */
const facts = {
  name: /Quillfeather|Zephyrine/,
  born: /2019-04-07|7 April 2019|07\/04\/2019/,
  concern: /shape of a heron/,
  referrer: /Marchbanks|Ottoline/,
  information: /orchard at dusk/,
  emergency: /grandmother’s house/,
  whyNot: /funeral in Whitby/,
  substitute: /Larkspur/,
  turnedDown: /Proudfoot/,
  walkedIn: /Featherstone/,
  whyMoved: /nobody from the harbour unit/,
  reasons: /marks in a row/,
  outcome: /section 47 enquiry will start|Section 47 enquiry: joint|joint(ly)? (section 47 )?(investigation|enquiry)/i,
  told: /Sent (by e-mail|in Teams)/,
} as const;
type Fact = keyof typeof facts;
const all = Object.keys(facts) as readonly Fact[];
const found = (text: string): readonly Fact[] => factsIn(facts, text);

const relative = 'ottoline@home.example';
const constable = 'sam.whitlock@exampleshire.police.uk';
const proposedPolice = 'wanda.proudfoot@exampleshire.police.uk';
const teacher = 'imogen.larkspur@meadowlane.exampleshire.sch.uk';

let council: Council;
let reference: string;
/** Cards are changed in place: what everybody sees in the channel is read after every step, and the rest at each meeting. */
const channel: string[] = [];
const lookAtChannel = async (): Promise<void> => {
  channel.push(await postedIn(council, 'victor-lane', 'channel'));
};
const watched = [
  'martin-okafor',
  'priya-shah',
  'ellie-vaughan',
  'grace-mensah',
  'tom-reyes',
  'ruth-ellison',
  'nadia-hussain',
  'hannah-boyle',
] as const;
type Watched = (typeof watched)[number];
const views: Partial<Record<Watched, string>> = {};
const chats: Partial<Record<Watched, string>> = {};
const lookAtEverybody = async (): Promise<void> => {
  for (const person of watched) {
    views[person] = `${views[person] ?? ''}\n${await viewsOf(council, person, reference)}`;
    chats[person] = `${chats[person] ?? ''}\n${await postedIn(council, person, 'chat')}`;
  }
};

const convene = async (): Promise<void> => {
  ({ reference } = await conveneInChannel(council, {
    manager: 'martin-okafor',
    child: { name: 'Zephyrine Quillfeather', initials: 'Z.Q.', birthDate: '2019-04-07' },
    referral: {
      referrerName: 'Ottoline Marchbanks',
      standing: 'family',
      referrerAgency: '',
      referrerEmail: relative,
    },
    concern: { concern: 'A bruise in the shape of a heron' },
    people: { 'seat.chair': 'priya-shah', 'seat.police': 'sam-whitlock', others: 'ruth-ellison' },
    meeting: { time: '10:30' },
  }));
  await lookAtChannel();
};

const declineByLink = async (name: string, email: string): Promise<void> => {
  const letter = await council.as('sam-whitlock').letter('Invitation to strategy discussion');
  const link = /https?:\/\/\S+\/reply\/\S+/.exec(letter.text)?.[0] ?? 'no link';
  const nonce = /name="nonce" value="([^"]+)"/.exec(await (await fetch(link)).text())?.[1] ?? 'no nonce';
  const named = { substituteName: name, substituteRole: 'Inspector', substituteEmail: email };
  const body = new URLSearchParams({ nonce, answer: 'decline', reason: 'A funeral in Whitby', ...named });
  expect(await (await fetch(link, { method: 'POST', body })).text()).toContain(`${name} is proposed in your place`);
};
const answered = async (who: Watched, name: string, button: string): Promise<void> => {
  const asked = await council.as(who).card('chat', `Named to come instead: ${name}`);
  chats[who] = `${chats[who] ?? ''}\n${textOf(asked.cards)}`;
  await council.as(who).press(asked, button);
};

const substitutesAreNamed = async (): Promise<void> => {
  await declineByLink('Wanda Proudfoot', proposedPolice);
  await answered('priya-shah', 'Wanda Proudfoot', 'Do not invite them');
  await declineByLink('Tom Reyes', 'tom.reyes@exampleshire.police.uk');
  await answered('martin-okafor', 'DI Tom Reyes', 'Invite them');
  const ruth = council.as('ruth-ellison');
  const invited = await ruth.card('chat', 'asks you to take part');
  await ruth.press(await ruth.press(invited, 'Reply to the invitation'), 'Send my reply', {
    answer: 'decline',
    reason: 'A funeral in Whitby',
    substituteName: 'Imogen Larkspur',
    substituteRole: 'Deputy head',
    substituteEmail: teacher,
  });
  await answered('priya-shah', 'Imogen Larkspur', 'Invite them');
  await lookAtChannel();
};

const meetShortOfTheMinimum = async (): Promise<void> => {
  const agenda = await agendaOf(council);
  const chair = council.as('priya-shah');
  await arrive(council, ['priya-shah', 'ellie-vaughan', 'grace-mensah']);
  const recorded = await chair.press(await chair.press(agenda, 'Record attendance'), 'Record attendance', {
    name: 'Leopold Featherstone',
    role: 'youthServices',
    agency: 'Harbour Homes',
    identified: 'idCardSeen',
    mode: 'inPerson',
    authority: 'no',
  });
  expect(recorded.text).toMatch(/^✔ /);
  const grace = council.as('grace-mensah');
  const information = await grace.press(agenda, 'Add information');
  await grace.press(information, 'Add to the record', { text: 'They were seen in the orchard at dusk.' });
  const ellie = council.as('ellie-vaughan');
  await ellie.press(await ellie.press(agenda, 'Emergency action'), 'Record the action', {
    action: 'Taken to the grandmother’s house',
    takenBy: 'Ellie Vaughan',
    date: '2026-09-15',
    time: '09:45',
  });
  await lookAtChannel();
  await lookAtEverybody();
  const martin = council.as('martin-okafor');
  const set = await martin.press(await martin.press(agenda, 'Change the time'), 'Set the new time', {
    date: '2026-09-16',
    time: '09:30',
    reason: 'There was nobody from the harbour unit',
  });
  expect(set.text).toContain('The new time is set.');
  await council.as('tom-reyes').card('chat', 'has set a new time');
  await lookAtChannel();
};

const decide = async (): Promise<void> => {
  await council.setClock(new Date('2026-09-16T09:30:00+01:00'));
  const chair = council.as('priya-shah');
  await arrive(council, ['priya-shah', 'ellie-vaughan', 'grace-mensah', 'tom-reyes']);
  await lookAtChannel();
  let form = await openDecision(council);
  form = await chair.press(form, 'Continue', { ...firstPageOfDecision, reasons: 'Plum-coloured marks in a row' });
  form = await chair.press(form, 'Continue', planOfJointEnquiry);
  expect((await chair.press(form, 'Record the decision')).text).toMatch(/^✔ /);
};

/** Before anything that is owed later: the first is word of the limit, an hour after it. */
const soon = '2026-09-16T09:00:00.000Z';
const everybodyIsTold = async (): Promise<void> => {
  // What could not be sent in time is told to the convenor together, half a minute later.
  await council.setClock(new Date('2026-09-16T09:32:00+01:00'));
  await until('all that is owed by now to be sent', async () => {
    const { notices } = await recordOf(council, reference);
    const unsent = notices.filter(
      // The card that counts what was sent is brought up to date no oftener than twice a minute.
      ({ notice: { recipient }, delivery }) =>
        recipient.to !== 'place' &&
        (delivery.status === 'sending' || ('nextAttemptAt' in delivery && delivery.nextAttemptAt < soon)),
    );
    return unsent.length === 0 ? true : undefined;
  });
  await lookAtChannel();
  await lookAtEverybody();
};

beforeAll(async () => {
  council = await startCouncil({ env: { LOG_LEVEL: 'debug' } });
  await convene();
  await substitutesAreNamed();
  await meetShortOfTheMinimum();
  await decide();
  await everybodyIsTold();
}, 90_000);
afterAll(async () => {
  await council.stop();
});

/** Behind the card of the channel, each in their own view: what somebody at the table is entitled to. */
const atTheTable: readonly Fact[] = ['concern', 'information', 'emergency', 'substitute', 'walkedIn', 'outcome'];
const nothing: readonly Fact[] = [];

type Row = readonly [who: string, look: () => Promise<string> | string, sees: readonly Fact[]];
const inTheChannel = (person: Watched) => (): string => views[person] ?? '';
const inTheirChat = (person: Watched) => (): string => chats[person] ?? '';

const rows: readonly Row[] = [
  ['everybody in the channel', () => channel.join('\n'), nothing],
  ['everybody in the group chat', () => postedIn(council, 'nadia-hussain', 'group'), nothing],
  ['the convenor, in the channel', inTheChannel('martin-okafor'), [...atTheTable, 'told']],
  ['the chair, in the channel', inTheChannel('priya-shah'), [...atTheTable, 'told']],
  ['the social worker, in the channel', inTheChannel('ellie-vaughan'), atTheTable],
  ['health, in the channel', inTheChannel('grace-mensah'), atTheTable],
  ['a substitute who was confirmed, in the channel', inTheChannel('tom-reyes'), atTheTable],
  ['somebody who declined, in the channel', inTheChannel('ruth-ellison'), atTheTable],
  ['somebody never invited, in the channel', inTheChannel('nadia-hussain'), nothing],
  ['a manager of another team, in the channel', inTheChannel('hannah-boyle'), nothing],
  ['the convenor, in their own chat', inTheirChat('martin-okafor'), ['substitute', 'turnedDown']],
  [
    'the chair, in their own chat',
    inTheirChat('priya-shah'),
    ['name', 'born', 'concern', 'substitute', 'turnedDown', 'walkedIn'],
  ],
  [
    'the social worker, in their own chat',
    inTheirChat('ellie-vaughan'),
    ['name', 'born', 'concern', 'emergency', 'reasons', 'outcome'],
  ],
  [
    'health, in their own chat',
    inTheirChat('grace-mensah'),
    ['name', 'born', 'concern', 'emergency', 'reasons', 'outcome'],
  ],
  [
    'a substitute who was confirmed, in their own chat',
    inTheirChat('tom-reyes'),
    ['name', 'born', 'concern', 'emergency', 'reasons', 'outcome'],
  ],
  [
    'somebody who declined, in their own chat',
    inTheirChat('ruth-ellison'),
    ['name', 'born', 'concern', 'substitute', 'outcome'],
  ],
  ['somebody never invited, in their own chat', inTheirChat('nadia-hussain'), nothing],
  ['a manager of another team, in their own chat', inTheirChat('hannah-boyle'), nothing],
  ['the relative who made the referral, by e-mail', () => mailOf(council, relative), ['referrer']],
  ['the constable who declined, at a secure address', () => mailOf(council, constable), ['name', 'born', 'concern']],
  [
    'a substitute who was confirmed, at an address that is not secure',
    () => mailOf(council, teacher),
    ['substitute', 'outcome'],
  ],
  ['a substitute who was turned down', () => mailOf(council, proposedPolice), nothing],
  ['whoever holds the constable’s links', () => pagesOf(council, constable), nothing],
  ['whoever holds the substitute’s links', () => pagesOf(council, teacher), nothing],
];

it.each(rows)('%s is shown exactly this', async (_who, look, sees) => {
  expect(found(await look())).toEqual(all.filter((fact) => sees.includes(fact)));
});

it('the reasons for declining and for another time are in the record, and nobody is sent or shown them', async () => {
  const seen = new Set(rows.flatMap(([, , sees]) => sees));
  const { commits } = await recordOf(council, reference);
  expect(all.filter((fact) => !seen.has(fact))).toEqual(['whyNot', 'whyMoved']);
  expect(found(JSON.stringify(commits))).toEqual(expect.arrayContaining(['whyNot', 'whyMoved']));
});

it('no notification says anything of it, and the log names nobody', () => {
  const summaries = summariesIn(council);
  expect(summaries.length).toBeGreaterThan(20);
  expect(found(summaries.join('\n'))).toEqual([]);
  expect(council.faults.length).toBeGreaterThan(50);
  expect(found(council.faults.join('\n'))).toEqual([]);
});

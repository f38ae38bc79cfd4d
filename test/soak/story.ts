/**
 * One discussion from `/strategy` to the decision, as people do it who press again when Teams says that it cannot reach
 * the app. Whatever the bot says is done is noted as acknowledged.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { peopleAt, until, type Message, type Shown } from '../journey/council.ts';
import { planOfJointEnquiry } from '../journey/deciding.ts';
import { firstPageOfDecision } from '../journey/takingPart.ts';
import type { Acknowledged } from './acknowledged.ts';
import type { TenantFile } from './tenantFile.ts';

export interface Stage {
  readonly origin: string;
  readonly tenant: TenantFile;
  readonly acknowledge: (done: Acknowledged) => void;
  /** Milliseconds somebody takes before the next press. */
  readonly thinkMs: number;
  /** The day it is, at some time between nine and two in London. */
  readonly day: string;
}

const manager = 'priya-shah';
const arriving = ['priya-shah', 'ellie-vaughan', 'grace-mensah'];
const mostTries = 40;

/** Presses until the app can be reached. What was done the first time must not be done again. */
const firmly = async (stage: Stage, who: string, on: Message | Shown, title: string, inputs = {}): Promise<Shown> => {
  await wait(stage.thinkMs);
  for (let tries = 1; ; tries += 1) {
    const shown = await peopleAt(stage.origin).as(who).press(on, title, inputs);
    if (shown.outcome.kind === 'card' || shown.outcome.kind === 'message') return shown;
    if (tries === mostTries) throw new Error(`${title}: ${shown.outcome.kind} ${shown.text}`);
    await wait(250);
  }
};

/** The answer says so, or what was asked for was not done as far as anybody knows. */
const noteIf = (stage: Stage, shown: Shown, words: RegExp, done: Acknowledged): void => {
  if (words.test(shown.text)) stage.acknowledge(done);
  else throw new Error(`${done.what} was answered with: ${shown.text.slice(0, 200)}`);
};

/** So that looking is no load. */
const seldom =
  <T>(look: () => T) =>
  async (): Promise<T> => {
    await wait(100);
    return look();
  };

/** Types it, again where nothing came of it, and answers the message that offers the form. */
const ask = async ({ origin, tenant }: Stage): Promise<Message> => {
  const say = { person: manager, place: 'channel', text: '/strategy', mention: true, private: false };
  for (let tries = 1; ; tries += 1) {
    const { message } = await peopleAt(origin).api<{ message: Message }>('POST', 'say', say);
    const look = seldom(() => tenant.findUnder(message.id, 'New strategy discussion'));
    // Sooner again, and on a busy machine those who ask again would be all there is to answer.
    const offered = await until('the form to be offered', look, 15_000).catch(() => undefined);
    if (offered !== undefined) return offered;
    if (tries === mostTries) throw new Error('no form was offered');
  }
};

/** The first page of the convene form, filled in. */
export const firstPage = (day: string): Readonly<Record<string, string>> => ({
  name: 'Jo Sample',
  initials: 'J.S.',
  birthKind: 'born',
  birthDate: '2019-03-01',
  receivedDate: day,
  receivedTime: '09:00',
  referrerName: 'Carol Tench',
  standing: 'professional',
  referrerAgency: 'Little Acorns Nursery',
  referrerEmail: 'carol@littleacorns.example',
});

export const convene = async (stage: Stage): Promise<{ readonly reference: string; readonly since: string }> => {
  const offered = await ask(stage);
  let form = await firmly(stage, manager, offered, 'Open the form');
  form = await firmly(stage, manager, form, 'Continue', firstPage(stage.day));
  form = await firmly(stage, manager, form, 'Continue', { concern: 'Unexplained marks on both arms' });
  const convened = await firmly(stage, manager, form, 'Convene', {
    date: stage.day,
    time: '14:00',
    format: 'meeting',
    where: 'Room 4, Civic Centre',
  });
  const reference = /SD-[A-Z0-9]{6}/.exec(convened.text)?.[0] ?? '';
  noteIf(stage, convened, /SD-[A-Z0-9]{6}/, { reference, what: 'convened', which: '' });
  return { reference, since: offered.id };
};

const cardOf = ({ tenant }: Stage, since: string, ...words: readonly string[]): Promise<Message> =>
  until(
    `a card with ${words.join(', ')}`,
    seldom(() => tenant.find(since, ...words)),
    90_000,
  );

export const addInformation = async (stage: Stage, part: Message, reference: string, which: string): Promise<void> => {
  const form = await firmly(stage, 'ellie-vaughan', part, 'Add information');
  const added = await firmly(stage, 'ellie-vaughan', form, 'Add to the record', { text: which });
  noteIf(stage, added, /Added to the record/, { reference, what: 'information', which });
};

export const look = async (origin: string, reference: string): Promise<void> => {
  const people = peopleAt(origin);
  await people.as(manager).say('chat', `/strategy show ${reference}`);
  await people.as('ellie-vaughan').say('chat', '/strategy list');
};

export const attend = async (stage: Stage, part: Message, reference: string): Promise<void> => {
  // All at once, as people come in: each is recorded after whoever else was first, by whichever instance.
  await Promise.all(
    arriving.map(async (which) => {
      const form = await firmly(stage, which, part, 'I am here');
      const here = await firmly(stage, which, form, 'Record that I am here', { mode: 'teams', authority: 'yes' });
      noteIf(stage, here, /recorded as taking part/, { reference, what: 'attendance', which });
    }),
  );
  const which = 'sam-whitlock';
  const form = await firmly(stage, manager, part, 'Record attendance');
  const there = await firmly(stage, manager, form, 'Record attendance', {
    person: which,
    mode: 'phone',
    authority: 'yes',
  });
  noteIf(stage, there, /recorded as taking part/, { reference, what: 'attendance', which });
};

/** The last page of the decision form, as the chair sees it before it is recorded. */
export const toLastPage = async (stage: Stage, part: Message, reference: string): Promise<Shown> => {
  await firmly(stage, manager, part, 'Open the decision form');
  const posted = await cardOf(stage, part.id, `Decision on ${reference}`);
  let form = await firmly(stage, manager, posted, 'Open the decision form');
  form = await firmly(stage, manager, form, 'Continue', firstPageOfDecision);
  return firmly(stage, manager, form, 'Continue', planOfJointEnquiry);
};

const decide = async (stage: Stage, part: Message, reference: string): Promise<void> => {
  const form = await toLastPage(stage, part, reference);
  const decided = await firmly(stage, manager, form, 'Record the decision');
  noteIf(stage, decided, /The decision is recorded/, { reference, what: 'decision', which: '' });
};

/** The card to take part with, once it is posted. */
export const partOf = (stage: Stage, reference: string, since: string): Promise<Message> =>
  cardOf(stage, since, `Strategy discussion ${reference}: take part`);

export const tellWhole = async (stage: Stage): Promise<void> => {
  const { reference, since } = await convene(stage);
  const part = await partOf(stage, reference, since);
  await addInformation(stage, part, reference, `Seen at home (${reference})`);
  await look(stage.origin, reference);
  await attend(stage, part, reference);
  await addInformation(stage, part, reference, `Seen at school (${reference})`);
  await decide(stage, part, reference);
  await look(stage.origin, reference);
};

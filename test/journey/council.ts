/**
 * The whole product on loopback with its pretend tenant: real HTTP, real adapter, real database file, real SMTP. People
 * type and press; nothing here reaches into the product.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { compose } from '../../src/start/compose.ts';
import type { ProductEdges } from '../../src/start/core.ts';
import { people } from '../../src/rehearsal/people.ts';
import { configFrom } from '../../src/start/configFrom.ts';
import { startClock } from '../stories/clock.ts';

export interface CardJson {
  readonly body?: readonly CardJson[];
  readonly [key: string]: unknown;
}
export interface Message {
  readonly id: string;
  readonly cards: readonly CardJson[];
  readonly text: string;
}
export type Outcome =
  | { readonly kind: 'card'; readonly card: CardJson }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'error'; readonly code: string; readonly message: string }
  | { readonly kind: 'nothing' | 'unreachable' };
export interface Mail {
  readonly id: string;
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
  readonly attachments: readonly { readonly name: string; readonly type: string }[];
}

/** Rule codes stand behind "Why?": whatever anybody is shown in a story, no sentence has one. */
const refuseCodes = (part: unknown): void => {
  if (typeof part === 'string') {
    if (/ \([A-Z]{1,2}-\d+\)|[\uE000\uE001]/.test(part)) throw new Error(`a sentence with a code in it: ${part}`);
  } else if (typeof part === 'object' && part !== null && !('id' in part && part.id === 'why')) {
    for (const each of Object.values(part)) refuseCodes(each);
  }
};
const withoutCodes = (message: Message): Message => {
  message.cards.forEach(refuseCodes);
  return message;
};

export interface Council {
  readonly origin: string;
  readonly dataDir: string;
  readonly faults: string[];
  /** What one person does and sees. */
  as(person: string): Person;
  /** Once what is being sent has been sent: its lease would run out in a clock that is moved. `atOnce` where it cannot be. */
  setClock(at: Date, when?: 'atOnce'): Promise<void>;
  api<T>(method: string, path: string, body?: unknown): Promise<T>;
  /** Stops the product; with `keep`, its data stays for another start on the same folder. */
  stop(keep?: boolean): Promise<void>;
}

export interface Person {
  say(place: string, text: string, how?: { mention?: boolean; private?: boolean }): Promise<void>;
  /** As everybody there sees them. */
  posted(place: string): Promise<readonly Message[]>;
  /** As this person's client shows them: how a discussion stands is on the card of the thread in their own view only. */
  messages(place: string): Promise<readonly Message[]>;
  /** The newest message there whose card says `text`, once there is one. */
  card(place: string, text: string): Promise<Message>;
  /** Presses the button with this title on a message, or on the card an earlier press showed. */
  press(on: Message | Shown, title: string, inputs?: Readonly<Record<string, string>>): Promise<Shown>;
  /** Sends an action as a forged client would. */
  forge(message: Message, action: object, trigger?: string): Promise<Shown>;
  mail(): Promise<readonly Mail[]>;
  /** The newest e-mail whose subject contains `subject`, once there is one. */
  letter(subject: string): Promise<Mail>;
}

/** What a press showed this person. */
export interface Shown {
  readonly message: Message;
  readonly outcome: Outcome;
  readonly card: CardJson;
  /** Every text on the card, joined; what a person reads. */
  readonly text: string;
}

export const textOf = (card: unknown): string => {
  if (Array.isArray(card)) return card.map(textOf).join('\n');
  if (typeof card !== 'object' || card === null) return '';
  const { text, title, value, label, choices, ...rest } = card as Record<string, unknown>;
  const own = [text, title, label, typeof value === 'string' ? value : ''].filter(
    (t): t is string => typeof t === 'string',
  );
  return [...own, textOf(choices), ...Object.values(rest).map(textOf)]
    .filter((t) => t !== '')
    .join('\n')
    .replaceAll('\\', '');
};

const actionsIn = (card: unknown): Record<string, unknown>[] => {
  if (Array.isArray(card)) return card.flatMap(actionsIn);
  if (typeof card !== 'object' || card === null) return [];
  const own = 'type' in card && card.type === 'Action.Execute' ? [card as Record<string, unknown>] : [];
  return [...own, ...Object.entries(card).flatMap(([key, value]) => (key === 'refresh' ? [] : actionsIn(value)))];
};

/** The values inputs start with, as a client sends them for fields nobody touched. */
const inputsIn = (card: unknown): Record<string, string> => {
  if (Array.isArray(card)) return Object.assign({}, ...card.map(inputsIn)) as Record<string, string>;
  if (typeof card !== 'object' || card === null) return {};
  const { type, id, value } = card as Record<string, unknown>;
  const own =
    typeof type === 'string' && type.startsWith('Input.') && typeof id === 'string'
      ? { [id]: typeof value === 'string' ? value : '' }
      : {};
  return Object.assign(own, ...Object.values(card).map(inputsIn)) as Record<string, string>;
};

/** What their client sends for the button with this title, with the inputs of its card. */
export const pressed = (
  person: string,
  card: unknown,
  title: string,
  inputs: Readonly<Record<string, string>> = {},
) => {
  const action = actionsIn(card).find((a) => a.title === title);
  if (action === undefined) {
    const titles = actionsIn(card).map((a) => String(a.title));
    throw new Error(`no button “${title}” for ${person}; there are ${titles.join(', ')}`);
  }
  const fields = action.associatedInputs === 'none' ? {} : { ...inputsIn(card), ...inputs };
  // A real client leaves an empty input out altogether.
  const filled = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
  return { ...action, data: { ...filled, ...(action.data as object) } };
};

/** Waits until something is there; the failure says what was looked for. */
export const until = async <T>(what: string, look: () => Promise<T | undefined>, ms = 30_000): Promise<T> => {
  const end = performance.now() + ms;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error(`waited ${ms} ms in vain for ${what}`);
    await wait(25);
  }
};

/** Views that only show. Those that open a form or offer buttons are asked for by the test that presses them. */
const shownByItself = ['agenda.read', 'agenda.show', 'delivery.show'];

/** What a client sends by itself for this person, when the card comes into sight. */
const ownViewOf = (card: CardJson, mri: string | undefined): object | null => {
  const { refresh } = card as { refresh?: { action: { verb: string }; userIds: readonly string[] } };
  if (refresh === undefined || mri === undefined || !refresh.userIds.includes(mri)) return null;
  const isDecision = refresh.action.verb === 'decision.show' && textOf(card).includes('Read the decision');
  return shownByItself.includes(refresh.action.verb) || isDecision ? refresh.action : null;
};

/** Is in the channel, and in no discussion. */
const onlooker = 'victor-lane';

/** The people of a pretend tenant wherever it is served, and its API. */
export const peopleAt = (origin: string): Pick<Council, 'api' | 'as'> => {
  const api: Council['api'] = async <T>(method: string, path: string, body?: unknown) => {
    const response = await fetch(`${origin}/rehearsal/api/${path}`, {
      method,
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };
  const shown = (message: Message, outcome: Outcome): Shown => {
    const card = outcome.kind === 'card' ? outcome.card : {};
    refuseCodes(card);
    const text = outcome.kind === 'message' ? outcome.text : outcome.kind === 'error' ? outcome.message : textOf(card);
    return { message, outcome, card, text };
  };

  const as = (person: string): Person => {
    const forge: Person['forge'] = async (message, action, trigger = 'manual') => {
      const outcome = await api<Outcome>('POST', 'press', { person, message: message.id, action, trigger });
      return shown(message, outcome);
    };
    const mri = people.find(({ id }) => id === person)?.teams?.mri;
    /** What their client shows in the place of a card that offers them a view of their own. */
    const asTheySeeIt = async (message: Message): Promise<Message> => {
      const [card, ...others] = message.cards;
      const action = card === undefined ? null : ownViewOf(card, mri);
      if (action === null) return message;
      const { outcome } = await forge(message, action, 'automatic');
      return outcome.kind === 'card' ? { ...message, cards: [outcome.card, ...others] } : message;
    };
    const posted: Person['posted'] = async (place) =>
      (await api<{ messages: Message[] }>('GET', `conversations/${person}/${place}`)).messages.map(withoutCodes);
    const messages: Person['messages'] = async (place) => Promise.all((await posted(place)).map(asTheySeeIt));
    /** The card to take part with, beneath the agenda in the channel, as somebody sees it who has not pressed anything. */
    const partIn = (agenda: Message): Promise<Message> => {
      const [reference] = /SD-[A-Z0-9]{6}/.exec(textOf(agenda.cards[0])) ?? [];
      return as(onlooker).card('channel', `Strategy discussion ${reference ?? '?'}: take part`);
    };
    return {
      posted,
      messages,
      forge,
      say: async (place, text, how = {}) => {
        await api('POST', 'say', { person, place, text, mention: how.mention ?? false, private: how.private ?? false });
      },
      card: (place, text) =>
        until(`a card saying “${text}” for ${person} in ${place}`, async () =>
          (await messages(place)).findLast((m) => m.cards.some((card) => textOf(card).includes(text))),
        ),
      press: async (on, title, inputs = {}) => {
        const looked = 'message' in on ? on.message : on;
        const seen = 'message' in on ? on.card : on.cards[0];
        const isThere = actionsIn(seen).some((a) => a.title === title);
        const part = isThere || 'message' in on ? undefined : await partIn(looked);
        const message = part ?? looked;
        const card = part?.cards[0] ?? seen;
        return forge(message, pressed(person, card, title, inputs));
      },
      mail: async () => (await api<{ mail: Mail[] }>('GET', `mail/${person}`)).mail,
      letter: (subject) =>
        until(`an e-mail “${subject}” for ${person}`, async () =>
          (await as(person).mail()).find((m) => m.subject.includes(subject)),
        ),
    };
  };
  return { api, as };
};

const isAnythingUnderWay = (dataDir: string, now: Date): boolean => {
  const db = new DatabaseSync(join(dataDir, 'strategy.sqlite'), { readOnly: true });
  const under = db
    .prepare(`SELECT 1 FROM notices WHERE status = 'sending' OR due_at <= ? LIMIT 1`)
    .get(now.toISOString());
  db.close();
  return under !== undefined;
};

export const startCouncil = async (
  options: {
    readonly env?: Readonly<Record<string, string>>;
    readonly dataDir?: string;
    readonly at?: Date;
    /** How many seconds of the council’s pass in one of ours. */
    readonly speed?: number;
    readonly meetings?: ProductEdges['meetings'];
  } = {},
): Promise<Council> => {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'strategy-'));
  const faults: string[] = [];
  const clock = startClock(options.at ?? new Date('2026-09-15T10:00:00+01:00'), options.speed ?? 4);
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const product = await compose({
    config: configFrom({ DATA_DIR: dataDir, ...options.env }),
    origin,
    now: clock.now,
    sleep: clock.sleep,
    log: (line) => void faults.push(line),
    ...(options.meetings === undefined ? {} : { meetings: options.meetings }),
  });
  server.on('request', product.app);
  product.start();

  const { api, as } = peopleAt(origin);
  return {
    origin,
    dataDir,
    faults,
    as,
    api,
    setClock: async (at, when) => {
      const isStill = (): boolean => when === 'atOnce' || !isAnythingUnderWay(dataDir, clock.now());
      await until('nothing to be under way', () => Promise.resolve(isStill() || undefined));
      clock.setTo(at);
    },
    stop: async (keep = false) => {
      server.close();
      server.closeAllConnections();
      await product.stop();
      if (!keep) rmSync(dataDir, { recursive: true, force: true });
    },
  };
};

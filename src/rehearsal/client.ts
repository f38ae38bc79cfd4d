/**
 * What a Teams client and the service behind it do for a person: deliver what they say to the bot, send their presses
 * as invokes and wait for the answer, and tell the bot where it has been installed. Time limits are Teams' own.
 */
import { randomUUID } from 'node:crypto';
import {
  executeActivity,
  installationActivities,
  meetingActivity,
  messageActivity,
  searchActivity,
  submitActivity,
} from './activity.ts';
import type { Activity, Setting } from './activity.ts';
import type { Events } from './events.ts';
import type { Faults } from './faults.ts';
import { sendInvoke } from './invoke.ts';
import type { FictionalPerson } from './fictionalPerson.ts';
import { people } from './people.ts';
import { places } from './places.ts';
import type { Place } from './places.ts';
import { readInvokeAnswer } from './pressOutcome.ts';
import { readSearchAnswer, type Found } from './searchOutcome.ts';
import type { PressOutcome } from './pressOutcome.ts';
import type { Storage, StoredMessage } from './storage.ts';

interface ClientEdges {
  readonly storage: Storage;
  readonly events: Events;
  readonly faults: Faults;
  readonly now: () => Date;
  /** The address the product listens at, such as http://127.0.0.1:3978. */
  readonly origin: string;
}

interface Saying {
  readonly person: FictionalPerson;
  readonly place: Place;
  /** The post to answer under, in a channel; null starts a new post. */
  readonly thread: string | null;
  readonly text: string;
  readonly mentionsBot: boolean;
  readonly isPrivate: boolean;
}

interface Press {
  readonly person: FictionalPerson;
  readonly place: Place;
  readonly message: StoredMessage;
  readonly action: Activity;
  readonly trigger: 'manual' | 'automatic';
}

export interface Client {
  /** Resolves when the bot's turn is over, with the message as the person sees it. */
  say(saying: Saying): Promise<StoredMessage>;
  /** `Action.Execute`. A card in the answer becomes this person's own view of the message. */
  press(press: Press): Promise<PressOutcome>;
  /** `Action.Submit`: the bot answers, if at all, with a message of its own. */
  submit(press: Omit<Press, 'trigger'>): Promise<PressOutcome>;
  /** What the bot finds for a text typed into a list with `choices.data`; nothing where its answer cannot be used. */
  search(
    search: Omit<Press, 'action' | 'trigger'> & { readonly text: string; readonly dataset: string },
  ): Promise<readonly Found[]>;
  /** Somebody joins the online meeting of a place, or leaves it. False where the bot did not take it. */
  move(moving: Pick<Saying, 'person' | 'place' | 'thread'> & { readonly event: 'join' | 'leave' }): Promise<boolean>;
  /** Tells the bot of each place it has been added to. Returns false while the bot does not answer. */
  install(): Promise<boolean>;
}

/** Teams gives a bot about fifteen seconds for a message. */
const turnLimitMs = 15_000;
/** While the product starts, its port may be open with nobody to answer yet: ask again soon. */
const installLimitMs = 2_000;
/** Whoever is first in the cast set the app up. */
const administrator = people[0];

/** Elsewhere than in their own chat, bots are told only what mentions them or is said to them privately. */
const isForBot = ({ place, mentionsBot, isPrivate }: Saying): boolean =>
  place.kind === 'personal' || mentionsBot || isPrivate;

export const createClient = ({ storage, events, faults, now, origin }: ClientEdges): Client => {
  const messagesUrl = `${origin}/api/messages`;
  const setting = (): Setting => ({ serviceUrl: `${origin}/rehearsal/connector`, now: now() });

  /** True when the bot took the activity. Bots may be down or fail; a person sees that, the tenant goes on. */
  const deliver = async (activity: Activity, limitMs = turnLimitMs): Promise<boolean> => {
    try {
      const answer = await fetch(messagesUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(activity),
        signal: AbortSignal.timeout(limitMs),
      });
      await answer.arrayBuffer();
      return answer.ok;
    } catch {
      return false;
    }
  };

  const announce = (message: StoredMessage): void =>
    events.publish({ what: 'message', placeId: message.placeId, messageId: message.id });

  const record = (saying: Saying): StoredMessage => {
    const instant = now();
    const id = storage.nextId(instant);
    const message: StoredMessage = {
      id,
      placeId: saying.place.id,
      thread: saying.place.kind === 'channel' ? (saying.thread ?? id) : null,
      author: saying.person.id,
      text: saying.text,
      textFormat: saying.mentionsBot ? 'mention' : 'plain',
      attachments: [],
      summary: null,
      onlyFor: saying.isPrivate ? saying.person.id : null,
      createdAt: instant.toISOString(),
      editedAt: null,
      deleted: false,
      reachedBot: null,
    };
    storage.addMessage(message);
    announce(message);
    return message;
  };

  return {
    say: async (saying) => {
      const message = record(saying);
      if (!isForBot(saying)) return message;
      const reachedBot = await deliver(
        messageActivity(setting(), { ...saying, id: message.id, thread: message.thread }),
      );
      storage.markReachedBot(message.id, reachedBot);
      announce(message);
      return { ...message, reachedBot };
    },

    press: async ({ person, place, message, action, trigger }) => {
      const use = { id: `f:${randomUUID()}`, person, place, thread: message.thread, messageId: message.id };
      const activity = executeActivity(setting(), use, action, trigger);
      const redelivery = faults.take(['invokeRedelivery'], { personId: person.id });
      const outcome = readInvokeAnswer(await sendInvoke(messagesUrl, activity, redelivery));
      if (outcome.kind === 'card') {
        storage.setView(message.id, person.id, { card: outcome.card, answeredAt: now().toISOString() });
        announce(message);
      }
      return outcome;
    },

    submit: async ({ person, place, message, action }) => {
      const use = { id: storage.nextId(now()), person, place, thread: message.thread, messageId: message.id };
      const reached = await deliver(submitActivity(setting(), use, action['data']));
      return reached ? { kind: 'nothing' } : { kind: 'unreachable' };
    },

    search: async ({ person, place, message, text, dataset }) => {
      const use = { id: `f:${randomUUID()}`, person, place, thread: message.thread, messageId: message.id };
      const activity = searchActivity(setting(), use, { text, dataset });
      return readSearchAnswer(await sendInvoke(messagesUrl, activity, undefined));
    },

    move: (moving) => deliver(meetingActivity(setting(), { ...moving, id: storage.nextId(now()) })),

    install: async () => {
      for (const place of places.filter(({ id }) => !storage.installed(id))) {
        const addedBy = place.kind === 'personal' ? place.members[0] : administrator;
        if (addedBy === undefined) continue;
        for (const activity of installationActivities(setting(), place, addedBy)) {
          if (!(await deliver(activity, installLimitMs))) return false;
        }
        storage.markInstalled(place.id);
      }
      return true;
    },
  };
};

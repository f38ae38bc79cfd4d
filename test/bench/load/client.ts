/** What Teams sends to a bot, sent to any bot, product or floor; an answer that is not the bot's own is a fault. */
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { executeActivity, messageActivity, type Activity } from '../../../src/rehearsal/activity.ts';
import { channel, findPerson, personalChats } from '../../../src/rehearsal/places.ts';
import type { FictionalPerson } from '../../../src/rehearsal/fictionalPerson.ts';

export interface Press {
  readonly person: string;
  /** The message with the card, which is the post of a thread of its own. */
  readonly message: string;
  readonly action: Activity;
  readonly trigger?: 'manual' | 'automatic';
}

export interface Client {
  /** Types it in their own chat; resolves when the bot has answered. */
  say(person: string, words: string): Promise<void>;
  /** Resolves to the card the bot answers with. */
  press(press: Press): Promise<unknown>;
  close(): void;
}

const mostTries = 3;

const answered = z.object({
  statusCode: z.literal(200),
  type: z.literal('application/vnd.microsoft.card.adaptive'),
  value: z.unknown(),
});

const named = (person: string): FictionalPerson => {
  const found = findPerson(person);
  if (found === undefined) throw new Error(`there is no ${person}`);
  return found;
};

const chatOf = (person: FictionalPerson) => {
  const chat = personalChats.find(({ members }) => members.includes(person));
  if (chat === undefined) throw new Error(`${person.id} has no chat`);
  return chat;
};

/** `serviceUrl` is where the bot answers, `now` the time it is there. */
export const createClient = (bot: string, serviceUrl: string, now: () => Date): Client => {
  const agent = new Agent({ keepAlive: true });
  const setting = () => ({ serviceUrl, now: now() });
  const post = (activity: Activity, tries = 1): Promise<string> => {
    const body = JSON.stringify(activity);
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    return new Promise((resolve, reject) => {
      const asked = request(`${bot}/api/messages`, { method: 'POST', agent, headers }, (answer) => {
        const { statusCode = 0 } = answer;
        const read = text(answer);
        if (statusCode < 300) read.then(resolve, reject);
        else read.then((said) => reject(new Error(`the bot answered ${statusCode}: ${said}`)), reject);
      });
      asked.on('error', (error) => {
        // The bot closed a connection that had been idle, just as it was used again: Teams asks again too.
        if (asked.reusedSocket && tries < mostTries) post(activity, tries + 1).then(resolve, reject);
        else reject(error);
      });
      asked.end(body);
    });
  };
  return {
    say: async (who, words) => {
      const person = named(who);
      const said = { id: randomUUID(), person, place: chatOf(person), thread: null, text: words };
      await post(messageActivity(setting(), { ...said, mentionsBot: false, isPrivate: false }));
    },
    press: async ({ person, message, action, trigger = 'manual' }) => {
      const use = { id: `f:${randomUUID()}`, person: named(person), place: channel, thread: message };
      const said = await post(executeActivity(setting(), { ...use, messageId: message }, action, trigger));
      const read = answered.safeParse(JSON.parse(said));
      if (!read.success) throw new Error(`${String(action['verb'])} was answered with ${said.slice(0, 300)}`);
      return read.data.value;
    },
    close: () => agent.destroy(),
  };
};

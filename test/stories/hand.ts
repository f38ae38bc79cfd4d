/** One person’s hands and eyes: they look at messages, press what is there, and fill in what is asked. */
import { isWelcome } from '../journey/answers.ts';
import type { CardJson, Message, Outcome } from '../journey/council.ts';
import { cast, type Role } from './cast.ts';
import { buttonsOn, filledIn, inWords, questionsOn, sentencesOn, type Answers, type Button } from './screen.ts';
import type { Stage } from './stage.ts';

/** A card in front of somebody. */
export interface Shown {
  /** What they read, a line each. */
  readonly text: string;
  readonly card: CardJson;
  /** Presses the button with this title, with the form filled in like this. */
  press(title: string, answers?: Answers, usual?: Answers): Promise<Shown>;
  /** The same, and fails unless the answer confirms that it was done. */
  done(title: string, answers?: Answers, usual?: Answers): Promise<Shown>;
  /** Sends what no client offers: the form as it is shown, but for these inputs, by their ids. */
  forged(title: string, sent: Readonly<Record<string, string>>): Promise<Shown>;
}

/** What was asked for was not done: `message` has what the card said about it. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

interface Looking {
  readonly place?: 'channel' | 'group' | 'chat';
  /** Only among messages that say all of this. */
  readonly saying?: readonly string[];
}

export interface Hand {
  /** The messages with cards in one place that say all of this, the oldest first. */
  sees(looking?: Looking): Promise<readonly Shown[]>;
  /** Presses a button on the newest message that has it. */
  press(title: string, looking?: Looking): Promise<Shown>;
  /** The same, and fails unless the answer confirms that it was done. */
  done(title: string, looking?: Looking): Promise<Shown>;
  say(place: 'channel' | 'group' | 'chat', text: string): Promise<void>;
  /** Types this in their own chat with the bot, and reads what is answered. */
  asks(text: string): Promise<Shown>;
}

const cardOf = (outcome: Outcome): CardJson => {
  switch (outcome.kind) {
    case 'card':
      return outcome.card;
    case 'message':
      return { body: [{ type: 'TextBlock', text: outcome.text }] };
    case 'error':
      return { body: [{ type: 'TextBlock', text: `${outcome.code}: ${outcome.message}` }] };
    default:
      return { body: [{ type: 'TextBlock', text: `(${outcome.kind})` }] };
  }
};

/** Every confirmation opens the card. Throws {@link Refused} where there is none. */
const confirmed = (role: Role, title: string, after: Shown): Shown => {
  if (/^(✔ |Thank you)/.test(after.text)) return after;
  throw new Refused(`${role}: “${title}” was not done. The card:\n${inWords(after.card)}`);
};

export const handOf = (stage: Stage, role: Role): Hand => {
  const client = stage.as(cast[role]);

  const shown = (message: Message, card: CardJson): Shown => {
    const actionOf = (title: string): Button['action'] => {
      const button = buttonsOn(card).find((one) => one.title === title);
      if (button !== undefined) return button.action;
      throw new Error(`${role} has no button “${title}”. The card:\n${inWords(card)}`);
    };
    const send = async (action: Button['action'], inputs: Readonly<Record<string, string>>): Promise<Shown> => {
      const answer = await client.forge(message, { ...action, data: { ...inputs, ...(action['data'] as object) } });
      await stage.settled();
      return shown(message, cardOf(answer.outcome));
    };
    const press: Shown['press'] = async (title, answers = {}, usual = {}) => {
      const action = actionOf(title);
      return send(action, action['associatedInputs'] === 'none' ? {} : filledIn(card, answers, usual));
    };
    const forged: Shown['forged'] = (title, sent) => {
      const asShown = questionsOn(card).map(({ id, value }) => [id, value] as const);
      return send(actionOf(title), { ...Object.fromEntries(asShown), ...sent });
    };
    const done: Shown['done'] = async (title, answers, usual) =>
      confirmed(role, title, await press(title, answers, usual));
    return { text: sentencesOn(card).join('\n'), card, press, done, forged };
  };

  const sees: Hand['sees'] = async ({ place = 'channel', saying = [] } = {}) => {
    await stage.settled();
    const messages = await client.messages(place);
    return messages
      .flatMap((message) => message.cards.slice(0, 1).map((card) => shown(message, card)))
      .filter(({ card }) => saying.every((words) => inWords(card).includes(words)));
  };

  /** What a client does by itself when the card to take part with comes into sight: it asks for this person’s own view. */
  const comesIntoSight = async (): Promise<void> => {
    for (const message of await stage.as(cast.stranger).messages('channel')) {
      const { action } = (message.cards[0]?.['refresh'] ?? {}) as { readonly action?: { readonly verb?: string } };
      if (action?.verb === 'part.show') await client.forge(message, action, 'automatic');
    }
  };

  const press: Hand['press'] = async (title, looking = {}) => {
    const having = (cards: readonly Shown[]): Shown | undefined =>
      cards.findLast(({ card }) => buttonsOn(card).some((button) => button.title === title));
    const atOnce = having(await sees(looking));
    if (atOnce !== undefined) return atOnce.press(title);
    await comesIntoSight();
    const cards = await sees(looking);
    const found = having(cards);
    if (found !== undefined) return found.press(title);
    const there = cards.map(({ card }) => inWords(card)).join('\n  --\n');
    throw new Error(`${role} has no button “${title}” in the ${looking.place ?? 'channel'}. There is:\n${there}`);
  };

  return {
    sees,
    press,
    done: async (title, looking) => confirmed(role, title, await press(title, looking)),
    say: (place, text) => client.say(place, text, { mention: place !== 'chat' }),
    asks: async (text) => {
      await client.say('chat', text);
      const answer = (await sees({ place: 'chat' })).findLast(({ card }) => !isWelcome({ cards: [card] }));
      if (answer === undefined) throw new Error(`${role} is not answered`);
      return answer;
    },
  };
};

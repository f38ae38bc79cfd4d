/** What somebody is answered who types to the bot, told apart from what the bot says by itself. */
import { textOf, until, type Message, type Person } from './council.ts';

/** It comes by itself where the bot was added, or first meets somebody, which may be after what they type was answered. */
export const isWelcome = ({ cards }: Pick<Message, 'cards'>): boolean =>
  textOf(cards).includes('For all that can be typed: ');

interface Asking {
  readonly place?: string;
  readonly mention?: boolean;
  /** Where it is answered, if not where it is typed. */
  readonly answeredIn?: string;
  /** Whoever looks for the answer, if not whoever types. */
  readonly reader?: Person;
}

/** Types a line, in their own chat with the bot unless said otherwise, and waits for the answer. */
export const answerTo = async (
  who: Person,
  line: string,
  { place = 'chat', mention = false, answeredIn = place, reader = who }: Asking = {},
): Promise<Message> => {
  const before = new Set((await reader.messages(answeredIn)).map(({ id }) => id));
  await who.say(place, line, { mention });
  return until(`an answer to “${line}”`, async () =>
    (await reader.messages(answeredIn)).findLast((m) => !before.has(m.id) && m.cards.length > 0 && !isWelcome(m)),
  );
};

/** How the letters of a kind are put together: a file, what it is given, and which of several a reader is sent. */
import { z } from 'zod';
import { formatLondon } from '../practice/time/calendar.ts';
import { correctionsOf } from '../discussion/state/correction.ts';
import { everKnown, type Decided, type Discussion } from '../discussion/state/discussion.ts';
import type { Participant } from '../discussion/state/people.ts';
import { writeLetter, type Letter } from './file/letterFile.ts';
import type { LetterOf, Letters, Reader, View } from './kind.ts';
import { uncited } from '../words/citation.ts';

export const text = z.string();
/** Null where there is nothing to say: `{% if %}` in the file asks. */
export const maybe = z.string().nullable();
export const yesNo = z.boolean();

/** A card holds some 28 KB, which text fills at two bytes a character and once more for its markup. */
export const longestInTeams = 7_000;

/** What every letter is given. */
const everyLetter = {
  reference: text,
  reader: z.object({ name: text, inTeams: yesNo, secure: yesNo, shared: yesNo }),
};

/**
 * `cards/letters/NAME.md`. What must not be disclosed to a reader is left out of `data`, so that no file can say it.
 * `offers`: what its reader is offered of the buttons and link of its kind, where that is not all.
 */
export const letter = <S extends z.ZodRawShape>(
  name: string,
  shape: S,
  data: (view: View, reader: Reader) => z.input<z.ZodObject<S>>,
  offers: Pick<LetterOf, 'buttons' | 'link'> = { buttons: null, link: true },
): LetterOf => {
  const file = { name, schema: z.object({ ...everyLetter, ...shape }) };
  return {
    file,
    ...offers,
    write: (view, reader) => writeLetter(file, { reference: view.d.reference, reader, ...data(view, reader) }),
  };
};

/** As it is read outside Teams: the codes of rules stand in its last line, where there are any. */
export const inWriting = (letter: Letter): Letter => {
  const lines = letter.lines.map(uncited);
  const rules = [...new Set(lines.flatMap((line) => line.rules))];
  const last = rules.length === 0 ? [] : [`Rules of the procedure: ${rules.join(', ')}.`];
  return { ...letter, lines: [...lines.map(({ text }) => text), ...last] };
};

/** The same letter for everybody. */
export const toAll = (one: LetterOf): Letters => ({ all: [one], choose: () => one });

/** One of several: a letter that is not among them cannot be chosen. */
export const oneOf = <L extends Readonly<Record<string, LetterOf>>>(
  letters: L,
  choose: (view: View, reader: Reader) => keyof L,
): Letters => ({ all: Object.values(letters), choose: (view, reader) => letters[choose(view, reader)] as LetterOf });

/** The discussion of a message that follows from a decision. */
export const decided = ({ d, notice }: View): Decided => {
  if (d.stage !== 'decided') throw new Error(`${notice.id} is about a decision, and ${d.reference} is ${d.stage}`);
  return d;
};

/** When the decision was last put right; null where it stands as it was recorded. */
export const correctedAt = (d: Discussion): string | null => {
  const last = correctionsOf(d).at(-1);
  return last === undefined ? null : formatLondon(last.at);
};

export const participantOf = ({ d, notice: { id, recipient } }: View): Participant => {
  const found = recipient.to === 'person' ? everKnown(d).find((p) => p.personId === recipient.personId) : undefined;
  if (found === undefined) throw new Error(`${id} is owed to nobody the discussion knows`);
  return found;
};

/**
 * A child’s name where it would go out to people who are not to have it: the place of a meeting is in every invitation,
 * and initials, the reason for standing down and the reason for another time are seen in the channel (I-26).
 */
import { plainWords } from '../../practice/language/spelling.ts';
import type { Child } from '../state/childShape.ts';
import type { Refusal } from './refusal.ts';

export type Shown = Extract<Refusal, { code: 'childNamed' }>['where'];

/** Shorter words are initials, or too common to mean a child. */
const shortest = 3;
/** The address of an online meeting has letters in it that nobody chose. */
const webAddress = /https?:\/\/\S+/giu;
const possessive = /['’‘ʼ`]s(?!\p{L})/giu;

const wordsOf = (text: string): readonly string[] =>
  plainWords(text.replace(webAddress, ' ').replace(possessive, '')).filter(({ length }) => length >= shortest);

export const childNamed = (
  children: readonly Pick<Child, 'childId' | 'name'>[],
  texts: Readonly<Partial<Record<Shown, string>>>,
): Refusal | null => {
  for (const [where, text] of Object.entries(texts) as readonly [Shown, string][]) {
    const words = wordsOf(text);
    const named = children.find(({ name }) => wordsOf(name).some((word) => words.includes(word)));
    if (named !== undefined) return { code: 'childNamed', childId: named.childId, where };
  }
  return null;
};

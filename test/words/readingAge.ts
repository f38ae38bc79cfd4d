/**
 * How old somebody is who reads a text without effort: the Flesch-Kincaid grade, and five years. One short sentence says
 * little of that, so it counts in the whole text, and only a longer one by itself as well.
 */
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

/**
 * Names of the field have no plainer word: everybody who takes part uses them every day, and another word would mean another
 * thing in law. They count as easy, as do the days and months of a date.
 */
const namesOfTheField = [
  ...['strategy', 'discussion', 'discussions', 'section', 'enquiry', 'assessment', 'conference'],
  ...['safeguarding', 'emergency', 'referral', 'referrer', 'convenor', 'dedicated', 'decision', 'maker'],
  ...['agency', 'agencies', 'agency’s', 'police', 'paediatrician', 'authority', 'designated', 'officer', 'escalation'],
  ...['responsible', 'responsibility'],
];
const dates = [
  ...['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july'],
  ...['august', 'september', 'october', 'november', 'december'],
];
const easy = new Set([...namesOfTheField, ...dates]);

/** Who somebody is or where they work is read as one thing, however long it is. */
const isName = (word: string, at: number): boolean => at > 0 && /^\p{Lu}/u.test(word);

const wordsIn = (sentence: string): readonly string[] => sentence.match(/[\p{L}\d’'-]+/gu) ?? [];

const syllablesIn = (sentence: string): number =>
  wordsIn(sentence)
    .map((word, at) => (isName(word, at) || /\d/.test(word) || easy.has(word.toLowerCase()) ? 1 : syllable(word)))
    .reduce((sum, count) => sum + count, 0);

/** What stands on a line of its own, such as a heading or the words of a button, is a sentence here; so is “When:”. */
export const sentencesIn = (text: string): readonly string[] =>
  text
    .split(/(?<=[.?!:])\s+|\n/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => wordsIn(sentence).length > 0);

const ageOf = (sentences: readonly string[]): number =>
  5 +
  fleschKincaid({
    sentence: sentences.length,
    word: sentences.flatMap(wordsIn).length,
    syllable: sentences.map(syllablesIn).reduce((sum, count) => sum + count, 0),
  });

const longEnough = 8;

/** The sentences that are too hard for readers of that age, and the whole text if it is, each with the age it takes. */
export const tooHard = (sentences: readonly string[], readers: number): readonly string[] => {
  const each = sentences
    .filter((sentence) => wordsIn(sentence).length >= longEnough)
    .map((sentence) => ({ sentence, age: ageOf([sentence]) }));
  const whole = { sentence: 'all of it', age: sentences.length === 0 ? 0 : ageOf(sentences) };
  return [whole, ...each]
    .filter(({ age }) => age > readers)
    .map(({ sentence, age }) => `${age.toFixed(1)}: ${sentence}`);
};

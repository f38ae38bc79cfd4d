/** The initials by which a channel knows a child: two to eight letters of any script, each standing for a name. */

/** A letter with its marks; the apostrophe of `D'A` and the hyphen of a double barrel stand between letters. */
const letter = /\p{L}\p{M}*/gu;
const allowed = /^\p{L}(?:[\p{L}\p{M}.'\u2019\u2010-\u2013 -])*$/u;
/** A word is written with small letters after a large one, and one in small letters alone is a word when it is long. */
const word = /\p{Lu}\p{M}*\p{Ll}/u;
const longestRun = 4;

const mostLetters = 8;

/** As they are shown, in large letters; null for a name, and for what is no letters. */
export const initialsTyped = (text: string): string | null => {
  const kept = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  const letters = kept.match(letter)?.length ?? 0;
  const runs = kept.split(/[^\p{L}\p{M}]+/u);
  const isWord = runs.some(
    (run) => word.test(run) || (/^\p{Ll}/u.test(run) && (run.match(letter)?.length ?? 0) > longestRun),
  );
  return !allowed.test(kept) || letters < 2 || letters > mostLetters || isWord ? null : kept.toUpperCase();
};

/** Of a name that was typed: the first letter of each of its words, with full stops; null where they are none. */
export const initialsOf = (name: string): string | null => {
  const firsts = name.normalize('NFC').match(/(?<![\p{L}\p{M}'\u2019])\p{L}\p{M}*/gu) ?? [];
  return initialsTyped(firsts.map((first) => `${first.toUpperCase()}.`).join(''));
};

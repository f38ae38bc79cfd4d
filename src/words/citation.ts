/**
 * The code of a rule beside what the rule says: `Fill in the reason ⟨X-3⟩`. It is carried along between two marks that nobody
 * can type, and each edge decides how it is shown: behind "Why?" on a card, in the last line of a letter.
 */
const [open, close] = ['\uE000', '\uE001'];
const citation = new RegExp(` ?${open}([^${close}]*)${close}`, 'g');

export const cite = (rule: string): string => `${open}${rule}${close}`;

/** A sentence with its codes taken out, and the codes. */
export interface Uncited {
  readonly text: string;
  readonly rules: readonly string[];
}

export const uncited = (text: string): Uncited => ({
  text: text.replace(citation, ''),
  rules: [...new Set([...text.matchAll(citation)].map(([, rule = '']) => rule))],
});

/** For people who look rules up: `Fill in the reason (X-3)`. */
export const inParentheses = (text: string): string => text.replaceAll(open, '(').replaceAll(close, ')');

/** In a file, a code stands in parentheses, or a name for one does: `(Q-9)`, `({{ duty.rule }})`, `(${rule})`. */
const inFile = /\(([A-Z]{1,2}(?:-[A-Z]{2})?-\d+[a-z]?|\{\{ ?(?:\w+\.)*rule ?\}\}|\$\{(?:\w+\.)*rule\})\)/g;

/** The text of a file with its codes marked; everything stays where it was. */
export const marked = (file: string): string => file.replace(inFile, (_, code: string) => cite(code));

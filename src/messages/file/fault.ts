/** What is wrong with a letter file, said to whoever edits it: where, and what may stand there. */
export interface FileFault {
  /** The first line of the file is 1. */
  readonly line: number;
  /** Counted from 1; null where only the line is known. */
  readonly column: number | null;
  /** One sentence, or two: what is wrong, and what may be used. */
  readonly words: string;
}

/** `cards/letters/outcome-agency.md, line 7, column 12: there is no "refernce" here. You may use: reference.` */
export const faultSentence = (name: string, { line, column, words }: FileFault): string =>
  `cards/letters/${name}.md, line ${line}${column === null ? '' : `, column ${column}`}: ${words}`;

export const mayUse = (names: readonly string[]): string =>
  names.length === 0 ? 'Nothing may be used.' : `You may use: ${names.join(', ')}.`;

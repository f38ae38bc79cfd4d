/**
 * Letters are files that a council can edit, `cards/letters/NAME.md`: the program gives each typed data, the file decides
 * the words. Each is read and parsed once; `faultsIn` looks at all of it before anything is sent.
 */
import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { faultSentence, mayUse, type FileFault } from './fault.ts';
import { groupOf } from './known.ts';
import { lineOf, paragraphsOf } from './liquid.ts';
import { partsOf, type Parsed, type Parts } from './parts.ts';
import { faultsInUse } from './uses.ts';

export interface LetterFile {
  readonly name: string;
  /** All that the file is given, and so all that it can say of a case. */
  readonly schema: z.ZodObject;
}

/** What one reader is told. */
export interface Letter {
  /** Of an e-mail, or the line of a notification: never case data. */
  readonly subject: string;
  readonly heading: string;
  readonly lines: readonly string[];
  /** The titles of its buttons, by name. */
  readonly buttons: ReadonlyMap<string, string>;
  /** The words of its link; null where it has none. */
  readonly link: string | null;
}

export type ReadText = (name: string) => string;

const folder = new URL('../../../cards/letters/', import.meta.url);

/** Throws where there is no such file. */
export const readLetterText: ReadText = (name) => readFileSync(new URL(`${name}.md`, folder), 'utf8');

const read = new Map<string, Parts>();

/** Throws where the file is faulty or the data does not fit: neither happens to a file that `faultsIn` has passed. */
export const writeLetter = ({ name, schema }: LetterFile, data: object): Letter => {
  const parts = read.get(name) ?? partsOf(readLetterText(name));
  const { subject, heading, body, link, buttons, faults } = parts;
  const [fault] = faults;
  if (fault !== undefined || subject === null || heading === null || body === null) {
    throw new Error(fault === undefined ? `cards/letters/${name}.md is not whole` : faultSentence(name, fault));
  }
  // A faulty one is read again: it may be put right while the product runs.
  read.set(name, parts);
  const parsed = schema.parse(data);
  return {
    subject: lineOf(subject.templates, parsed),
    heading: lineOf(heading.templates, parsed),
    lines: paragraphsOf(body.templates, parsed),
    buttons: new Map([...buttons].map(([button, { text }]) => [button, text])),
    link: link?.text ?? null,
  };
};

/** What its kind of message has: the file has a title for each, and for nothing else. */
export interface Titled {
  readonly buttons: readonly string[];
  readonly link: boolean;
}

/** One sentence for each fault, in the order of the file. */
export const faultsIn = (file: LetterFile, titled: Titled, text: ReadText = readLetterText): readonly string[] => {
  let parts: Parts;
  try {
    parts = partsOf(text(file.name));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return [`cards/letters/${file.name}.md cannot be read. Put back the file that came with this version.`];
  }
  const scope = groupOf(file.schema);
  const inUse = (parsed: Parsed | null, hasColumns: boolean): readonly FileFault[] =>
    parsed === null
      ? []
      : faultsInUse(parsed.templates, scope).map(({ line, column, words }) => ({
          line: line + parsed.linesAbove,
          column: hasColumns ? column : null,
          words,
        }));
  return [
    ...parts.faults,
    ...inUse(parts.subject, false),
    ...inUse(parts.heading, false),
    ...inUse(parts.body, true),
    ...titleFaults(parts, titled),
  ]
    .toSorted((a, b) => a.line - b.line)
    .map((fault) => faultSentence(file.name, fault));
};

const titleFaults = ({ link, buttons }: Parts, titled: Titled): readonly FileFault[] => {
  const at = (line: number, words: string): FileFault => ({ line, column: null, words });
  return [
    ...titled.buttons
      .filter((button) => !buttons.has(button))
      .map((button) => at(2, `the title of the button "${button}" is missing, below "buttons".`)),
    ...[...buttons]
      .filter(([button]) => !titled.buttons.includes(button))
      .map(([button, { line }]) => at(line, `there is no button "${button}" here. ${mayUse(titled.buttons)}`)),
    ...(titled.link && link === null ? [at(2, 'the words of its link are missing: "link".')] : []),
    ...(!titled.link && link !== null ? [at(link.line, 'this letter has no link.')] : []),
  ];
};

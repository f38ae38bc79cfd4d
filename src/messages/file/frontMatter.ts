/** The part of a letter file between two lines of `---`: its subject and heading, and the titles of its link and buttons. */
import { isMap, isScalar, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import { mayUse, type FileFault } from './fault.ts';

/** Words of the front matter and the line of the file they stand on. */
export interface Words {
  readonly text: string;
  readonly line: number;
}

export interface FrontMatter {
  /** By place: subject, heading, link. */
  readonly said: ReadonlyMap<string, Words>;
  readonly buttons: ReadonlyMap<string, Words>;
  readonly faults: readonly FileFault[];
}

const places = ['subject', 'heading', 'link', 'buttons'];

/** `text` begins on the second line of the file, below the first `---`. */
export const readFrontMatter = (text: string): FrontMatter => {
  const lines = new LineCounter();
  const { contents, errors } = parseDocument(text, { lineCounter: lines });
  const lineAt = (offset: number): number => lines.linePos(offset).line + 1;
  const [error] = errors;
  if (error !== undefined) return nothing(fault(lineAt(error.pos[0]), unreadable));
  if (!isMap(contents))
    return nothing(fault(2, 'a subject and a heading stand here, each after its name and a colon.'));

  const entries = entriesIn(contents, lineAt);
  const buttons = entries.flatMap(({ name, below }) => (name === 'buttons' ? below : []));
  const said = entries.filter(({ name }) => name !== 'buttons');
  return {
    said: wordsOf(said),
    buttons: wordsOf(buttons),
    faults: [
      ...entries
        .filter(({ name }) => !places.includes(name))
        .map(({ name, line }) => fault(line, `there is no place for "${name}" here. ${mayUse(places)}`)),
      ...[...said, ...buttons]
        .filter(({ text }) => text.trim() === '')
        .map(({ name, line }) => fault(line, `there are no words for "${name}". ${inQuotationMarks}`)),
    ],
  };
};

const inQuotationMarks = 'Words with a colon or braces in them stand in quotation marks.';
const unreadable = `this cannot be read: each line is a name, a colon and words. ${inQuotationMarks}`;

interface Entry extends Words {
  readonly name: string;
  readonly below: readonly Entry[];
}

const entriesIn = (map: YAMLMap, lineAt: (offset: number) => number): readonly Entry[] =>
  map.items.flatMap(({ key, value }) => {
    if (!isScalar(key) || key.range == null) return [];
    const text = isScalar(value) && typeof value.value === 'string' ? value.value : '';
    return [
      {
        name: String(key.value),
        line: lineAt(key.range[0]),
        text,
        below: isMap(value) ? entriesIn(value, lineAt) : [],
      },
    ];
  });

const wordsOf = (entries: readonly Entry[]): ReadonlyMap<string, Words> =>
  new Map(entries.map(({ name, text, line }) => [name, { text, line }]));

const nothing = (found: FileFault): FrontMatter => ({ said: new Map(), buttons: new Map(), faults: [found] });

const fault = (line: number, words: string): FileFault => ({ line, column: null, words });

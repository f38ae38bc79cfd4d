/** A letter file taken apart: front matter between two lines of `---`, and below it the letter, paragraph by paragraph. */
import { LiquidError } from 'liquidjs';
import { mayUse, type FileFault } from './fault.ts';
import { readFrontMatter, type Words } from './frontMatter.ts';
import { parseLine, parseParagraphs, tagsInUse, unprintable, type Template } from './liquid.ts';
import { marked } from '../../words/citation.ts';

/** Templates, and how far below the top of the file they begin. */
export interface Parsed {
  readonly templates: readonly Template[];
  readonly linesAbove: number;
}

export interface Parts {
  /** Null where it is missing or cannot be read. */
  readonly subject: Parsed | null;
  readonly heading: Parsed | null;
  readonly body: Parsed | null;
  readonly link: Words | null;
  readonly buttons: ReadonlyMap<string, Words>;
  readonly faults: readonly FileFault[];
}

export const partsOf = (file: string): Parts => {
  // As Windows writes it, too.
  const written = file.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const text = marked(written);
  const [whole = '', front = ''] = /^---\n(.*?)^---[^\S\n]*$\n?/ms.exec(text) ?? [];
  const { said, buttons, faults } = readFrontMatter(front);
  const below = text.slice(whole.length);
  const subject = line('subject', said.get('subject'));
  const heading = line('heading', said.get('heading'));
  const body = parsed(() => parseParagraphs(below), whole.split('\n').length - 1, true);
  const titles = [...buttons.values(), ...(said.get('link') === undefined ? [] : [said.get('link')])];
  return {
    subject: subject.parsed,
    heading: heading.parsed,
    body: body.parsed,
    link: said.get('link') ?? null,
    buttons,
    faults: [
      ...faults,
      ...(faults.length > 0 ? [] : [...subject.faults, ...heading.faults]),
      ...titles.flatMap((title) => (title === undefined ? [] : plainOnly(title))),
      ...body.faults,
      ...(below.trim() === ''
        ? [{ line: text.split('\n').length, column: null, words: 'the letter says nothing.' }]
        : []),
      ...unprintableIn(written),
    ],
  };
};

interface Attempt {
  readonly parsed: Parsed | null;
  readonly faults: readonly FileFault[];
}

const line = (name: string, words: Words | undefined): Attempt =>
  words === undefined
    ? { parsed: null, faults: [{ line: 2, column: null, words: `the ${name} is missing.` }] }
    : parsed(() => parseLine(words.text), words.line - 1, false);

/** What cannot be read ends the reading of its part, so there is one such fault for each. */
const parsed = (parse: () => readonly Template[], linesAbove: number, hasColumns: boolean): Attempt => {
  try {
    return { parsed: { templates: parse(), linesAbove }, faults: [] };
  } catch (error) {
    if (!LiquidError.is(error)) throw error;
    const [row = 1, column = 1] = error.token.getPosition();
    const words = `${reasonOf(error)} ${mayUse(['{{ }}', ...tagsInUse.map((tag) => `{% ${tag} %}`)])}`;
    return { parsed: null, faults: [{ line: linesAbove + row, column: hasColumns ? column : null, words }] };
  }
};

const reasonOf = (error: LiquidError): string => {
  const said = error.message.replace(/, (file|line|col):.*$/s, '');
  const tag = /^tag "([^"]*)" not found/.exec(said)?.[1];
  if (tag !== undefined) return `there is no {% ${tag} %} here.`;
  const filter = /^undefined filter: (.*)/.exec(said)?.[1];
  return filter === undefined ? `this cannot be read: ${said}.` : `there is no filter "${filter}" here.`;
};

/** Titles are said as they stand. */
const plainOnly = ({ text, line: at }: Words): readonly FileFault[] =>
  /\{[{%]/.test(text) ? [{ line: at, column: null, words: `"${text}" is a title: no name can be put into it.` }] : [];

const unprintableIn = (text: string): readonly FileFault[] =>
  text
    .split('\n')
    .flatMap((content, i) =>
      unprintable.test(content) ? [{ line: i + 1, column: null, words: 'a character here cannot be shown.' }] : [],
    );

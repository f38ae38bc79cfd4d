/**
 * The little of the Liquid language that letters use: names in `{{ }}`, and `if`, `unless`, `for` and `comment`. Nothing
 * else is there: no filters, no other files, no assignments.
 */
import { Liquid, type Template } from 'liquidjs';

export type { Template };

export const tagsInUse = ['if', 'unless', 'for', 'comment'] as const;

/** Stand for the end of a paragraph, and around what was put in. No letter and no name contains them: see `unprintable`. */
const apart = '\u0001';
const open = '\u0002';
const close = '\u0003';

/** What a file may not contain. People's words may: they never stand in the text as they are until it has been cut. */
export const unprintable = /[\u0001-\u0003]/;

/** Not as they are: a blank line somebody typed would start a paragraph, and their spaces at its ends would be lost. */
const enclosed = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `${open}${Buffer.from(text, 'utf16le').toString('hex')}${close}`;
};

/** In one pass, so what somebody typed is never looked at again. */
const disclosed = (text: string): string =>
  text.replace(/\u0002([0-9a-f]*)\u0003/g, (_, hex: string) => Buffer.from(hex, 'hex').toString('utf16le'));

const engine = new Liquid({
  strictVariables: true,
  strictFilters: true,
  ownPropertyOnly: true,
  outputEscape: enclosed,
  templates: {},
});
for (const filter of Object.keys(engine.filters)) Reflect.deleteProperty(engine.filters, filter);
for (const tag of Object.keys(engine.tags)) {
  if (!tagsInUse.some((inUse) => inUse === tag)) Reflect.deleteProperty(engine.tags, tag);
}

/** One line: a subject or heading. Throws a LiquidError, which knows the line and column. */
export const parseLine = (text: string): readonly Template[] => engine.parse(text);

/** Paragraphs with blank lines between. Its lines keep their numbers. Throws a LiquidError. */
export const parseParagraphs = (text: string): readonly Template[] =>
  engine.parse(text.replaceAll(/^[^\S\n]*$/gm, apart));

export const lineOf = (parsed: readonly Template[], data: object): string => disclosed(rendered(parsed, data).trim());

/** A line on which there was only a tag is gone, and so is a paragraph of which nothing is left. */
export const paragraphsOf = (parsed: readonly Template[], data: object): readonly string[] =>
  rendered(parsed, data)
    .split(apart)
    .map((paragraph) => paragraph.split('\n').map((line) => line.trim()))
    .map((lines) => lines.filter((line) => line !== '').join('\n'))
    .filter((paragraph) => paragraph !== '')
    .map(disclosed);

const rendered = (parsed: readonly Template[], data: object): string => String(engine.renderSync([...parsed], data));

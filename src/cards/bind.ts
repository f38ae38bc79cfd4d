/**
 * Binds the root `cards/*.json` templates to data. Each template is parsed once, when it is first used: all of them together
 * take longer than the rest of a start. The data is parsed by the card's own zod schema first, because the templating library
 * lets a missing name through as literal text.
 */
import { readFileSync } from 'node:fs';
// Its main entry drags in the renderer's sources, which do not compile under our settings.
import { Template } from 'adaptivecards-templating/lib/template-engine.js';
import { z } from 'zod';
import { marked } from '../words/citation.ts';

/** An adaptive card, ready to send. */
export interface Card {
  readonly type: 'AdaptiveCard';
  readonly body: readonly object[];
  readonly actions?: readonly object[];
  readonly [key: string]: unknown;
}

/** Our own budget for one card's JSON, in bytes of UTF-8; Teams' connectors stop at 28 KB. */
export const cardBudget = 28 * 1024;

/** A template and its data do not fit together: a bug in this program, never a person's doing. */
class CardFault extends Error {
  override readonly name: string = 'CardFault';
}

/** More than a card may hold. A form that shows back what somebody typed can come to this. */
export class CardTooLong extends CardFault {
  override readonly name = 'CardTooLong';
}

const unbound = '${';
const apart = '$\u200b{';

/** Emphasis, code, links, HTML, entities and client-side dates anywhere; headings, lists and tables where a line begins. */
const markdown = /[\\`*_[\]<>~]|&(?=#?\w+;)|(?<=\{)\{|^[#+=|:-]|(?<=^\d+)[.)]/gm;
const indentation = /^[^\S\n]+/gm;

/** Text for a place that is shown as it stands (inputs, choices, text runs). */
export const plain = z.string().transform((text) => text.replaceAll(unbound, apart));

/** Text for a place where clients read Markdown: it stays the characters that it has. */
export const literal = (text: string): string => text.replace(indentation, '').replace(markdown, (mark) => `\\${mark}`);

/** Text somebody wrote, for such a place. */
export const said = z.string().transform((text) => literal(text.replaceAll(unbound, apart)));

/** One entry of a list to choose from. */
export const choice = z.object({ title: plain, value: plain });
export type Choice = Readonly<z.input<typeof choice>>;

const folder = new URL('../../cards/', import.meta.url);

/** The start of a text that is too long for its place; what ends it says that there is more. */
export const clipped = (text: string, length: number, end = '…'): string =>
  text.length <= length ? text : `${text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')}${end}`;

/** The start of a text of which a card shows no more than that; the record keeps all of it. */
export const inPart = (text: string, length: number): string =>
  clipped(text, length, '… (shown in part here; all of it is recorded)');

/** One line of a list to choose from, cut where a name, title and agency together run very long. */
export const choiceOf = (title: string, value: string): Choice => ({
  title: clipped(title, 120),
  value,
});

/** Every template in use, by name: what tests bind their samples with. */
export const templates = new Map<string, (data: never) => Card>();

type Given<T> = T extends readonly (infer E)[]
  ? readonly Given<E>[]
  : T extends object
    ? { readonly [K in keyof T]: Given<T[K]> }
    : T;

/** Binds data to `cards/NAME.json`. What it makes throws {@link CardFault} on a bad template, or data that does not fit it. */
export const template = <S extends z.ZodType>(name: string, schema: S): ((data: Given<z.input<S>>) => Card) => {
  let parsed: Template | null = null;
  const bindAnew = (data: Given<z.input<S>>): Card => {
    const fit = schema.safeParse(data);
    if (!fit.success) throw new CardFault(`cards/${name}.json: ${z.prettifyError(fit.error)}`);
    parsed ??= parsedTemplate(name);
    return checked(name, parsed.expand({ $root: fit.data as object }) as Card);
  };
  const bind = (data: Given<z.input<S>>): Card => keptOr(`${name} ${JSON.stringify(data)}`, () => bindAnew(data));
  templates.set(name, bind);
  return bind;
};

/** Cards bound last, by template and data: what several people look at is bound once. A card is never changed. */
const kept = new Map<string, Card>();
/** Some 10 KB each, and four times that in memory. */
const mostKept = 100;

const keptOr = (key: string, bindAnew: () => Card): Card => {
  const card = kept.get(key) ?? bindAnew();
  // As the one used last; the one used longest ago makes room.
  kept.delete(key);
  kept.set(key, card);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return card;
};

const parsedTemplate = (name: string): Template =>
  new Template(JSON.parse(marked(readFileSync(new URL(`${name}.json`, folder), 'utf8'))) as object);

const checked = (name: string, card: Card): Card => {
  const json = JSON.stringify(card);
  const left = json.indexOf(unbound);
  if (left >= 0) throw new CardFault(`cards/${name}.json has something unbound: ${json.slice(left, left + 40)}`);
  sizes.set(card, Buffer.byteLength(json));
  return withinBudget(name, card);
};

const withinBudget = (name: string, card: Card): Card => {
  const size = bytesOf(card);
  if (size > cardBudget) throw new CardTooLong(`cards/${name}.json came to ${size} bytes, over ${cardBudget}`);
  return card;
};

/** Cards that are kept are asked for again and again. */
const sizes = new WeakMap<object, number>();

export const bytesOf = (card: object): number => {
  const size = sizes.get(card) ?? Buffer.byteLength(JSON.stringify(card));
  sizes.set(card, size);
  return size;
};

/** One card under another, as one card. */
export const beneath = (card: Card, { body }: Card): Card => ({ ...card, body: [...card.body, ...body] });

/** Left free on a card whose lists are cut to fit, for a banner of problems above it. */
const bannerRoom = 2048;

/** The card with the longest lists that fit. What it leaves out, `build` must say on it. Throws {@link CardTooLong}. */
export const longestThatFits = (lengths: readonly number[], build: (length: number) => Card): Card => {
  const [longest = 0, ...shorter] = lengths;
  try {
    const card = build(longest);
    if (shorter.length === 0 || bytesOf(card) + bannerRoom <= cardBudget) return card;
  } catch (error) {
    if (!(error instanceof CardTooLong) || shorter.length === 0) throw error;
  }
  return longestThatFits(shorter, build);
};

/** The same card with this on it as well: below the element of that id, or below everything. Throws {@link CardTooLong}. */
export const withParts = (card: Card, { body }: Card, below?: string): Card => {
  const at = card.body.findIndex((element) => below !== undefined && 'id' in element && element.id === below);
  const end = at < 0 ? card.body.length : at + 1;
  return withinBudget('parts', { ...card, body: [...card.body.slice(0, end), ...body, ...card.body.slice(end)] });
};

const problemBanner = template('problem', z.object({ title: plain, problems: z.array(said) }));

/** The same form again, opening with what has to be put right. */
export const withProblems = (card: Card, problems: readonly string[], title = 'There is a problem'): Card =>
  problems.length === 0
    ? card
    : withinBudget('problem', { ...card, body: [...problemBanner({ title, problems }).body, ...card.body] });

/**
 * Binds the root `cards/*.json` templates to data. Each template is parsed once; the data is parsed by the card's own zod
 * schema first, because the templating library lets a missing name through as literal text.
 */
import { readFileSync } from 'node:fs';
import * as templating from 'adaptivecards-templating';
import { z } from 'zod';

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
export class CardFault extends Error {
  override readonly name = 'CardFault';
}

const unbound = '${';
const apart = '$\u200b{';

/** Emphasis, code, links and HTML anywhere; headings, quotes and lists where a line begins. */
const markdown = /[\\`*_[\]<>~]|(?<=^[ \t]*)[#+-]|(?<=^[ \t]*\d+)[.)]/gm;

/** Text for a place that is shown as it stands (inputs, choices, text runs). */
export const plain = z.string().transform((text) => text.replaceAll(unbound, apart));

/** Text somebody wrote, for a place where clients read Markdown: it stays the characters they typed. */
export const said = z
  .string()
  .transform((text) => text.replaceAll(unbound, apart).replace(markdown, (mark) => `\\${mark}`));

const folder = new URL('../../cards/', import.meta.url);

type Given<T> = T extends readonly (infer E)[] ? readonly Given<E>[] : T extends object ? { readonly [K in keyof T]: Given<T[K]> } : T;

/** Reads and parses `cards/NAME.json` once; the result binds data to it. Throws {@link CardFault} on a bad template. */
export const template = <S extends z.ZodType>(name: string, schema: S): ((data: Given<z.input<S>>) => Card) => {
  const source = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as object;
  const parsed = new templating.Template(source);
  return (data) => {
    const fit = schema.safeParse(data);
    if (!fit.success) throw new CardFault(`cards/${name}.json: ${z.prettifyError(fit.error)}`);
    return checked(name, parsed.expand({ $root: fit.data as object }) as Card);
  };
};

const checked = (name: string, card: Card): Card => {
  const json = JSON.stringify(card);
  const left = json.indexOf(unbound);
  if (left >= 0) throw new CardFault(`cards/${name}.json has something unbound: ${json.slice(left, left + 40)}`);
  const size = Buffer.byteLength(json);
  if (size > cardBudget) throw new CardFault(`cards/${name}.json came to ${size} bytes, over the budget of ${cardBudget}`);
  return card;
};

const problemBanner = template('problem', z.object({ title: plain, problems: z.array(said) }));

/** The same form again, opening with what has to be put right. */
export const withProblems = (card: Card, problems: readonly string[], title = 'There is a problem'): Card =>
  problems.length === 0
    ? card
    : { ...card, body: [...problemBanner({ title, problems: [...problems] }).body, ...card.body] };

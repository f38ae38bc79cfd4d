/**
 * The words of the leaflet for families (FG-1 to FG-7), a file for each language: `cards/leaflet/CODE.yaml`. Every file has
 * every passage, or the service does not start: no family is told less because of the language it reads.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { z } from 'zod';
import type { RuleId } from '../../practice/language/vocabulary.ts';

const known = ['authority', 'worker', 'telephone'] as const;
type Filled = Readonly<Record<(typeof known)[number], string>>;

const placeholder = /\{\{\s*(\w*)\s*\}\}/g;

const text = z
  .string()
  .trim()
  .min(1, 'must say something')
  .refine(
    (words) => [...words.matchAll(placeholder)].every(([, name]) => known.some((one) => one === name)),
    `may fill in ${known.map((name) => `{{ ${name} }}`).join(', ')} only`,
  );
const texts = z.array(text).min(1);
const passage = z.strictObject({ heading: text, body: texts });
const points = z.strictObject({ heading: text, items: texts });

const schema = z.strictObject({
  /** BCP 47. */
  language: text,
  /** What whoever chooses it calls it. */
  name: text,
  title: text,
  marking: text,
  page: z.tuple([text, text]),
  lead: texts,
  passages: z.strictObject({
    'FG-1': passage,
    'FG-2': passage,
    'FG-3': passage,
    'FG-4': passage,
    'FG-5': passage,
    'FG-6': passage,
    'FG-7': passage,
  }),
  /** Above what this family is told, which stands in the language of whoever wrote it. */
  told: z.strictObject({ heading: text, lead: z.array(text) }),
  next: points,
  rights: points,
  ring: z.strictObject({ heading: text, worker: text, telephone: text, noTelephone: text, danger: text }),
});
export type LeafletTexts = z.infer<typeof schema>;

const folder = new URL('../../../cards/leaflet/', import.meta.url);

const names = (): readonly string[] => readdirSync(folder).filter((name) => name.endsWith('.yaml'));

const read = (name: string): unknown => load(readFileSync(new URL(name, folder), 'utf8'));

/** A sentence for each slip, with the file and the place. None: every language can be given. */
export const leafletFaults = (files: readonly string[] = names(), of = read): readonly string[] =>
  files.flatMap((name) => faultsIn(name, of));

const faultsIn = (name: string, of: (name: string) => unknown): readonly string[] => {
  try {
    const { error } = schema.safeParse(of(name));
    return (error?.issues ?? []).map(
      ({ path, message }) => `cards/leaflet/${name}: ${path.map(String).join('.')}: ${message}.`,
    );
  } catch (error) {
    return [`cards/leaflet/${name} is no YAML: ${error instanceof Error ? error.message : String(error)}`];
  }
};

let all: ReadonlyMap<string, LeafletTexts> | null = null;

/** By the code of the language, such as `en` or `pl`; English first. Throws for a file that {@link leafletFaults} names. */
export const leaflets = (): ReadonlyMap<string, LeafletTexts> => {
  const codes = names().map((name) => name.slice(0, -'.yaml'.length));
  const inOrder = codes.toSorted((a, b) => Number(b === english) - Number(a === english) || a.localeCompare(b));
  all ??= new Map(inOrder.map((code) => [code, schema.parse(read(`${code}.yaml`))]));
  return all;
};

export const english = 'en';

export const filledIn = (words: string, filled: Filled): string =>
  words.replaceAll(placeholder, (_, name: keyof Filled) => filled[name]);

/** Other rules that a passage keeps to. */
const alsoKeepsTo: Readonly<Record<string, readonly RuleId[]>> = { 'FG-2': ['S-1', 'F-8'] };

/** As it stands before anything is filled in, passage by passage, with the rules it keeps to. */
export const familyGuide = (): readonly {
  readonly id: string;
  readonly heading: string;
  readonly body: readonly string[];
  readonly covers: readonly RuleId[];
}[] =>
  Object.entries(leaflets().get(english)?.passages ?? {}).map(([id, { heading, body }]) => ({
    id,
    heading,
    body,
    covers: alsoKeepsTo[id] ?? [],
  }));

/** `practice new`: a council starts its own procedure from the nearest one there is. */
import { baselineKey } from '../practice/language/vocabulary.ts';
import { InputProblem } from './io.ts';
import { keysOf, type PracticeEdges } from './practiceEdges.ts';
import { families } from './families.ts';

export interface NewOptions {
  readonly from: string;
  readonly out?: string;
}

const keyShape = /^[a-z][a-z0-9-]{1,40}$/;

export const newCommand = (edges: PracticeEdges, key: string, { from, out }: NewOptions): void => {
  if (!keyShape.test(key)) {
    throw new InputProblem(`KEY: "${key}" must be lower-case letters, digits and hyphens, such as my-council.`);
  }
  if (keysOf(edges).includes(key)) throw new InputProblem(`KEY: there is a standard ${key} already.`);
  const origin = edges.texts.filter(({ isFormer, text }) => !isFormer && text.includes(`standard: ${from}\n`)).at(-1);
  if (origin === undefined) throw new InputProblem(`--from: "${from}" must be one of ${keysOf(edges).join(', ')}.`);
  const text = startingText(key, from, origin.text);
  if (out === undefined) {
    edges.io.out(text);
    return;
  }
  try {
    edges.write(out, text);
  } catch (cause) {
    throw new InputProblem(`--out: ${out} cannot be written, or is there already.`, { cause });
  }
  edges.io.out(`${out} is written. Change it to your procedure, then: practice check ${out}\n`);
};

const head = (
  key: string,
  from: string,
): string => `# The procedure of ${key}, begun as a copy of ${from}. Change it until it says what yours says.
#
# Check it as you go:      npm run -s strategy -- practice check FILE
# See what you changed:    npm run -s strategy -- practice diff ${from} FILE
# Let an editor help:      npm run -s strategy -- practice schema > standard.schema.json
# Use it:                  STANDARD_FILE=FILE STANDARD=${key}
#
# The parts of this file, in order:
#   standard   its key: lower-case letters, digits and hyphens. Never change it once discussions are held under it.
#   title      what people read.
#   version    change it whenever a rule changes. A discussion is read under the version it was convened under, so keep
#              the old file too.
#   source     the document the procedure stands in; each rule's "heading" is a place in it.
#   extends    the statutory baseline, whose rules hold unless this file has its own rule of the same id.
#   replaces   rules of the baseline that this procedure answers with rules of other ids.
#   readings   how you read what a source leaves open, by rule, such as {DL-1: workingDays}. See: practice rules
#   facts      facts of your own: name, group (concerns, circumstances, complexReasons), of (child, discussion), words.
#   roles      roles no other standard names, with their words.
#   implies    what follows from what: where one of "from" is true, "fact" is true too. With "setAside: true" a manager
#              may set it aside for one case, with a reason.
#   rules      one entry a rule. "strength" must blocks, should asks for a reason or warns, consider asks, info informs.
#              "when" says where it applies: anyOf one is enough, allOf every one, noneOf not one of these.
`;

const titleOf = (key: string): string => `${key[0]?.toUpperCase() ?? ''}${key.slice(1).replaceAll('-', ' ')}`;

/** The copy with its own key, title and version, and a heading over each family of rules. */
const startingText = (key: string, from: string, origin: string): string => {
  const own: Readonly<Record<string, string>> = { standard: key, title: titleOf(key), version: "'1'" };
  const seen = new Set<string>();
  const lines = origin.split('\n').flatMap((line) => {
    const name = /^(\w+):/.exec(line)?.[1] ?? '';
    if (Object.hasOwn(own, name)) return [`${name}: ${own[name] ?? ''}`];
    if (name === 'source' && from === baselineKey) return [line, `extends: ${baselineKey}`];
    const family = /^ {2}- id: ([A-Z]+)-/.exec(line)?.[1];
    if (family === undefined || seen.has(family)) return [line];
    seen.add(family);
    const heading = families.find(([each]) => each === family)?.[1];
    return heading === undefined ? [line] : [`  # ${heading} (${family})`, line];
  });
  return `${head(key, from)}${lines.join('\n')}`;
};

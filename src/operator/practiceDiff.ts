/** `practice diff`: what one standard says otherwise than another, rule by rule, in words. */
import { differenceBetween, type Change, type Difference } from '../practice/difference.ts';
import type { Rule } from '../practice/language/rule.ts';
import type { Standard } from '../practice/language/standard.ts';
import { InputProblem } from './io.ts';
import { section, wrap } from './layout.ts';
import { json, keysOf, readFile, type PracticeEdges } from './practiceEdges.ts';

export const diffCommand = (edges: PracticeEdges, a: string, b: string, options: { readonly json?: true }): void => {
  const [before, after] = [standardNamed(edges, a), standardNamed(edges, b)];
  const found = differenceBetween(before, after);
  edges.io.out(options.json ? json(found) : diffText(before, after, found));
};

/** A key, a key with its version (`sandwell@2023.1`), or a file. */
const standardNamed = (edges: PracticeEdges, name: string): Standard => {
  const [key = '', version] = name.split('@');
  const known = edges.library.practice(key, version);
  if (known !== null) return known.standard;
  if (!/[./\\]/.test(key)) {
    throw new InputProblem(`There is no standard ${name}. Name a file, or one of ${keysOf(edges).join(', ')}.`);
  }
  const { standard, faults } = readFile(edges, name);
  if (standard === null) throw new InputProblem(faults.join('\n'));
  return standard;
};

const named = ({ title, version }: Standard): string => `${title}, version ${version}`;
const ruleLine = ({ id, text }: Rule): string => wrap(text, `  ${id.padEnd(8)}`, ' '.repeat(10));

const diffText = (before: Standard, after: Standard, { head, added, gone, changed }: Difference): string => {
  const isSame = [head, added, gone, changed].every((list) => list.length === 0);
  return [
    `From ${named(before)}`,
    `to ${named(after)}`,
    ...(isSame ? ['', 'They say the same.'] : []),
    ...section('The standard itself', head.map(changeLine('  '))),
    ...section('Added', added.map(ruleLine)),
    ...section('Gone', gone.map(ruleLine)),
    ...section(
      'Changed',
      changed.flatMap(({ rule, changes }) => [`  ${rule}`, ...changes.map(changeLine('    '))]),
    ),
    '',
  ].join('\n');
};

const changeLine =
  (indent: string) =>
  ({ at, before, after }: Change): string =>
    wrap(`${at.map(partWords).join(', ')}: ${said(before, after)}`, indent, `${indent}  `);

const said = (before: unknown, after: unknown): string => {
  if (Array.isArray(before) && Array.isArray(after)) return listed(before, after);
  if (before === undefined) return `now ${shown(after)}`;
  if (after === undefined) return `no longer ${shown(before)}`;
  return `${shown(before)} before, now ${shown(after)}`;
};

const listed = (before: readonly unknown[], after: readonly unknown[]): string => {
  const more = after.filter((item) => !before.includes(item));
  const fewer = before.filter((item) => !after.includes(item));
  if (more.length === 0 && fewer.length === 0) return `another order: ${after.map(shown).join(', ')}`;
  return [
    ...(more.length === 0 ? [] : [`adds ${more.map(shown).join(', ')}`]),
    ...(fewer.length === 0 ? [] : [`drops ${fewer.map(shown).join(', ')}`]),
  ].join('; ');
};

const shown = (value: unknown): string => {
  if (typeof value === 'string') return /\s/.test(value) ? `“${value}”` : value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map(shown).join(', ');
  if (typeof value !== 'object' || value === null) return value === null ? 'none' : JSON.stringify(value);
  const pairs = Object.entries(value).map(([key, inside]) =>
    inside === true ? partWords(key) : `${partWords(key)} ${shown(inside)}`,
  );
  return pairs.join(', ');
};

const words: Readonly<Record<string, string>> = {
  text: 'sentence',
  bot: 'what the bot does',
  when: 'where it applies',
  anyOf: 'any of',
  allOf: 'all of',
  noneOf: 'none of',
  from: 'counted from',
  limits: 'limits',
  limit: 'limit',
  workingDays: 'working days',
  calendarDays: 'calendar days',
  sameDay: 'the same day',
  untilKnownFrom: 'until that is known, counted from',
  otherwise: 'the other reading',
  due: 'what falls due',
  asks: 'asks',
  fields: 'fields',
  roles: 'roles',
  inviteAs: 'invited as',
  alsoFills: 'also fills',
  overridable: 'may be overridden with a reason',
  adviseSooner: 'advised sooner',
  adviseAt: 'advised by',
  warnAt: 'warns from',
  replaces: 'replaces',
  implies: 'what follows from what',
  setAside: 'may be set aside with a reason',
  mustBe: 'must be',
  onlyIf: 'only if',
  notWhen: 'refused where',
  requires: 'needs',
};
const partWords = (key: string): string => words[key] ?? key;

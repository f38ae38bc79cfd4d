import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { childGroups, memberGroups } from '../../src/words/detailWords.ts';
import { viewGroups } from '../../src/words/viewWords.ts';

const rows = readFileSync('docs/fields.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| field'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, field = '', place = '']) => [field, place] as const);

const named = (groups: readonly { readonly questions: readonly { readonly name: string }[] }[]): readonly string[] =>
  groups.flatMap(({ questions }) => questions.map(({ name }) => name));
const questions: Readonly<Record<string, readonly string[]>> = {
  details: named([...childGroups, ...viewGroups]),
  member: named(memberGroups),
};

const isThere = (place: string): boolean => {
  const [card = '', id] = place.split('#');
  if (id !== undefined) return readFileSync(`cards/${card}`, 'utf8').includes(`"id": "${id}"`);
  const [kind = '', name = ''] = place.split('.');
  return questions[kind]?.includes(name) ?? false;
};

describe('a field that real forms have', () => {
  it.each(rows)('%s has the place that is written down', (_field, place) => {
    const places = [...place.matchAll(/`([^`]+)`/g)].map(([, one = '']) => one);
    expect(places.filter((one) => !isThere(one))).toEqual([]);
    expect(places.length > 0 || /^[A-Z]{1,2}-\d/.test(place)).toBe(true);
  });

  it('is written down for every question that is asked of a child or a household', () => {
    const all = rows.map(([, place]) => place).join();
    const written = (kind: string, name: string): boolean => all.includes(`\`${kind}.${name}\``);
    const left = Object.entries(questions).flatMap(([kind, names]) =>
      names.filter((name) => !written(kind, name)).map((name) => `${kind}.${name}`),
    );
    expect(left).toEqual(['member.address']);
  });
});

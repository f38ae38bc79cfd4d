/** The data protection pack as data: the tables of its files, and the names of the program in them. */
import { globSync, readFileSync } from 'node:fs';

export const folder = 'infra/data-protection';
export const files = globSync(`${folder}/*.md`);
export const textOf = (name: string): string => readFileSync(`${folder}/${name}`, 'utf8');

/** Every name of the program in a text: `like this`. */
export const namesIn = (text: string): readonly string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, one = '']) => one);

/** What is said to be proved: “like this”. */
export const sentencesIn = (text: string): readonly string[] =>
  [...text.matchAll(/“([^”]+)”/g)].map(([, one = '']) => one);

/** The rows of the first table below a heading, without its head. */
export const rowsBelow = (name: string, heading: string): readonly (readonly string[])[] => {
  const [, below] = `\n${textOf(name)}`.split(`\n${heading}\n`);
  if (below === undefined) throw new Error(`${name} has no heading ${heading}`);
  const [, table = ''] = /\n(\|[^]*?)(\n\n|$)/.exec(below) ?? [];
  const [, line, ...rows] = table.trimEnd().split('\n');
  if (line?.startsWith('|---') !== true) throw new Error(`${name} has no table below ${heading}`);
  return rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
};

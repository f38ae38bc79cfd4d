import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (path: string): string => readFileSync(path, 'utf8');
const documents = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md')];
const sources = globSync('{src,test,.ci/tools}/**/*.{ts,cjs}').map((path) => ({ path, text: read(path) }));
const found = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].flatMap(([, one]) => one ?? []);

describe.each(documents)('%s', (document) => {
  const text = read(document);

  it('names files and folders that are there', () => {
    const named = found(text, /`((?:src|test|cards|docs|infra|manifest|\.ci)\/[\w./-]+)`/g);
    // A decision is cited by its number; NAME is for whoever follows the document to choose.
    const missing = named.filter((path) => !existsSync(path) && !/^docs\/decisions\/\d{3}$|\bNAME\b/.test(path));
    expect(missing).toEqual([]);
  });

  it('links to files that are there', () => {
    const links = found(text, /\]\((?!https?:)([^)#]+)\)/g);
    const folder = document.includes('/') ? document.replace(/\/[^/]+$/, '') : '.';
    expect(links.filter((link) => !existsSync(`${folder}/${link}`))).toEqual([]);
  });

  it('names commands that are there', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> };
    const commands = found(text, /npm run (?:-s )?([\w:]+)/g);
    expect(commands.filter((command) => !(command in scripts))).toEqual([]);
  });
});

describe('the glossary', () => {
  it('names identifiers that are in the code', () => {
    const standards = globSync('src/practice/standards/*.yaml').map(read);
    const everything = [...sources.filter(({ path }) => path.startsWith('src/')).map(({ text }) => text), ...standards];
    const identifiers = found(read('docs/glossary.md'), /`(\w+)`/g);
    const unknown = identifiers.filter((name) => !everything.some((text) => new RegExp(`\\b${name}\\b`).test(text)));
    expect(unknown).toEqual([]);
  });
});

describe('decisions', () => {
  const numbers = globSync('docs/decisions/[0-9]*.md').map((path) => /\d{3}/.exec(path)?.[0] ?? '');

  it('are numbered one by one and listed', () => {
    expect(numbers.toSorted()).toEqual(numbers.map((_, i) => String(i + 1).padStart(3, '0')));
    const listed = found(read('docs/decisions/README.md'), /\]\((\d{3})-/g);
    expect(listed).toEqual(numbers.toSorted());
  });

  it('are cited by their number, wherever code rests on one', () => {
    const cited = sources.flatMap(({ text }) => found(text, /docs\/decisions\/(\d{3})\b/g));
    expect(cited.filter((number) => !numbers.includes(number))).toEqual([]);
    const vaguely = sources.filter(({ path, text }) => path.startsWith('src/') && /\bdecision \d+\b/i.test(text));
    expect(vaguely.map(({ path }) => path)).toEqual([]);
  });
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { afterAll, describe, expect, it } from 'vitest';
import { CannotStart } from '../../src/start/cannotStart.ts';
import { standardFile } from '../../src/practice/language/standard.ts';
import { checkedAnew, checkedBefore } from '../../src/start/checkedStandards.ts';
import { builtInStandards, chosenStandard, loadStandards } from '../../src/start/standards.ts';

const folder = mkdtempSync(join(tmpdir(), 'standards-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const darlington = builtInStandards().find(({ file }) => file === 'darlington.yaml')?.text ?? '';

const faultOf = (attempt: () => unknown): string => {
  try {
    attempt();
  } catch (error) {
    if (error instanceof CannotStart) return error.message;
    throw error;
  }
  throw new Error('it was accepted');
};

it('a council that names no files has the five that come with the product', () => {
  const { current } = loadStandards([], {});
  expect(current.map(({ key }) => key).toSorted()).toEqual([
    'darlington',
    'liverpool',
    'practice-standards-2025',
    'sandwell',
    'working-together-2023',
  ]);
});

it('what they say was read and checked beforehand, from the texts of today: npm run -s standards writes it', () => {
  const texts = builtInStandards().flatMap(({ text, isFormer }) => (isFormer ? [] : [text]));
  const file = new URL('../../src/practice/standards/checked.json', import.meta.url);
  expect(readFileSync(file, 'utf8')).toBe(checkedAnew(texts));
  for (const text of texts) expect(checkedBefore()(text)).toEqual(standardFile.parse(load(text)));
  expect(checkedBefore()(`${texts[0]}# edited`)).toBeUndefined();
});

it('one of them is chosen by its name; a name nobody wrote is refused with those there are', () => {
  const library = loadStandards([], {});
  expect(chosenStandard(library, 'sandwell')).toBe('sandwell');
  expect(faultOf(() => chosenStandard(library, 'camden'))).toBe(
    `STANDARD: camden must be one of ${library.current.map(({ key }) => key).join(', ')}.`,
  );
});

it('a file that is not there is refused by its name', () => {
  const path = join(folder, 'nowhere.yaml');
  expect(faultOf(() => loadStandards([path], {}))).toBe(`STANDARD_FILE: ${path} cannot be read.`);
});

it.each<[string, (text: string) => Buffer]>([
  ['as UTF-8 with a byte-order mark', (text) => Buffer.from(`\ufeff${text}`)],
  ['as UTF-16', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
])('a file saved %s is read', (name, saved) => {
  const path = join(folder, `${name}.yaml`);
  writeFileSync(path, saved(darlington.replace(/^version: .*$/m, `version: '${name}'`)));
  expect(loadStandards([path], {}).practice('darlington', name)?.standard.version).toBe(name);
});

it('a file of another encoding is refused with its line', () => {
  const path = join(folder, 'latin.yaml');
  writeFileSync(path, Buffer.from('standard: sion\ntitle: Si\u00e2n\n', 'latin1'));
  expect(faultOf(() => loadStandards([path], {}))).toBe(
    `STANDARD_FILE: ${path}, line 2, is not UTF-8. Save the file as UTF-8 and try again.`,
  );
});

it('a file that is not a standard is refused with the place of each fault', () => {
  const path = join(folder, 'shopping.yaml');
  writeFileSync(path, 'standard: shopping\nmilk: 2\n');
  const [first, ...rest] = faultOf(() => loadStandards([path], {})).split('\n');
  expect(first).toBe('The practice standards are faulty.');
  expect(rest.length).toBeGreaterThan(0);
  for (const line of rest) expect(line).toMatch(/shopping\.yaml:\d+:\d+ /);
});

const brought = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

describe('the standards a deployment has', () => {
  it('are the five, and a file the council brings', () => {
    const path = brought('ours.yaml', darlington.replace('standard: darlington', 'standard: ours'));
    expect(loadStandards([path], {}).current.map(({ key }) => key)).toContain('ours');
    expect(loadStandards([], {}).current).toHaveLength(5);
  });

  it('do not start with a faulty file: each fault has its line', () => {
    const path = brought('faulty.yaml', darlington.replace('strength: must', 'strength: maybe'));
    const line = darlington.split('\n').findIndex((each) => each.includes('strength: must')) + 1;
    expect(() => loadStandards([path], {})).toThrow(`The practice standards are faulty.\n${path}:${line}:5 (C-1) `);
  });

  it('do not start with a file that is not there', () => {
    expect(() => loadStandards(['/nowhere/ours.yaml'], {})).toThrow(
      'STANDARD_FILE: /nowhere/ours.yaml cannot be read.',
    );
  });
});

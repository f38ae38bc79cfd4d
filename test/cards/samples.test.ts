import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { templates } from '../../src/cards/bind.ts';
import { bindNamed } from './everyCard.ts';
import { faultsIn } from './soundness.ts';

const folder = new URL('../../cards/', import.meta.url);
const files = readdirSync(folder);
const named = (ending: RegExp): string[] =>
  files
    .filter((file) => ending.test(file))
    .map((file) => file.replace(ending, ''))
    .sort();
const names = named(/(?<!\.sample)\.json$/);
const sampleOf = (name: string): unknown => JSON.parse(readFileSync(new URL(`${name}.sample.json`, folder), 'utf8'));

it('every template is one card’s, and has its sample data beside it', () => {
  expect(names).not.toEqual([]);
  expect(named(/\.sample\.json$/)).toEqual(names);
  expect([...templates.keys()].sort()).toEqual(names);
});

describe.each(names)('%s.json', (name) => {
  it('binds to its sample and can be sent', () => {
    expect(faultsIn(bindNamed(name, sampleOf(name)))).toEqual([]);
  });

  it('refuses data that is not its own', () => {
    expect(() => bindNamed(name, {})).toThrow(`cards/${name}.json`);
  });
});

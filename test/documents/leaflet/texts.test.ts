/** The words of the leaflet: whole in every language, and plain where a family reads English (FG-1 to FG-7). */
import { readdirSync, readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { english, leafletFaults, leaflets } from '../../../src/documents/leaflet/texts.ts';
import { sentencesIn, tooHard } from '../../words/readingAge.ts';

const folder = new URL('../../../cards/leaflet/', import.meta.url);
const files = readdirSync(folder);

/** Where each text of a file stands, such as `passages.FG-1.body.0`. */
const placesIn = (value: unknown, at: readonly string[] = []): readonly string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, part]) => placesIn(part, [...at, name]))
    : [at.join('.')];
const withoutComments = (file: string): string => readFileSync(new URL(file, folder), 'utf8').replaceAll(/^#.*$/gm, '');
const placesOf = (file: string): readonly string[] =>
  placesIn(load(readFileSync(new URL(file, folder), 'utf8'))).filter((place) => !place.startsWith('told.lead'));
const textsOf = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [String(value)];

it('there is English, and at least one other language', () => {
  expect([...leaflets().keys()][0]).toBe(english);
  expect(leaflets().size).toBeGreaterThan(1);
});

describe.each(files)('%s', (file) => {
  it('has every passage, sentence by sentence as English has it', () => {
    expect(leafletFaults([file])).toEqual([]);
    expect(placesOf(file)).toEqual(placesOf('en.yaml'));
  });

  it('fills in the same things in the same places', () => {
    const filled = (name: string) => [...withoutComments(name).matchAll(/\{\{ \w+ \}\}/g)].map(([each]) => each);
    expect(filled(file)).toEqual(filled('en.yaml'));
  });
});

it('in English a child of eleven reads it without effort', () => {
  const words = textsOf(leaflets().get(english))
    .join('\n')
    .replaceAll(/\{\{ \w+ \}\}/g, 'Ellie');
  expect(tooHard(sentencesIn(words), 11)).toEqual([]);
});

it('does not promise that everything is shared (F-8)', () => {
  expect(leaflets().get(english)?.passages['FG-2'].body.join(' ')).toContain('Some things may not be shared at first');
});

describe('a slip is found before anything is handed out', () => {
  const whole = load(readFileSync(new URL('en.yaml', folder), 'utf8')) as Record<string, unknown>;
  const faultsOf = (changed: unknown) => leafletFaults(['xx.yaml'], () => changed);

  it('a passage that is missing', () => {
    const { 'FG-7': _left, ...passages } = whole['passages'] as Record<string, unknown>;
    expect(faultsOf({ ...whole, passages })).toEqual([
      expect.stringMatching(/^cards\/leaflet\/xx.yaml: passages.FG-7: /),
    ]);
  });

  it('something to fill in that there is not', () => {
    expect(faultsOf({ ...whole, title: 'For {{ child }}' })).toEqual([
      'cards/leaflet/xx.yaml: title: may fill in {{ authority }}, {{ worker }}, {{ telephone }} only.',
    ]);
  });

  it('a file that cannot be read as YAML', () => {
    const broken = (): never => {
      throw new Error('bad indentation');
    };
    expect(leafletFaults(['xx.yaml'], broken)).toEqual(['cards/leaflet/xx.yaml is no YAML: bad indentation']);
  });
});

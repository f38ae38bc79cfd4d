/** Children’s services write for people in a hurry, and for families in distress: both are owed words they can read. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sampleCard, sampleNames } from '../cards/everySample.ts';
import { practiceFor, standardKeys } from '../builders/standards.ts';
import { everyLetter } from './everyLetter.ts';
import { sentencesIn, tooHard } from './readingAge.ts';
import { shownOn } from './shownOn.ts';

const professionals = 13;
const families = 11;
/** To a relative or a member of the public (N-6). */
const toFamilies = ['outcome-public'];

/** A procedure is quoted in the words it has, which are not ours to change. */
const procedures = standardKeys.map((key) => JSON.stringify(practiceFor(key).standard)).join('\n');
const oursIn = (text: string): readonly string[] =>
  sentencesIn(text).filter((sentence) => !procedures.includes(sentence.replace(/[.:]$/, '')));

const letters = everyLetter();

it('every letter is read', () => {
  const files = readdirSync(new URL('../../cards/letters/', import.meta.url)).filter((file) => file !== 'README.md');
  expect([...letters.keys()].map((name) => `${name}.md`).toSorted()).toEqual(files.toSorted());
});

describe('a letter says it in words for its readers', () => {
  it.each([...letters])('%s', (name, texts) => {
    const readers = toFamilies.includes(name) ? families : professionals;
    expect([...new Set(texts.flatMap((text) => tooHard(oursIn(text), readers)))]).toEqual([]);
  });
});

describe('a card says it in words for professionals', () => {
  it.each(sampleNames)('%s', (name) => {
    expect(tooHard(oursIn(shownOn(sampleCard(name))), professionals)).toEqual([]);
  });
});

it('a sentence that is too hard is found, and one of the field is not', () => {
  const hard =
    'Notification of interested parties necessitates consideration of applicable confidentiality requirements.';
  expect(tooHard([hard], professionals)).toContainEqual(expect.stringContaining(hard));
  const plain = 'The strategy discussion is held with the police and the safeguarding agencies.';
  expect(tooHard([plain], families)).toEqual([]);
});

/** Every card bound with the sample beside its template, as it would be sent. */
import { readdirSync, readFileSync } from 'node:fs';
import { withWhy } from '../../src/cards/why.ts';
import { marked } from '../../src/words/citation.ts';
import { bindNamed } from './everyCard.ts';

const folder = new URL('../../cards/', import.meta.url);
const ending = '.sample.json';

export const sampleNames = readdirSync(folder)
  .filter((file) => file.endsWith(ending))
  .map((file) => file.replace(ending, ''))
  .toSorted();

export const sampleCard = (name: string): object =>
  withWhy(bindNamed(name, JSON.parse(marked(readFileSync(new URL(`${name}${ending}`, folder), 'utf8')))));

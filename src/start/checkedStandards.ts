/**
 * What the standards that come with the product say, read and checked beforehand: `npm run -s standards` writes it beside
 * them. It stands for the very text it was made from only, so an edited file is read anew, and a test asks to write it again.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { standardFile, type StandardFile } from '../practice/language/standard.ts';

const file = new URL('../practice/standards/checked.json', import.meta.url);

/** By the hash of the text. */
type Checked = Readonly<Record<string, StandardFile>>;

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** As the file holds it. Throws for a text that is no standard. */
export const checkedAnew = (texts: readonly string[]): string => {
  const checked: Checked = Object.fromEntries(texts.map((text) => [hashOf(text), standardFile.parse(load(text))]));
  return `${JSON.stringify(checked)}\n`;
};

/** By text; undefined for one that has changed since. */
export const checkedBefore = (): ((text: string) => StandardFile | undefined) => {
  const checked = JSON.parse(readFileSync(file, 'utf8')) as Checked;
  return (text) => checked[hashOf(text)];
};

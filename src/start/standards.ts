/** Where the texts of the standards are: those that come with the product, and files a council brings (`STANDARD_FILE`). */
import { readdirSync, readFileSync } from 'node:fs';
import { placed } from '../operator/practiceEdges.ts';
import { createLibrary, type FileFault, type Library, type StandardText } from '../practice/library.ts';
import type { StandardKey } from '../practice/language/vocabulary.ts';
import type { PracticeOptions } from '../practice/practice.ts';
import { CannotStart } from './cannotStart.ts';
import { fileTyped } from '../typed/file.ts';
import { checkedBefore } from './checkedStandards.ts';

const folder = new URL('../practice/standards/', import.meta.url);

const textsIn = (url: URL, isFormer: boolean): readonly StandardText[] =>
  readdirSync(url)
    .filter((file) => file.endsWith('.yaml'))
    .toSorted()
    .map((file) => ({ file, text: readFileSync(new URL(file, url), 'utf8'), isFormer }));

/** Today's version of each, and those that old discussions are read under. */
export const builtInStandards = (): readonly StandardText[] => {
  const checked = checkedBefore();
  return [
    ...textsIn(folder, false).map((each) => ({ ...each, checked: checked(each.text) })),
    ...textsIn(new URL('former/', folder), true),
  ];
};

const brought = (path: string): StandardText => {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new CannotStart(`STANDARD_FILE: ${path} cannot be read.`, { cause: error });
  }
  const file = fileTyped(bytes);
  if (!file.ok) throw new CannotStart(`STANDARD_FILE: ${notText(path, file.line)}`);
  return { file: path, text: file.text, isFormer: false };
};

/** What somebody reads whose file has letters in it that only their own machine knows. */
export const notText = (path: string, line: number): string =>
  `${path}, line ${line}, is not UTF-8. Save the file as UTF-8 and try again.`;

/** Those that come with the product and those in these files. Throws {@link CannotStart} for a file not to be read. */
export const standardTexts = (files: readonly string[]): readonly StandardText[] => [
  ...builtInStandards(),
  ...files.map(brought),
];

/** All of them, read and found sound. Throws {@link CannotStart} with a line for each fault. */
export const loadStandards = (files: readonly string[], options: PracticeOptions): Library =>
  libraryOf(standardTexts(files), options);

export const libraryOf = (texts: readonly StandardText[], options: PracticeOptions): Library => {
  const read = createLibrary(texts, options);
  if (read.ok) return read.library;
  throw new CannotStart(['The practice standards are faulty.', ...faultLines(read.faults, texts)].join('\n'));
};

/** Throws {@link CannotStart} where there is no standard of that name. */
export const chosenStandard = ({ current }: Library, named: string): StandardKey => {
  const found = current.find(({ key }) => key === named);
  if (found !== undefined) return found.key;
  throw new CannotStart(`STANDARD: ${named} must be one of ${current.map(({ key }) => key).join(', ')}.`);
};

/** `my-council.yaml:12:9 ...`, one line each, in the order of the file. */
const faultLines = (faults: readonly FileFault[], texts: readonly StandardText[]): readonly string[] =>
  texts.flatMap(({ file, text }) =>
    placed(
      file,
      text,
      faults.filter((fault) => fault.file === file),
    ),
  );

/** The standards as the product loads them, for tests. */
import { builtInStandards } from '../../src/start/standards.ts';
import { createLibrary, type Library } from '../../src/practice/library.ts';
import type { Readings } from '../../src/practice/language/readings.ts';
import type { StandardKey } from '../../src/practice/language/vocabulary.ts';
import { practiceOf, type Practice, type PracticeOptions } from '../../src/practice/practice.ts';

const texts = builtInStandards();
const read = createLibrary(texts);
if (!read.ok) throw new Error(`the built-in standards: ${JSON.stringify(read.faults)}`);
export const library: Library = read.library;

/** The five a council may choose from, the baseline first. */
export const standardKeys = library.current.map(({ key }) => key);

/** The practice of the version and readings a discussion was convened under. */
export const practiceUnder = ({
  key,
  version,
  readings,
}: {
  readonly key: StandardKey;
  readonly version?: string;
  readonly readings?: Partial<Readings> | undefined;
}): Practice => {
  const practice = library.practice(key, version, readings);
  if (practice === null) throw new Error(`there is no standard ${key} ${version ?? ''}`);
  return practice;
};

/** The practice under a standard as it stands today. */
export const practiceFor = (key: StandardKey, options?: PracticeOptions): Practice => {
  const practice = practiceUnder({ key });
  const [baseline] = library.current;
  return options === undefined || baseline === undefined ? practice : practiceOf(practice.standard, baseline, options);
};

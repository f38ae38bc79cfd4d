/** The standards a deployment has, every version of each: read from their texts, the statutory baseline first. */
import { readStandard, soundStandard, type StandardFault, type StandardRead } from './language/read.ts';
import type { Readings } from './language/readings.ts';
import type { Standard, StandardFile } from './language/standard.ts';
import { baselineKey, type StandardKey } from './language/vocabulary.ts';
import { practiceOf, type Practice, type PracticeOptions } from './practice.ts';

/** A file of a standard. Former versions are what old discussions are read under. */
export interface StandardText {
  readonly file: string;
  readonly text: string;
  readonly isFormer: boolean;
  /** What the text says, where it was read and checked before: that takes longer than all else at the start. */
  readonly checked?: StandardFile | undefined;
}

export interface Library {
  /** Those a discussion may be convened under, the baseline first. */
  readonly current: readonly Standard[];
  /**
   * Today's version where none is named, with the authority's readings where none are. Null where it is not here. Throws RangeError for a former version whose text is faulty.
   */
  readonly practice: (key: StandardKey, version?: string, readings?: Partial<Readings>) => Practice | null;
}

export interface FileFault extends StandardFault {
  readonly file: string;
}

export type LibraryRead =
  { readonly ok: true; readonly library: Library } | { readonly ok: false; readonly faults: readonly FileFault[] };

interface Held {
  readonly standard: Standard;
  readonly baseline: Standard;
}

/** Reads today's standards, and says every fault of every file; former ones are read when one is asked for. */
export const createLibrary = (texts: readonly StandardText[], options: PracticeOptions = {}): LibraryRead => {
  const today = readTogether(texts.filter(({ isFormer }) => !isFormer));
  const faults = [...today.faults, ...repeated(today.held)];
  if (faults.length > 0) return { ok: false, faults };
  // A council's own file of a key that comes with the product stands in its place, and leaves the other to its version.
  const current = [...new Map(today.held.map(({ held }) => [held.standard.key, held])).values()];
  const find = (key: StandardKey, version: string | undefined): Held | null => {
    if (version === undefined) return current.find(({ standard }) => standard.key === key) ?? null;
    const isIt = ({ held: { standard } }: Named): boolean => standard.key === key && standard.version === version;
    return (today.held.find(isIt) ?? former(texts, key, version))?.held ?? null;
  };
  const made = new Map<string, Practice | null>();
  return {
    ok: true,
    library: {
      current: current.map(({ standard }) => standard),
      practice: (key, version, readings = options.readings ?? {}) => {
        const name = JSON.stringify([key, version, readings]);
        const known = made.get(name);
        if (known !== undefined) return known;
        const found = find(key, version);
        const practice = found === null ? null : practiceOf(found.standard, found.baseline, { ...options, readings });
        made.set(name, practice);
        return practice;
      },
    },
  };
};

interface Named {
  readonly file: string;
  readonly held: Held;
}

interface ReadTogether {
  readonly held: readonly Named[];
  readonly faults: readonly FileFault[];
}

/** Texts that share a baseline, which is one of them. */
const readTogether = (texts: readonly StandardText[]): ReadTogether => {
  const base = texts.find(({ text }) => keyOf(text) === baselineKey);
  if (base === undefined) return { held: [], faults: [noBaseline] };
  const first = readOne(base, null);
  if (!first.ok) return { held: [], faults: first.faults.map((fault) => ({ ...fault, file: base.file })) };
  const baseline = first.standard;
  const others = texts
    .filter((text) => text !== base)
    .map((text) => ({ file: text.file, read: readOne(text, baseline) }));
  return {
    held: [
      { file: base.file, held: { standard: baseline, baseline } },
      ...others.flatMap(({ file, read }) => (read.ok ? [{ file, held: { standard: read.standard, baseline } }] : [])),
    ],
    faults: others.flatMap(({ file, read }) => (read.ok ? [] : read.faults.map((fault) => ({ ...fault, file })))),
  };
};

const readOne = ({ text, checked }: StandardText, baseline: Standard | null): StandardRead =>
  checked === undefined ? readStandard(text, baseline) : soundStandard(checked, baseline);

const noBaseline: FileFault = {
  file: baselineKey,
  path: [],
  at: null,
  rule: null,
  words: `There is no text of ${baselineKey}, which every standard extends.`,
};

const keyOf = (text: string): string | undefined => /^standard:\s*['"]?([^'"\s]+)/m.exec(text)?.[1];
const versionOf = (text: string): string | undefined => /^version:\s*['"]?([^'"\n]+?)['"]?\s*$/m.exec(text)?.[1];

/** Two texts under one key and version would leave it open which of them an old discussion is read under. */
const repeated = (held: readonly Named[]): readonly FileFault[] =>
  held.flatMap(({ file, held: { standard } }, i) => {
    const { key, version } = standard;
    const before = held
      .slice(0, i)
      .find((each) => each.held.standard.key === key && each.held.standard.version === version);
    if (before === undefined) return [];
    const words = `${key} ${version} is in ${before.file} already. Give this one a version of its own.`;
    return [{ file, path: ['version'], at: null, rule: null, words }];
  });

/** That former version, read with the baseline of its day. */
const former = (texts: readonly StandardText[], key: StandardKey, version: string): Named | undefined => {
  const then = texts.filter(({ isFormer }) => isFormer);
  const text = then.find((each) => keyOf(each.text) === key && versionOf(each.text) === version);
  if (text === undefined) return undefined;
  const bases = then.filter((each) => keyOf(each.text) === baselineKey && (key === baselineKey ? each === text : true));
  const { held, faults } = readTogether([...bases.slice(0, 1), ...(key === baselineKey ? [] : [text])]);
  const [fault] = faults;
  if (fault !== undefined) throw new RangeError(`${fault.file}, a former version, cannot be read: ${fault.words}`);
  return held.find(({ file }) => file === text.file);
};

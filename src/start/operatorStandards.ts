/** The standards as the operators' commands see them: those of the deployment, by the same variables. */
import { writeFileSync } from 'node:fs';
import { createDirectory } from '../directory/directory.ts';
import type { Io } from '../operator/io.ts';
import type { PracticeEdges } from '../operator/practiceEdges.ts';
import type { Stores } from '../store/store.ts';
import { parse, setIn, type Environment } from './configFault.ts';
import { libraryOf, standardTexts } from './standards.ts';
import { common } from './variables.ts';

const chosen = common.pick({ STANDARD_FILE: true, READINGS: true, EXTRA_NON_WORKING_DAYS: true });

/** Read when a command first asks; `directory` is empty where there is no data yet. */
export const operatorStandards = (
  env: Environment,
  io: Io,
  edges: { readonly hasData: () => boolean; readonly open: () => Promise<Stores> },
): PracticeEdges => {
  const read = once(() => {
    const settings = parse(chosen, setIn(env));
    const options = { extraNonWorkingDays: settings.EXTRA_NON_WORKING_DAYS, readings: settings.READINGS };
    return { options, texts: standardTexts(settings.STANDARD_FILE) };
  });
  const library = once(() => libraryOf(read().texts, read().options));
  return {
    io,
    get texts() {
      return read().texts;
    },
    get options() {
      return read().options;
    },
    get library() {
      return library();
    },
    write: (path, text) => writeFileSync(path, text, { flag: 'wx' }),
    directory: async () => {
      if (!edges.hasData()) return [];
      const stores = await edges.open();
      try {
        return await createDirectory(stores.directory).all();
      } finally {
        await stores.close();
      }
    },
  };
};

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
};

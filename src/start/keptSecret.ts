/** A secret that is made once and kept with the data, readable by nobody else, so that it survives a restart. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart } from './cannotStart.ts';

export interface KeptSecret {
  readonly path: string;
  readonly text: string;
}

/** Throws {@link CannotStart} where the folder cannot be used. */
export const keptSecret = (dataDir: string, name: string, make: () => string): KeptSecret => {
  const path = join(dataDir, name);
  try {
    // With a store elsewhere, nothing has made the folder yet.
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    writeFileSync(path, make(), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw new CannotStart(`${path} cannot be written. Choose another DATA_DIR.`, { cause: error });
    }
  }
  return { path, text: readFileSync(path, 'utf8') };
};

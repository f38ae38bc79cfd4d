/** A new file, whole or not at all: a disk that fills up, or a machine that stops, leaves nothing under its name. */
import { linkSync, rmSync, writeFileSync } from 'node:fs';

/** `write` puts the bytes under another name beside it first. Throws if there is a file of that name already. */
export const writeNewFile = (
  path: string,
  bytes: Uint8Array,
  write: (path: string, bytes: Uint8Array) => void = (to, all) => writeFileSync(to, all, { flag: 'wx', flush: true }),
): void => {
  const unfinished = `${path}.${process.pid}.unfinished`;
  try {
    write(unfinished, bytes);
    // Unlike a renaming, this never takes the place of a file that is there.
    linkSync(unfinished, path);
  } finally {
    rmSync(unfinished, { force: true });
  }
};

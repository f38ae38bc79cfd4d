/**
 * Whether the file is whole, page by page, which takes as long as the file is large. People do not wait for it: a program of
 * its own looks, because a thread cannot be ended while SQLite reads, and the product could not stop until it had.
 */
import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { setPriority } from 'node:os';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { isDamage } from '../unavailable.ts';

const program = fileURLToPath(import.meta.url);

/** Below this a look takes a few milliseconds: less than a program of its own takes to begin. Bytes. */
const smallBytes = 4_000_000;

/** Beside whoever writes the file. Rejects where it cannot be read at all, or `signal` broke the look off. */
export const isWholeBeside = async (path: string, signal: AbortSignal): Promise<boolean> => {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) < smallBytes) return isWhole(path);
  const { stdout } = await promisify(execFile)(process.execPath, [program, path], { signal, killSignal: 'SIGKILL' });
  return stdout === 'whole';
};

const isWhole = (path: string): boolean => {
  const db = new DatabaseSync(path, { readOnly: true });
  try {
    return db.prepare('PRAGMA quick_check(1)').get()?.['quick_check'] === 'ok';
  } catch (error) {
    if (isDamage(error)) return false;
    throw error;
  } finally {
    db.close();
  }
};

if (process.argv[1] === program) {
  // Whoever waits for an answer comes first.
  setPriority(10);
  process.stdout.write(isWhole(String(process.argv[2])) ? 'whole' : 'damaged');
}

/** Whether the file is whole, page by page. It takes as long as the file is large: 0.3 s for 100 MB, 18 s for 5 GB. */
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';

/** A larger file is looked at beside other work, once the program answers: people do not wait for it. */
const smallBytes = 100_000_000;

export const isSmall = (path: string): boolean => statSync(path).size <= smallBytes;

export const isWhole = (db: DatabaseSync): boolean =>
  db.prepare('PRAGMA quick_check(1)').all()[0]?.['quick_check'] === 'ok';

/** In a thread of its own, beside whoever writes the file. Rejects where it cannot be read at all. */
export const isWholeBeside = async (path: string): Promise<boolean> => {
  const worker = new Worker(new URL(import.meta.url), { workerData: path });
  worker.unref();
  const [whole] = (await once(worker, 'message')) as [boolean];
  return whole;
};

if (!isMainThread) {
  const db = new DatabaseSync(String(workerData), { readOnly: true });
  parentPort?.postMessage(isWhole(db));
  db.close();
}

/** Whether the data can be read and written, by nobody else, with room to grow and a copy elsewhere. */
import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hour, millis } from '../practice/time/instant.ts';
import type { Stores } from '../store/store.ts';
import type { Around } from './deployment.ts';
import { findingsOf, type Finding } from './finding.ts';

const store = findingsOf('store');
const permissions = findingsOf('file permissions');
const space = findingsOf('disk space');
const backup = findingsOf('backup');
const notices = findingsOf('notices');

const gibibyte = 2 ** 30;
/** A backup each night, and two hours for it. */
const backupEveryMs = 26 * hour;

/** What the store itself finds wrong as it is opened (schema, consistency, regions) is said where it is opened. */
export const checkStore = async (stores: Stores, around: Around): Promise<readonly Finding[]> => {
  const { owed, overdue } = await stores.store.counts(around.now());
  return [
    store.good(
      around.file === null
        ? 'Cosmos DB can be used: one write region, and a consistency that is enough.'
        : `${around.file} can be used, and its schema is this version’s.`,
    ),
    overdue === 0
      ? notices.good(`None is overdue; ${owed} wait to be sent.`)
      : notices.fault(
          `Overdue: ${overdue}.`,
          'See strategy -- notices REF, or the log: the mail server or Teams may be down.',
        ),
    ...(around.file === null
      ? [backup.notChecked('Its backups are the account’s: see infra/cosmos.md.')]
      : ofFile(around.file, around)),
  ];
};

const ofFile = (file: string, around: Around): readonly Finding[] => [
  permissionsOf(file),
  spaceFor(file, around),
  backupOf(around),
];

/** The file is not encrypted by the product: whoever can read it reads everything. */
const permissionsOf = (file: string): Finding => {
  const open = [dirname(file), file].filter((path) => (statSync(path).mode & 0o077) !== 0);
  return open.length === 0
    ? permissions.good('Nobody else on this machine may read the data.')
    : permissions.fault(`Others on this machine may read ${open.join(' and ')}.`, `chmod go= ${open.join(' ')}`);
};

const spaceFor = (file: string, { freeBytes }: Around): Finding => {
  const free = freeBytes(dirname(file));
  const says = `${(free / gibibyte).toFixed(1)} GB are free on the disk of the data.`;
  if (free < gibibyte / 5) return space.fault(says, 'Make room at once: with a full disk nothing can be recorded.');
  return free < Math.max(gibibyte, 2 * statSync(file).size)
    ? space.warning(says, 'Make room: a backup needs as much again as the data.')
    : space.good(says);
};

const backupOf = ({ backups, now }: Around): Finding => {
  if (backups === null) return backup.notChecked('Say where backups are put with --backups FOLDER.');
  const mend = 'Run strategy -- backup FILE each night, and keep the files on another machine.';
  const ages = filesIn(backups).map((path) => millis(now()) - statSync(path).mtimeMs);
  if (ages.length === 0) return backup.fault(`There is no backup in ${backups}.`, mend);
  const says = `The newest backup is ${Math.round(Math.min(...ages) / hour)} hours old.`;
  return Math.min(...ages) > backupEveryMs ? backup.fault(says, mend) : backup.good(says);
};

const filesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => join(folder, name));
  } catch {
    return [];
  }
};

/** The council's directory, as an operator's import changes it while the product runs. */
import { join } from 'node:path';
import { createDirectory } from '../../src/directory/directory.ts';
import type { Swap } from '../../src/directory/rota.ts';
import { importRota, swapOnRota } from '../../src/directory/rotaRows.ts';
import { people } from '../../src/rehearsal/people.ts';
import type { DirectoryRows } from '../../src/store/rows.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import { cast, type Role } from './cast.ts';

/** Somebody's entry with these roles, the usual one first, and of another agency than the rehearsal has them. */
export const enterRoles = async (
  dataDir: string,
  role: Role,
  roles: readonly string[],
  agency?: string,
): Promise<void> => {
  const person = people.find(({ id }) => id === cast[role]);
  if (person === undefined) throw new Error(`there is no ${role}`);
  const { note: _note, teams, ...entry } = person;
  const inTeams = teams === null ? null : { tenantId: teams.tenantId, userId: teams.userId };
  const file = JSON.stringify({ people: [{ ...entry, roles, agency: agency ?? entry.agency, teams: inTeams }] });
  await inDirectory(dataDir, (rows) => createDirectory(rows).importPeople(file));
};

/** Lines of the rota file, such as `Duty paediatrician,anil-kapoor,2026-11-24 08:00,2026-11-25 08:00`. */
export const enterRota = (dataDir: string, ...lines: readonly string[]): Promise<void> =>
  inDirectory(dataDir, (rows) => importRota(rows, ['duty,person,from,until', ...lines].join('\n')));

export const enterSwap = (dataDir: string, swap: Swap): Promise<void> =>
  inDirectory(dataDir, (rows) => swapOnRota(rows, swap, `${swap.off} ${swap.from}`));

export const enterLeaver = (dataDir: string, role: Role): Promise<void> =>
  inDirectory(dataDir, (rows) => createDirectory(rows).remove([cast[role]]));

type Done = { readonly result: string } | { readonly result: 'refused'; readonly faults: readonly string[] };

const inDirectory = async (dataDir: string, change: (rows: DirectoryRows) => Promise<Done>): Promise<void> => {
  const stores = openSqlite(join(dataDir, 'strategy.sqlite'));
  try {
    const done = await change(stores.directory);
    if ('faults' in done) throw new Error(done.faults.join('\n'));
  } finally {
    await stores.close();
  }
};

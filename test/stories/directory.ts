/** The council's directory, as an operator's import changes it while the product runs. */
import { join } from 'node:path';
import { createDirectory } from '../../src/directory/directory.ts';
import { people } from '../../src/rehearsal/people.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import { cast, type Role } from './cast.ts';

/** Somebody's entry with these roles, the usual one first. */
export const enterRoles = async (dataDir: string, role: Role, roles: readonly string[]): Promise<void> => {
  const person = people.find(({ id }) => id === cast[role]);
  if (person === undefined) throw new Error(`there is no ${role}`);
  const { note: _note, teams, ...entry } = person;
  const inTeams = teams === null ? null : { tenantId: teams.tenantId, userId: teams.userId };
  const stores = openSqlite(join(dataDir, 'strategy.sqlite'));
  try {
    const file = JSON.stringify({ people: [{ ...entry, roles, teams: inTeams }] });
    const imported = await createDirectory(stores.directory).importPeople(file);
    if (imported.result === 'refused') throw new Error(imported.faults.join('\n'));
  } finally {
    await stores.close();
  }
};

/** `directory look-up`, `group` and `leavers`: the directory beside what Microsoft Entra has. Nothing is written by these. */
import type { Command } from 'commander';
import { createDirectory, type DirectoryPerson } from '../directory/directory.ts';
import {
  entriesOfGroup,
  groupMeaning,
  leaversAmong,
  withAccounts,
  type EntraPeople,
  type GroupMeaning,
} from '../directory/entra.ts';
import { listIn, peopleColumns } from '../directory/peopleFile.ts';
import { peopleRows } from '../directory/peopleRows.ts';
import { csv } from './csv.ts';
import { InputProblem } from './io.ts';
import { using, type StoreEdges } from './stores.ts';

export interface EntraEdges extends Pick<StoreEdges, 'io' | 'open'> {
  /** With the token of whoever types the command. Throws where there is none. */
  readonly entra: () => Promise<EntraPeople>;
}

interface Tenant {
  readonly tenant: string;
}
interface OfGroup extends Tenant {
  readonly agency: string;
  readonly roles: string;
  readonly rank?: string;
  readonly offices: string;
}

export const entraCommands = (directory: Command, edges: EntraEdges): void => {
  const written = (people: readonly DirectoryPerson[]): void =>
    edges.io.out(csv(peopleColumns, peopleRows({ people, inboxes: [] })));
  const everybody = (): Promise<readonly DirectoryPerson[]> =>
    using(edges.open(), (stores) => createDirectory(stores.directory).all());

  directory
    .command('look-up')
    .description(
      'Those without a Teams user, found in Microsoft Entra by their e-mail address: CSV for "directory import"',
    )
    .requiredOption('--tenant <id>', 'the tenant that is asked')
    .action(async ({ tenant }: Tenant) => {
      const without = (await everybody()).filter(({ teams }) => teams === null);
      const { found, notFound } = await withAccounts(without, tenant, await edges.entra());
      written(found);
      if (notFound.length > 0) edges.io.err(`Not found: ${notFound.join(', ')}.\n`);
    });

  directory
    .command('group')
    .description('The members of a group of Microsoft Entra, as what the group stands for: CSV for "directory import"')
    .argument('<id>', 'the object id of the group')
    .requiredOption('--tenant <id>', 'the tenant that is asked')
    .requiredOption('--agency <name>', 'the agency of those the directory does not have yet')
    .requiredOption('--roles <roles>', 'what its members can take part as, such as socialWorker,childrensSocialCare')
    .option('--rank <rank>', 'the rank of its members')
    .option('--offices <offices>', 'what its members do beside taking part, such as auditor', '')
    .action(async (group: string, { tenant, agency, roles, rank, offices }: OfGroup) => {
      const members = await (await edges.entra()).membersOf(group);
      const stands = meaning({ agency, roles: listIn(roles), rank: rank ?? null, offices: listIn(offices) });
      written(entriesOfGroup(members, await everybody(), { tenantId: tenant, ...stands }));
    });

  directory
    .command('leavers')
    .description('The ids of those whose account in Microsoft Entra is closed or gone, for "directory remove"')
    .requiredOption('--tenant <id>', 'the tenant that is asked')
    .action(async ({ tenant }: Tenant) => {
      const gone = await leaversAmong(await everybody(), tenant, await edges.entra());
      edges.io.out(gone.map(({ id }) => `${id}\n`).join(''));
      edges.io.err(`${gone.length === 0 ? 'Nobody' : gone.map(({ name }) => name).join(', ')}.\n`);
    });
};

/** As an import would have it: a rank or an office that is none is said. */
const meaning = (typed: object): Omit<GroupMeaning, 'tenantId'> => {
  const parsed = groupMeaning.safeParse(typed);
  if (parsed.success) return parsed.data;
  throw new InputProblem(parsed.error.issues.map(({ path, message }) => `--${String(path[0])} ${message}.`).join('\n'));
};

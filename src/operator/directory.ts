/** `directory`: who can be invited, as what, and how they are reached. */
import type { Command } from 'commander';
import { createDirectory, type Directory } from '../directory/directory.ts';
import { peopleColumns } from '../directory/peopleFile.ts';
import { peopleRows } from '../directory/peopleRows.ts';
import type { Stores } from '../store/store.ts';
import { csv } from './csv.ts';
import { entraCommands, type EntraEdges } from './entra.ts';
import { InputProblem } from './io.ts';
import { readFile } from './readFile.ts';
import { using } from './stores.ts';

type Edges = EntraEdges & {
  /** The store the environment names, made where there is none yet: a council fills its directory before the first start. */
  readonly openOrCreate: () => Promise<Stores>;
};

export const directoryCommands = (program: Command, edges: Edges): void => {
  const directory = program
    .command('directory')
    .description('The professionals who can be invited, and agency inboxes');

  directory
    .command('import')
    .description('Add the people and inboxes of a file, replacing those with the same id: all of them, or none')
    .argument('<file>', 'CSV as "directory export" writes it, or JSON with "people" and, if wanted, "inboxes"')
    .option('--dry-run', 'only say what would be added and changed')
    .action((file: string, { dryRun }: { readonly dryRun?: true }) =>
      using(edges.openOrCreate(), async (stores) => {
        if (dryRun === true) {
          edges.io.out(await planned(createDirectory(stores.directory), readFile(edges.io, file)));
          return;
        }
        const imported = await createDirectory(stores.directory).importPeople(readFile(edges.io, file));
        if (imported.result === 'refused') throw new InputProblem(imported.faults.join('\n'));
        edges.io.out(`${imported.people} people and ${imported.inboxes} inboxes imported.\n`);
      }),
    );

  directory
    .command('export')
    .description('All of it as CSV, which "directory import" reads')
    .action(() =>
      using(edges.open(), async (stores) => {
        edges.io.out(csv(peopleColumns, peopleRows(await createDirectory(stores.directory).entries())));
      }),
    );

  directory
    .command('remove')
    .description('Take out people who have left: all of them, or none')
    .argument('<id...>', 'their ids, as "directory list" shows them')
    .action((ids: readonly string[]) =>
      using(edges.open(), async (stores) => {
        const removed = await createDirectory(stores.directory).remove(ids);
        if (removed.result === 'refused') throw new InputProblem(removed.faults.join('\n'));
        edges.io.out(
          `Removed: ${ids.join(', ')}. Within a minute, or when the bot starts, the discussions they answered for are handed over.\n`,
        );
      }),
    );

  entraCommands(directory, edges);

  directory
    .command('list')
    .description('Everybody in it, by name')
    .action(() =>
      using(edges.open(), async (stores) => {
        const everybody = await createDirectory(stores.directory).all();
        if (everybody.length === 0) edges.io.out('There is nobody in it yet. Add people with: directory import FILE\n');
        for (const { id, name, title, agency, roles } of everybody) {
          edges.io.out(`${name}, ${title}, ${agency} (${id}: ${roles.join(', ')})\n`);
        }
      }),
    );
};

/** An import never takes anybody out. */
const planned = async (directory: Directory, text: string): Promise<string> => {
  const plan = await directory.plan(text);
  if (plan.result === 'refused') throw new InputProblem(plan.faults.join('\n'));
  const named = (ids: readonly string[]): string => (ids.length === 0 ? 'nobody' : ids.join(', '));
  return `Would add: ${named(plan.added)}.\nWould change: ${named(plan.changed)}.\nNobody is taken out: that is directory remove.\n`;
};

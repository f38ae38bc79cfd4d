/** `migrate` moves a council from one machine to Cosmos DB; `prepare-cosmos` makes the container it moves to. */
import type { Command } from 'commander';
import { migrate, type Moved } from '../store/migrate.ts';
import { InputProblem } from './io.ts';
import { progressBar } from './progress.ts';
import { using, type StoreEdges } from './stores.ts';

export const migrateCommands = (program: Command, edges: StoreEdges): void => {
  program
    .command('prepare-cosmos')
    .description('Create the database and the container that COSMOS_DATABASE and COSMOS_CONTAINER name, where missing')
    .action(async () => edges.io.out(`${await edges.prepareCosmos()}\n`));

  program
    .command('migrate')
    .description(
      'Move everything from an SQLite file to Cosmos DB. Stop the bot first. Run it again if it was cut short. ' +
        'COSMOS_KEY, or this machine’s managed identity, and AUTHORITY_ID come from the environment.',
    )
    .requiredOption('--from <sqlite:FILE>', 'where everything is')
    .requiredOption('--to <cosmos:ENDPOINT/DATABASE/CONTAINER>', 'where it goes: a container made with prepare-cosmos')
    .action(async (options: { readonly from: string; readonly to: string }) => {
      const file = fileIn(options.from);
      const place = placeIn(options.to);
      const bar = progressBar(edges, 'discussions');
      const moved = await using(Promise.resolve(edges.openFile(file)), (from) =>
        using(edges.openCosmos(place), (to) => migrate(from, to, bar.show)),
      ).finally(bar.end);
      edges.io.out(report(moved));
    });
};

const fileIn = (from: string): string => {
  const file = /^sqlite:(.+)$/.exec(from)?.[1];
  if (file === undefined)
    throw new InputProblem('--from must be sqlite: and a file, such as sqlite:data/strategy.sqlite.');
  return file;
};

const placeIn = (to: string): { readonly endpoint: string; readonly database: string; readonly container: string } => {
  const [, endpoint, database, container] = /^cosmos:(https?:\/\/[^/]+)\/([\w-]+)\/([\w-]+)$/.exec(to) ?? [];
  if (endpoint === undefined || database === undefined || container === undefined) {
    throw new InputProblem(
      '--to must be cosmos:, the account’s address, the database and the container, such as ' +
        'cosmos:https://example.documents.azure.com/strategy/discussions.',
    );
  }
  return { endpoint, database, container };
};

const report = (m: Moved): string =>
  `Moved and compared: ${m.discussions} discussions (${m.already} of them were there already), ${m.commits} commits, ` +
  `${m.notices} notices, ${m.reads} records of who looked, ${m.tombstones} tombstones, ${m.conversations} conversations, ` +
  `${m.drafts} drafts, ${m.directory} entries of the directory.\nSHA-256 on both sides: ${m.digest}\n`;

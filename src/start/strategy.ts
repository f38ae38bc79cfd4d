/** The one entry for operators: `npm run -s strategy -- <command>`. `--help` works on every command. */
import { existsSync, readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { CannotStart } from './cannotStart.ts';
import { ConfigFault } from './configFault.ts';
import { writeNewFile } from './newFile.ts';
import { addTyped, type OperatorEdges } from './operatorCommands.ts';
import { operatorStandards } from './operatorStandards.ts';
import { openStores, sqliteFileIn } from './openStores.ts';
import { retentionYearsFrom, storeSettingsFrom, type StoreSettings } from './storeSettings.ts';
import { EntraFault } from '../directory/entra.ts';
import { ImpossibleEvent } from '../discussion/state/impossibleEvent.ts';
import { InputProblem, type Io } from '../operator/io.ts';
import type { StoreEdges } from '../operator/stores.ts';
import { knownSigningKey } from './signingKey.ts';
import { instant } from '../practice/time/instant.ts';
import { cosmosUnavailable, type CosmosPlace } from '../store/cosmos/fault.ts';
import { openSqlite, openSqliteAlone } from '../store/sqlite/sqlite.ts';
import { backupSqlite } from '../store/sqlite/backup.ts';
import type { Stores } from '../store/store.ts';
import { StoredFault } from '../store/storedFault.ts';
import { StoreUnavailable } from '../store/unavailable.ts';
import { fileTyped } from '../typed/file.ts';
import { inParentheses } from '../words/citation.ts';
import { notText } from './standards.ts';

// Set to nothing is as good as not set, as it is for the product.
const folder = process.env.DATA_DIR || './data';

const io: Io = {
  read: (path) => {
    const file = fileTyped(readFileSync(path));
    if (!file.ok) throw new InputProblem(notText(path, file.line));
    return file.text;
  },
  out: (text) => process.stdout.write(inParentheses(text)),
  err: (text) => process.stderr.write(text),
  exit: (code) => {
    process.exitCode = code;
  },
};

/** An operator who mistypes a folder must not be given a new, empty database. */
const open = (folder: string): Stores => {
  const path = sqliteFileIn(folder);
  if (!existsSync(path)) throw new InputProblem(`There is no data in ${folder}. Name the folder the bot uses.`);
  return openSqlite(path);
};

/** The Cosmos DB that this command works with, if any: what goes wrong there half-way is explained as at the start. */
const inUse: { place: CosmosPlace | null } = { place: null };

/** What the environment says about Cosmos DB; only migrate and prepare-cosmos name places beside it. */
const cosmosOf = (over: object): StoreSettings & CosmosPlace => {
  const settings = storeSettingsFrom({ ...process.env, ...over, STORE: 'cosmos' });
  if (settings.store !== 'cosmos') throw new InputProblem('STORE is not cosmos.');
  inUse.place = settings;
  return settings;
};

/** The store the environment names. */
const openNamed = async (): Promise<Stores> =>
  storeSettingsFrom(process.env).store === 'sqlite' ? open(folder) : openStores(cosmosOf({}), folder);

/** Ends with the sentence at once: a database client that was still trying would keep the process for minutes. */
const fail = (sentence: string, code: number): void =>
  void process.stderr.write(`${sentence}\n`, () => process.exit(code));

const storeEdges: StoreEdges = {
  io,
  isTerminal: process.stderr.isTTY,
  clock: () => instant(new Date()),
  open: openNamed,
  openFile: openSqliteAlone,
  openCosmos: ({ endpoint, database, container }) =>
    openStores(cosmosOf({ COSMOS_ENDPOINT: endpoint, COSMOS_DATABASE: database, COSMOS_CONTAINER: container }), folder),
  prepareCosmos: async () => {
    const place = cosmosOf({});
    const { prepareCosmos } = await import('../store/cosmos/cosmos.ts');
    await prepareCosmos(place);
    return `The container ${place.container} of the database ${place.database} is ready.`;
  },
  retentionYears: () => retentionYearsFrom(process.env),
};

/** Whether there is a directory to look in: an operator may check a standard before anything runs. */
const hasData = (): boolean => storeSettingsFrom(process.env).store !== 'sqlite' || existsSync(sqliteFileIn(folder));

const program = new Command('strategy')
  .description('Commands for those who run the strategy discussions bot')
  .exitOverride()
  .configureOutput({ writeOut: io.out, writeErr: io.err });

const manifestFile = (name: string): Uint8Array => readFileSync(new URL(`../../manifest/${name}`, import.meta.url));

/** With Cosmos DB, what it refuses is said as at the start. */
const openExplained = (): Promise<Stores> =>
  openNamed().catch((error: unknown) => {
    throw inUse.place === null ? error : cosmosUnavailable(inUse.place, error);
  });

/** What the operator can put right: the message is the sentence that says how. */
const isForTheOperator = (problem: unknown): problem is Error =>
  [StoreUnavailable, ConfigFault, StoredFault, CannotStart, EntraFault].some((kind) => problem instanceof kind);

/** What is wrong with the standards is said when a command first asks them. */
const operatorEdges = (): OperatorEdges => {
  const standards = operatorStandards(process.env, io, { hasData, open: openNamed });
  const signingKey = () => knownSigningKey(process.env, folder);
  return {
    io,
    standards,
    store: storeEdges,
    notices: { ...storeEdges, openFolder: open },
    verify: { ...storeEdges, signingKey, readBytes: (path) => readFileSync(path) },
    records: {
      ...storeEdges,
      get library() {
        return standards.library;
      },
      signingKey,
      writeBytes: writeNewFile,
      // Set to nothing is as good as not set.
      telephone: () => process.env.TELEPHONE || null,
    },
    appPackage: { io, writeBytes: writeNewFile, env: process.env, manifestFile },
    doctor: { io, examine: examine },
    directory: { ...storeEdges, entra, openOrCreate: () => openStores(storeSettingsFrom(process.env), folder) },
    backup: {
      io,
      file: () => (storeSettingsFrom(process.env).store === 'sqlite' ? sqliteFileIn(folder) : null),
      backup: backupSqlite,
    },
  };
};

/** With what whoever types the command may read themselves: the bot is granted nothing for this. */
const entra: OperatorEdges['directory']['entra'] = async () => {
  const token = process.env.GRAPH_TOKEN;
  if (!token) throw new InputProblem(noGraphToken);
  const { createEntra } = await import('../meetings/entra.ts');
  return createEntra({ token: () => Promise.resolve(token), clock: storeEdges.clock });
};

const noGraphToken =
  'Set GRAPH_TOKEN to a token of yours for Microsoft Graph: az account get-access-token --resource-type ms-graph --query accessToken --output tsv';

const examine: OperatorEdges['doctor']['examine'] = async (named) => {
  const { examined } = await import('./examined.ts');
  return examined(named, { env: process.env, now: () => new Date(), fetch, open: openExplained, manifestFile });
};

try {
  await addTyped(
    program,
    process.argv.slice(2).find((word) => !word.startsWith('-')),
    operatorEdges(),
  );
  await program.parseAsync();
} catch (thrown) {
  const problem = inUse.place === null ? thrown : cosmosUnavailable(inUse.place, thrown);
  if (problem instanceof CommanderError) {
    // Commander has already said what is wrong; asking for help is not an error.
    io.exit(problem.exitCode === 0 ? 0 : 2);
  } else if (problem instanceof InputProblem) {
    fail(problem.message, 2);
  } else if (isForTheOperator(problem)) {
    fail(problem.message, 1);
  } else if (problem instanceof ImpossibleEvent) {
    fail(`A record makes no sense: ${problem.message}. It is damaged, or a newer version of this program wrote it.`, 1);
  } else {
    throw problem;
  }
}

/** `backup`: a copy of the SQLite file to put away. Cosmos DB keeps its own. */
import type { Command } from 'commander';
import { InputProblem, type Io } from './io.ts';

export interface BackupEdges {
  readonly io: Io;
  /** The SQLite file in use, or null where the data is in Cosmos DB. */
  readonly file: () => string | null;
  readonly backup: (from: string, to: string) => Promise<void>;
}

export const backupCommand = (program: Command, { io, file, backup }: BackupEdges): void => {
  program
    .command('backup')
    .description('Copy the SQLite database to a new file, while the bot runs. It names children: keep it accordingly.')
    .argument('<file>', 'a file that does not exist yet')
    .addHelpText(
      'after',
      '\nTo restore: stop the bot, move every file of its DATA_DIR that begins with strategy.sqlite away,\nput the copy there as strategy.sqlite, start the bot.\n',
    )
    .action(async (to: string) => {
      const from = file();
      if (from === null) {
        throw new InputProblem('The data is in Cosmos DB, which keeps its own backups: infra/cosmos.md says how.');
      }
      await backup(from, to);
      io.out(`A complete copy is in ${to}. It has been checked.\n`);
    });
};

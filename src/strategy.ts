/** The one entry for operators: `npm run -s strategy -- <command>`. `--help` works on every command. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { InputProblem, type Io } from './operator/io.ts';
import { noticesCommand } from './operator/notices.ts';
import { practiceCommands } from './operator/practice.ts';
import { instant } from './practice/instant.ts';
import { openSqlite } from './store/sqlite.ts';
import type { Stores } from './store/store.ts';

const io: Io = {
  read: (path) => readFileSync(path, 'utf8'),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  exit: (code) => {
    process.exitCode = code;
  },
};

/** An operator who mistypes a folder must not be given a new, empty database. */
const open = (folder: string): Stores => {
  const path = join(folder, 'strategy.sqlite');
  if (!existsSync(path)) throw new InputProblem(`--data: there is no data in ${folder}.`);
  return openSqlite(path);
};

const program = new Command('strategy')
  .description('Commands for those who run the strategy discussions bot')
  .exitOverride()
  .configureOutput({ writeOut: io.out, writeErr: io.err });
practiceCommands(program, io);
const folder = process.env.DATA_DIR ?? './data';
noticesCommand(program, { io, clock: () => instant(new Date()), open, folder });

try {
  await program.parseAsync();
} catch (problem) {
  if (problem instanceof CommanderError) {
    // Commander has already said what is wrong; asking for help is not an error.
    io.exit(problem.exitCode === 0 ? 0 : 2);
  } else if (problem instanceof InputProblem) {
    io.err(`${problem.message}\n`);
    io.exit(2);
  } else {
    throw problem;
  }
}

/** The one entry for operators: `npm run -s strategy -- <command>`. `--help` works on every command. */
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { InputProblem, type Io } from './operator/io.ts';
import { practiceCommands } from './operator/practice.ts';

const io: Io = {
  read: (path) => readFileSync(path, 'utf8'),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  exit: (code) => {
    process.exitCode = code;
  },
};

const program = new Command('strategy')
  .description('Commands for those who run the strategy discussions bot')
  .exitOverride()
  .configureOutput({ writeOut: io.out, writeErr: io.err });
practiceCommands(program, io);

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

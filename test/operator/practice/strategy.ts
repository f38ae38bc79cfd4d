/** `npm run -s strategy -- practice ...`, as an operator types it, with files of their own. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { afterAll, beforeAll } from 'vitest';
import { InputProblem } from '../../../src/operator/io.ts';
import { practiceCommands } from '../../../src/operator/practice.ts';
import type { Listed } from '../../../src/practice/unfillable.ts';
import { builtInStandards } from '../../../src/start/standards.ts';
import { library } from '../../builders/standards.ts';

export const folder = mkdtempSync(join(tmpdir(), 'practice-'));
/** The folder is there for the tests of the file that says so, with {@link facts} in it, and gone after them. */
export const withFolder = (): void => {
  beforeAll(() => void file('facts.json', aboutMuch));
  afterAll(() => rmSync(folder, { recursive: true }));
};

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command; `directory` holds those who can be invited. */
export const strategyWith = async (directory: readonly Listed[], ...args: readonly string[]): Promise<Outcome> => {
  const said = { code: 0, out: '', err: '' };
  const program = new Command('strategy').exitOverride().configureOutput({
    writeOut: (text) => (said.out += text),
    writeErr: (text) => (said.err += text),
  });
  practiceCommands(program, {
    io: {
      read: (path) => readFileSync(path, 'utf8'),
      out: (text) => (said.out += text),
      err: (text) => (said.err += text),
      exit: (code) => (said.code = code),
    },
    library,
    texts: builtInStandards(),
    options: {},
    write: (path, text) => writeFileSync(path, text, { flag: 'wx' }),
    directory: () => Promise.resolve(directory),
  });
  try {
    await program.parseAsync(['node', 'strategy', ...args]);
  } catch (thrown) {
    if (thrown instanceof CommanderError) return { ...said, code: thrown.exitCode === 0 ? 0 : 2 };
    if (thrown instanceof InputProblem) return { ...said, code: 2, err: `${said.err}${thrown.message}\n` };
    throw thrown;
  }
  return said;
};

export const strategy = (...args: readonly string[]): Promise<Outcome> => strategyWith([], ...args);

/** A file the operator has, and its path. */
export const file = (name: string, content: unknown): string => {
  const path = join(folder, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

export const longest = (text: string): number => Math.max(...text.split('\n').map((line) => line.length));

/** A referral by a school about which much is said. */
export const facts = join(folder, 'facts.json');
const aboutMuch = {
  referralReceivedAt: '2026-05-22T16:55:00+01:00',
  circumstances: ['immediateRisk'],
  concerns: ['physicalInjury'],
  complexReasons: ['positionOfTrust'],
  referrer: 'school',
};

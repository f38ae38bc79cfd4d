/** An operator at the data of a story, typing commands of `npm run -s strategy` in this process. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { auditCommand } from '../../src/operator/audit.ts';
import { exportCommand } from '../../src/operator/export.ts';
import { fileCommand } from '../../src/operator/file.ts';
import { leafletCommand } from '../../src/operator/leaflet.ts';
import { recordCommand } from '../../src/operator/record.ts';
import { returnsCommand } from '../../src/operator/returns.ts';
import { subjectAccessCommand } from '../../src/operator/subjectAccess.ts';
import { instant } from '../../src/practice/time/instant.ts';
import { writeNewFile } from '../../src/start/newFile.ts';
import { knownSigningKey } from '../../src/start/signingKey.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import { library } from '../builders/standards.ts';

const none = (): never => {
  throw new Error('no command of these asks for it');
};

/** What it printed, and the exit code where that is not 0. Rejects with the sentence for the operator where the command is refused. */
export const typed = async (dataDir: string, ...command: readonly string[]): Promise<string> => {
  let said = '';
  const out = (text: string): void => void (said += text);
  const io = { read: none, out, err: none, exit: (code: number) => out(`Exit code ${code}.\n`) };
  const program = new Command('strategy').exitOverride().configureOutput({ writeOut: io.out, writeErr: io.err });
  const edges = {
    io,
    isTerminal: false,
    clock: () => instant('2040-01-01T09:00:00.000Z'),
    open: () => Promise.resolve(openSqlite(join(dataDir, 'strategy.sqlite'))),
    openFile: none,
    openCosmos: none,
    prepareCosmos: none,
    retentionYears: none,
    library,
    writeBytes: writeNewFile,
    telephone: () => '01632 960 100',
    signingKey: () => knownSigningKey({}, dataDir),
  };
  for (const register of [
    ...[exportCommand, leafletCommand, recordCommand, returnsCommand, fileCommand],
    ...[auditCommand, subjectAccessCommand],
  ])
    register(program, edges);
  await program.parseAsync(command, { from: 'user' });
  return said;
};

/** The file that a command wrote: its `--out` is added here. */
export const fileOf = async (dataDir: string, name: string, ...command: readonly string[]): Promise<Buffer> => {
  const out = join(dataDir, name);
  await typed(dataDir, ...command, '--by', 'Records office', '--out', out);
  return readFileSync(out);
};

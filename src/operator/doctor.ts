/** `doctor`: what is still wrong with a deployment, one line each with how to mend it. */
import type { Command } from 'commander';
import type { Finding } from '../doctor/finding.ts';
import type { Io } from './io.ts';

export interface DoctorEdges {
  readonly io: Io;
  readonly examine: (options: Named) => Promise<readonly Finding[]>;
}

/** What the environment does not say. */
export interface Named {
  readonly backups?: string;
  readonly package?: string;
}

interface Options extends Named {
  readonly json?: true;
}

export const doctorCommand = (program: Command, { io, examine }: DoctorEdges): void => {
  program
    .command('doctor')
    .description('What is wrong with this deployment, and how to mend it. Ends with 1 where something does not work')
    .option('--backups <folder>', 'where backups of the database file are put')
    .option('--package <file>', 'the app package that was uploaded to Teams')
    .option('--json', 'as JSON, for a pipeline')
    .action(async ({ json, ...named }: Options) => {
      const findings = await examine(named);
      io.out(json === true ? `${JSON.stringify(findings, null, 2)}\n` : written(findings));
      io.exit(findings.some(({ result }) => result === 'fault') ? 1 : 0);
    });
};

const marks: Readonly<Record<Finding['result'], string>> = {
  good: 'good       ',
  warning: 'look at it ',
  fault: 'WRONG      ',
  notChecked: 'not checked',
};

const written = (findings: readonly Finding[]): string => [...findings.map(line), `${summary(findings)}\n`].join('\n');

const line = (finding: Finding): string => {
  const found = `${marks[finding.result]}  ${finding.check}: ${finding.says}`;
  return 'mend' in finding ? `${found}\n             ${finding.mend}` : found;
};

const summary = (findings: readonly Finding[]): string => {
  const count = (result: Finding['result']): number => findings.filter((each) => each.result === result).length;
  return `${count('good')} good, ${count('warning')} to look at, ${count('fault')} wrong, ${count('notChecked')} not checked.`;
};

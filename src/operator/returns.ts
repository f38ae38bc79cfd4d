/**
 * `returns`: the enquiries of a period for the statutory returns, checked before they are written. What is wrong is said by
 * the number under which the sector knows it and by the council’s own number for the child, never by name.
 */
import { join } from 'node:path';
import { Argument, type Command } from 'commander';
import { annexA } from '../documents/returns/annexA.ts';
import { findingsIn, isError, isIn, isInCensus, type Finding } from '../documents/returns/checks.ts';
import { cinCensus } from '../documents/returns/cinCensus.ts';
import { dfeApi } from '../documents/returns/dfeApi.ts';
import type { AsOf, Enquiry, Period } from '../documents/returns/enquiry.ts';
import { enquiriesIn } from '../documents/returns/joined.ts';
import { conferences, s47Enquiries } from '../documents/returns/safeguardingDataset.ts';
import type { Table } from '../documents/returns/table.ts';
import { fold } from '../conduct/fold.ts';
import { createCalendar, isLocalDate } from '../practice/time/calendar.ts';
import { allIds } from '../store/migrate.ts';
import type { Stores } from '../store/store.ts';
import { csv } from './csv.ts';
import { InputProblem } from './io.ts';
import { writeNew, type PaperEdges } from './paperFile.ts';
import { practiceOf } from './practiceOf.ts';
import type { PracticeEdges } from './practiceEdges.ts';
import { using } from './stores.ts';

type Edges = PaperEdges & Pick<PracticeEdges, 'library'>;

interface Options extends Period {
  readonly out: string;
  readonly by: string;
}

/** What a return is made of: which enquiries, and its files by name; a file of its own has none. */
interface Return {
  readonly isOf: (period: Period, enquiry: Enquiry) => boolean;
  readonly files: (of: readonly Enquiry[], all: readonly Enquiry[], period: Period) => Readonly<Record<string, string>>;
}

const csvOf = ({ columns, rows }: Table): string => csv(columns, rows);

const returns = {
  cin: { isOf: isInCensus, files: (of) => ({ '': cinCensus(of) }) },
  'annex-a': { isOf: isIn, files: (of, all, period) => ({ '': csvOf(annexA(of, all, period)) }) },
  ssd: {
    isOf: isIn,
    files: (of) => ({
      'ssd_s47_enquiry.csv': csvOf(s47Enquiries(of)),
      'ssd_initial_cp_conference.csv': csvOf(conferences(of)),
    }),
  },
  'dfe-api': { isOf: isIn, files: (of) => ({ '': `${JSON.stringify(dfeApi(of), null, 2)}\n` }) },
} as const satisfies Record<string, Return>;
type Kind = keyof typeof returns;

export const returnsCommand = (program: Command, edges: Edges): void => {
  program
    .command('returns')
    .description(
      'The section 47 enquiries of a period for a statutory return, by the council’s own number for each child. ' +
        'They are checked first; what has to be put right makes the exit code 1.',
    )
    .addArgument(new Argument('<return>', 'which').choices(Object.keys(returns)))
    .requiredOption('--from <date>', 'the first day, such as 2026-04-01')
    .requiredOption('--to <date>', 'the last day, such as 2027-03-31')
    .requiredOption('--out <file>', 'a file that does not exist yet; for ssd a folder that does, for two files')
    .requiredOption('--by <name>', 'who asks for it; recorded with each discussion')
    .action(async (kind: Kind, options: Options) => {
      refuseNoPeriod(options);
      await using(edges.open(), (stores) => make(returns[kind], options, stores, edges));
    });
};

const refuseNoPeriod = ({ from, to }: Period): void => {
  for (const [option, day] of Object.entries({ from, to })) {
    if (!isLocalDate(day)) throw new InputProblem(`--${option}: "${day}" must be a date such as 2026-04-01.`);
  }
  if (to < from) throw new InputProblem('--to must not be before --from.');
};

const make = async (asked: Return, options: Options, stores: Stores, edges: Edges): Promise<void> => {
  const all = await enquiriesBy(options.to, stores, edges);
  const chosen = all.filter((enquiry) => asked.isOf(options, enquiry));
  const findings = findingsIn({ period: options, calendar: createCalendar([]), all: chosen });
  const written = chosen.filter(({ childNumber }) => childNumber !== null);
  for (const [name, text] of Object.entries(asked.files(written, all, options))) {
    writeNew(edges, join(options.out, name), new TextEncoder().encode(text));
  }
  await recordReads(chosen, options, stores, edges);
  for (const finding of findings) edges.io.out(`${line(finding)}\n`);
  edges.io.out(`Enquiries in ${options.out}: ${written.length}. Findings: ${findings.length}.\n`);
  if (findings.some(isError)) edges.io.exit(1);
};

const enquiriesBy = async (day: string, stores: Stores, edges: Edges): Promise<readonly Enquiry[]> => {
  const decided: AsOf[] = [];
  for (const reference of await allIds(stores)) {
    const d = fold(await stores.store.load(reference));
    if (d?.stage === 'decided') decided.push({ d, practice: practiceOf(edges, d), day });
  }
  return enquiriesIn(decided);
};

/** That a child’s enquiry was taken away is part of its discussion, like any look at it. */
const recordReads = async (
  of: readonly Enquiry[],
  { by }: Options,
  { store }: Stores,
  { clock }: Edges,
): Promise<void> => {
  for (const reference of new Set(of.map((enquiry) => enquiry.reference))) {
    await store.recordRead({ reference, personId: by, at: clock(), deed: 'returns' });
  }
};

const line = ({ check, about, words }: Finding): string =>
  `${check === 'number' ? 'No number' : check}  ${about.childNumber ?? 'unknown'}  ${about.id}: ${words}`;

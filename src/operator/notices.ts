/** `notices REFERENCE`: proof of who was owed what, by which rule and when, each attempt, and what came of it. */
import { Option, type Command } from 'commander';
import { proofsOf } from '../messages/proof.ts';
import type { Proof } from '../words/proof.ts';
import { fold } from '../conduct/fold.ts';
import { formatLondon, londonIso } from '../practice/time/calendar.ts';
import type { Instant } from '../practice/time/instant.ts';
import type { Stores } from '../store/store.ts';
import { csv } from './csv.ts';
import { InputProblem } from './io.ts';
import { row } from './layout.ts';
import { using, type StoreEdges } from './stores.ts';

type Edges = Pick<StoreEdges, 'io' | 'clock' | 'open'> & {
  /** The SQLite data in a folder. Throws {@link InputProblem} where there is none. */
  readonly openFolder: (folder: string) => Stores;
};

interface Options {
  readonly data?: string;
  readonly json?: true;
  readonly csv?: true;
}

export const noticesCommand = (program: Command, edges: Edges): void => {
  program
    .command('notices <reference>')
    .description('Who was owed what about one discussion, by which rule, and what became of it')
    .option('--data <folder>', 'a folder with data, where it is not the data the bot uses')
    .addOption(new Option('--json', 'as JSON').conflicts('csv'))
    .option('--csv', 'as CSV, one line for each attempt')
    .action(async (reference: string, options: Options) => {
      edges.io.out(shown(reference, await proofsIn(reference, options, edges), options));
    });
};

/** Looking is itself recorded, as it is for anybody else. */
const proofsIn = (
  reference: string,
  { data }: Options,
  { open, openFolder, clock }: Edges,
): Promise<readonly Proof[]> =>
  using(data === undefined ? open() : Promise.resolve(openFolder(data)), async ({ store }) => {
    const discussion = fold(await store.load(reference));
    if (discussion === null) throw new InputProblem(`There is no discussion ${reference}.`);
    const at = clock();
    await store.recordRead({ reference, personId: 'operator', at, deed: 'seeDeliveries' });
    return proofsOf(discussion, await store.notices(reference), at);
  });

const shown = (reference: string, proofs: readonly Proof[], options: Options): string => {
  if (options.json === true) return `${JSON.stringify({ reference, notices: proofs.map(jsonOf) }, null, 2)}\n`;
  return options.csv === true ? proofCsv(proofs) : text(reference, proofs);
};

const isoOrNull = (at: Instant | null): string | null => (at === null ? null : londonIso(at));

const jsonOf = (proof: Proof) => ({
  ...proof,
  owedAt: londonIso(proof.owedAt),
  dueAt: isoOrNull(proof.dueAt),
  acknowledgedAt: isoOrNull(proof.acknowledgedAt),
  attempts: proof.attempts.map((attempt) => ({ ...attempt, at: londonIso(attempt.at) })),
});

export const proofCsv = (proofs: readonly Proof[]): string => csv(columns, proofs.flatMap(csvRows));

const columns = [
  'notice',
  'who',
  'what',
  'rule',
  'owed',
  'due',
  'state',
  'detail',
  'read',
  'attempt',
  'route',
  'result',
  'answer',
];

const csvRows = (proof: Proof): readonly (readonly string[])[] => {
  const { noticeId, who, what, rule, owedAt, dueAt, stands, detail, acknowledgedAt, attempts } = proof;
  const notice = [noticeId, who, what, rule ?? '', londonIso(owedAt), isoOrNull(dueAt) ?? '', stands, detail];
  const read = isoOrNull(acknowledgedAt) ?? '';
  if (attempts.length === 0) return [[...notice, read, '', '', '', '']];
  return attempts.map((a) => [...notice, read, londonIso(a.at), a.route, a.result, a.receipt ?? a.detail]);
};

const text = (reference: string, proofs: readonly Proof[]): string =>
  [
    `Notices of ${reference}: ${proofs.filter(({ state }) => state === 'told').length} of ${proofs.length} settled`,
    ...proofs.flatMap(({ who, what, rule, dueAt, stands, detail, acknowledgedAt, attempts }) => [
      '',
      `${who}: ${what}`,
      row(
        'Due',
        `${dueAt === null ? 'as soon as possible' : formatLondon(dueAt)}${rule === null ? '' : ` (${rule})`}`,
        8,
      ),
      row('State', `${stands}. ${detail}`, 8),
      ...attempts.map((a) => row('Tried', `${formatLondon(a.at)}, ${a.route}: ${a.result}. ${a.detail}`, 8)),
      ...(acknowledgedAt === null ? [] : [row('Read', formatLondon(acknowledgedAt), 8)]),
    ]),
    '',
  ].join('\n');

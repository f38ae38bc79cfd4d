/**
 * `file`: a decided discussion for the child’s case system, as JSON; or a pack to print and keep, as one archive: the
 * record, who was told what and when, and the leaflet for the family. Looked at like any other.
 */
import type { Command } from 'commander';
import { zipSync } from 'fflate';
import { fold } from '../conduct/fold.ts';
import type { Decided } from '../discussion/state/discussion.ts';
import { filedOf } from '../documents/filing/filed.ts';
import { leafletOf } from '../documents/leaflet/leaflet.ts';
import { english, leaflets } from '../documents/leaflet/texts.ts';
import { fileKinds, setAs } from '../documents/paper/files.ts';
import type { Paper } from '../documents/paper/paper.ts';
import { recordOf } from '../documents/record/record.ts';
import { proofsOf } from '../messages/proof.ts';
import type { Held } from '../store/archive.ts';
import { exportedFile } from '../store/exported.ts';
import { noKey, type SigningEdges } from './export.ts';
import { InputProblem } from './io.ts';
import { proofCsv } from './notices.ts';
import { decidedIn, writeNew, type PaperEdges } from './paperFile.ts';
import type { PracticeEdges } from './practiceEdges.ts';
import { practiceOf } from './practiceOf.ts';
import { using } from './stores.ts';

type Edges = PaperEdges &
  SigningEdges &
  Pick<PracticeEdges, 'library'> & {
    /** The council’s, as the environment has it; null where it has none. */
    readonly telephone: () => string | null;
  };

interface Options {
  readonly by: string;
  readonly out: string;
}

export const fileCommand = (program: Command, edges: Edges): void => {
  program
    .command('file')
    .description(
      'A decided discussion for the child’s file: as JSON for a case system (docs/filed-discussion.schema.json), or as ' +
        'an archive of the record, the proof of who was told, and the leaflet. It names the child: keep it accordingly.',
    )
    .argument('<reference>', 'such as SD-ABC234')
    .requiredOption('--by <name>', 'who asks for it; recorded with the discussion')
    .requiredOption('--out <file>', 'a file that does not exist yet, .json or .zip')
    .action(async (reference: string, { by, out }: Options) => {
      const make = makerFor(out);
      await using(edges.open(), async ({ store, archive }) => {
        const d = decidedIn(reference, fold(await store.load(reference)));
        await store.recordRead({ reference, personId: by, at: edges.clock(), deed: 'file' });
        const held = await archive.held(reference);
        if (held === null) throw new InputProblem(`There is no discussion ${reference}.`);
        writeNew(edges, out, await make(d, held, edges));
        edges.io.out(`${reference} is in ${out}.\n`);
      });
    });
};

type Maker = (d: Decided, held: Held, edges: Edges) => Promise<Uint8Array>;

const makerFor = (out: string): Maker => {
  if (out.endsWith('.json')) return json;
  if (out.endsWith('.zip')) return pack;
  throw new InputProblem(`--out: "${out}" must end in .json or .zip.`);
};

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** As `export` makes one, so that `verify` can tell whether it was changed since. */
const json: Maker = async (d, { sealed: events }, edges) => {
  const key = edges.signingKey();
  if (key === null) throw new InputProblem(noKey);
  const filed = { reference: d.reference, discussion: filedOf(d, practiceOf(edges, d)), events };
  return bytesOf(await exportedFile(filed, key));
};

/** Everything is set before anything is packed: a pack is whole or there is none. */
const pack: Maker = async (d, { notices }, edges) => {
  const record = recordOf({ d, practice: practiceOf(edges, d) }, { for: 'full' });
  const texts = leaflets().get(english);
  const papers: readonly (readonly [string, Paper])[] = [
    ['record', record],
    ...(texts === undefined
      ? []
      : [['leaflet', leafletOf(d, texts, { telephone: edges.telephone(), told: null })] as const]),
  ];
  const files: Record<string, Uint8Array> = {
    [`${d.reference}-who-was-told.csv`]: bytesOf(proofCsv(proofsOf(d, notices, edges.clock()))),
  };
  for (const [name, paper] of papers) {
    for (const kind of fileKinds) files[`${d.reference}-${name}.${kind}`] = await setAs[kind](paper);
  }
  return zipSync(files, { mtime: new Date(edges.clock()) });
};

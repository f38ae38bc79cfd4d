/** `leaflet`: what a worker hands to the family of one child, as a file. Looked at like any other part of the record. */
import type { Command } from 'commander';
import { fold } from '../conduct/fold.ts';
import type { Decided } from '../discussion/state/discussion.ts';
import { leafletOf } from '../documents/leaflet/leaflet.ts';
import { english, leaflets, type LeafletTexts } from '../documents/leaflet/texts.ts';
import { toldInWriting } from '../documents/leaflet/toldInWriting.ts';
import { InputProblem } from './io.ts';
import { childIn, decidedIn, writerFor, type PaperEdges } from './paperFile.ts';
import { using } from './stores.ts';

type Edges = PaperEdges & {
  /** The council’s, as the environment has it; null where it has none. */
  readonly telephone: () => string | null;
};

interface Options {
  readonly by: string;
  readonly out: string;
  readonly language: string;
  readonly child?: string;
  readonly told?: true;
}

export const leafletCommand = (program: Command, edges: Edges): void => {
  program
    .command('leaflet')
    .description('The leaflet for the family, as a PDF or a Word file.')
    .argument('<reference>', 'such as SD-ABC234')
    .requiredOption('--by <name>', 'who asks for it; recorded with the discussion')
    .requiredOption('--out <file>', 'a file that does not exist yet, .pdf or .docx')
    .option('--language <code>', 'such as pl', english)
    .option('--child <letter>', 'of several children, the one whose family it is for')
    .option('--told', 'with what the chair has allowed this family to be told: read it first')
    .action(async (reference: string, options: Options) => {
      const write = writerFor(edges, options.out);
      const texts = textsIn(options.language);
      await using(edges.open(), async ({ store }) => {
        const d = decidedIn(reference, fold(await store.load(reference)));
        const told = options.told === true ? toldIn(d, options) : null;
        await store.recordRead({ reference, personId: options.by, at: edges.clock(), deed: 'makeLeaflet' });
        await write(leafletOf(d, texts, { telephone: edges.telephone(), told }));
      });
    });
};

export const textsIn = (language: string): LeafletTexts => {
  const texts = leaflets().get(language);
  if (texts !== undefined) return texts;
  throw new InputProblem(`--language: "${language}" must be one of ${[...leaflets().keys()].join(', ')}.`);
};

const toldIn = (d: Decided, { child }: Options): string => {
  const [first] = d.children;
  if (child === undefined && d.children.length > 1) {
    throw new InputProblem('--told: say with --child which of the children it is about.');
  }
  const told = toldInWriting(d, childIn(d, child ?? first?.childId ?? ''));
  if (told.is === 'allowed') return told.words;
  throw new InputProblem(
    told.is === 'withheld'
      ? '--told: the chair has not allowed this family to be told anything for now. Leave --told out.'
      : `--told: what they are told has ${told.names.join(', ')} in it, which no leaflet may have. Leave --told out, and say it to them.`,
  );
};

/** `specimen`: the record and the leaflet of a made-up discussion, as they would be set: for whoever edits the leaflet’s words. */
import { Argument, type Command } from 'commander';
import type { Decided } from '../discussion/state/discussion.ts';
import { leafletOf } from '../documents/leaflet/leaflet.ts';
import { english } from '../documents/leaflet/texts.ts';
import { recordOf } from '../documents/record/record.ts';
import { stories } from '../messages/preview/stories.ts';
import type { StandardKey } from '../practice/language/vocabulary.ts';
import type { Practice } from '../practice/practice.ts';
import { InputProblem } from './io.ts';
import { textsIn } from './leaflet.ts';
import { writerFor, type PaperEdges } from './paperFile.ts';
import { practiceNamed, type PracticeEdges } from './practiceEdges.ts';

type Edges = Pick<PaperEdges, 'io' | 'writeBytes'> &
  Pick<PracticeEdges, 'library'> & { readonly telephone: () => string | null };

interface Options {
  readonly out: string;
  readonly standard: StandardKey;
  readonly language: string;
}

const papers = ['record', 'leaflet'] as const;

export const specimenCommand = (program: Command, edges: Edges): void => {
  program
    .command('specimen')
    .description('The record or the leaflet of a made-up discussion, as a PDF or a Word file')
    .addArgument(new Argument('<paper>').choices(papers))
    .requiredOption('--out <file>', 'a file that does not exist yet, .pdf or .docx')
    .option('--standard <key>', 'the practice standard', 'practice-standards-2025')
    .option('--language <code>', 'of the leaflet, such as pl', english)
    .action(async (paper: (typeof papers)[number], { out, standard, language }: Options) => {
      const practice = practiceNamed(edges, standard);
      const d = madeUp(practice);
      const write = writerFor(edges, out);
      await write(
        paper === 'record'
          ? recordOf({ d, practice }, { for: 'full' })
          : leafletOf(d, textsIn(language), { telephone: edges.telephone(), told: null }),
      );
    });
};

/** As far as a story goes. */
const madeUp = (practice: Practice): Decided => {
  const last = (stories(practice)[0] ?? []).findLast(({ d }) => d.stage === 'decided')?.d;
  if (last?.stage !== 'decided') throw new InputProblem('Nothing is decided under that standard.');
  return last;
};

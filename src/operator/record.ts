/** `record`: the record of a decided discussion as a file, in the edition its reader may have. Looked at like any other. */
import type { Command } from 'commander';
import { fold } from '../conduct/conduct.ts';
import type { Decided, Discussion } from '../discussion/state/discussion.ts';
import { isOf } from '../discussion/state/people.ts';
import type { Paper } from '../documents/paper/paper.ts';
import { recordOf } from '../documents/record/record.ts';
import type { Edition } from '../documents/record/source.ts';
import { InputProblem } from './io.ts';
import { writeNew, type NewFiles } from './newFile.ts';
import { practiceOf } from './practiceOf.ts';
import type { PracticeEdges } from './practiceEdges.ts';
import { using, type StoreEdges } from './stores.ts';

type Edges = StoreEdges & Pick<PracticeEdges, 'library'> & NewFiles;

interface Options {
  readonly by: string;
  readonly out: string;
  readonly child?: string;
  readonly agency?: string;
  readonly owner?: string;
}

export const recordCommand = (program: Command, edges: Edges): void => {
  program
    .command('record')
    .description(
      'The record of a decided discussion, as a PDF or a Word file. It names the child: keep it accordingly.',
    )
    .argument('<reference>', 'such as SD-ABC234')
    .requiredOption('--by <name>', 'who asks for it; recorded with the discussion')
    .requiredOption('--out <file>', 'a file that does not exist yet, .pdf or .docx')
    .option('--child <letter>', 'only what is about this one of several children, for its file')
    .option('--agency <name>', 'only what an agency that was absent is told')
    .option('--owner <name>', 'only what somebody who was absent and has an action is told')
    .action(async (reference: string, options: Options) => {
      const set = setterFor(options.out);
      await using(edges.open(), async ({ store }) => {
        const d = decidedIn(reference, fold(await store.load(reference)));
        const edition = editionIn(d, options);
        await store.recordRead({ reference, personId: options.by, at: edges.clock(), deed: 'record' });
        const paper = recordOf({ d, practice: practiceOf(edges, d) }, edition);
        writeNew(edges, options.out, await set(paper));
        edges.io.out(`${paper.title} is in ${options.out}.\n`);
      });
    });
};

/** Loaded where it is needed: it takes longer than most commands do. */
const setterFor = (out: string): ((paper: Paper) => Promise<Uint8Array>) => {
  if (out.endsWith('.pdf')) return async (paper) => (await import('../documents/paper/pdf.ts')).pdfOf(paper);
  if (out.endsWith('.docx')) return async (paper) => (await import('../documents/paper/word.ts')).wordOf(paper);
  throw new InputProblem(`--out: "${out}" must end in .pdf or .docx.`);
};

const decidedIn = (reference: string, d: Discussion | null): Decided => {
  if (d === null) throw new InputProblem(`There is no discussion ${reference}.`);
  if (d.stage !== 'decided') throw new InputProblem(`${reference} has not been decided: there is no record of it yet.`);
  return d;
};

const editionIn = (d: Decided, { child, agency, owner }: Options): Edition => {
  if ([child, agency, owner].filter((one) => one !== undefined).length > 1) {
    throw new InputProblem('Name one of --child, --agency and --owner, or none for the full record.');
  }
  if (child !== undefined) return forChild(d, child);
  if (agency !== undefined) return forAgency(d, agency);
  return owner === undefined ? { for: 'full' } : forOwner(d, owner);
};

const forChild = ({ children }: Decided, childId: string): Edition => {
  if (children.some((one) => one.childId === childId)) return { for: 'child', childId };
  throw new InputProblem(`--child: "${childId}" must be one of ${children.map((one) => one.childId).join(', ')}.`);
};

const forAgency = ({ invitations }: Decided, agency: string): Edition => {
  if (invitations.some(({ participant }) => isOf(agency)(participant))) return { for: 'agency', agency };
  throw new InputProblem(`--agency: nobody of "${agency}" was invited.`);
};

const forOwner = ({ actions }: Decided, name: string): Edition => {
  const found = actions.find(({ owner }) => owner.name === name);
  if (found !== undefined) return { for: 'owner', personId: found.owner.personId };
  throw new InputProblem(`--owner: "${name}" has no action.`);
};

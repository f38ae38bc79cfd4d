/** `record`: the record of a decided discussion as a file, in the edition its reader may have. Looked at like any other. */
import type { Command } from 'commander';
import { asSigned } from '../conduct/asSigned.ts';
import { fold } from '../conduct/fold.ts';
import type { Decided } from '../discussion/state/discussion.ts';
import { isOf } from '../discussion/state/people.ts';
import { recordOf } from '../documents/record/record.ts';
import type { Edition } from '../documents/record/source.ts';
import { InputProblem } from './io.ts';
import { childIn, decidedIn, writerFor, type PaperEdges } from './paperFile.ts';
import type { PracticeEdges } from './practiceEdges.ts';
import { practiceOf } from './practiceOf.ts';
import { using } from './stores.ts';

type Edges = PaperEdges & Pick<PracticeEdges, 'library'>;

interface Options {
  readonly by: string;
  readonly out: string;
  readonly child?: string;
  readonly agency?: string;
  readonly owner?: string;
  readonly toDate?: true;
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
    .option('--to-date', 'with what has come of it since it was signed, which is not part of what was signed')
    .action(async (reference: string, options: Options) => {
      const write = writerFor(edges, options.out);
      await using(edges.open(), async ({ store }) => {
        const d = decidedIn(reference, (options.toDate === true ? fold : asSigned)(await store.load(reference)));
        const edition = editionIn(d, options);
        await store.recordRead({ reference, personId: options.by, at: edges.clock(), deed: 'record' });
        await write(recordOf({ d, practice: practiceOf(edges, d), isToDate: options.toDate }, edition));
      });
    });
};

const editionIn = (d: Decided, { child, agency, owner }: Options): Edition => {
  if ([child, agency, owner].filter((one) => one !== undefined).length > 1) {
    throw new InputProblem('Name one of --child, --agency and --owner, or none for the full record.');
  }
  if (child !== undefined) return { for: 'child', childId: childIn(d, child) };
  if (agency !== undefined) return forAgency(d, agency);
  return owner === undefined ? { for: 'full' } : forOwner(d, owner);
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

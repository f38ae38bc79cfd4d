/** `subject-access`: what is held about one child, with everybody else left out, for somebody to read before it is released. */
import type { Command } from 'commander';
import { fold } from '../conduct/fold.ts';
import type { Child } from '../discussion/state/childShape.ts';
import { subjectAccessOf, type AboutSubject } from '../documents/record/subjectAccess.ts';
import type { Stores } from '../store/store.ts';
import { asItEverWas, isCalled } from '../conduct/auditTrail.ts';
import { everyDiscussion } from './everyDiscussion.ts';
import { InputProblem } from './io.ts';
import { writerFor, type PaperEdges } from './paperFile.ts';
import type { PracticeEdges } from './practiceEdges.ts';
import { practiceOf } from './practiceOf.ts';
import { using } from './stores.ts';

type Edges = PaperEdges & Pick<PracticeEdges, 'library'>;

interface Options {
  readonly child: string;
  readonly born: string;
  readonly by: string;
  readonly out: string;
}

export const subjectAccessCommand = (program: Command, edges: Edges): void => {
  program
    .command('subject-access')
    .description(
      'What is held about one child, with everybody else left out, as a draft to be read before it is released',
    )
    .requiredOption('--child <name>', 'its name, as any discussion has had it')
    .requiredOption('--born <date>', 'its date of birth, such as 2019-04-07, or when its birth was expected')
    .requiredOption('--by <name>', 'who asks for it; recorded with each discussion')
    .requiredOption('--out <file>', 'a file that does not exist yet, .pdf or .docx')
    .action((options: Options) =>
      using(edges.open(), async (stores) => {
        const write = writerFor(edges, options.out);
        const [first, ...others] = await heldAbout(stores, options, edges);
        if (first === undefined) throw new InputProblem('Nothing is held about a child of that name and birth.');
        for (const { d } of [first, ...others]) {
          const { reference } = d;
          await stores.store.recordRead({ reference, personId: options.by, at: edges.clock(), deed: 'subjectAccess' });
        }
        await write(subjectAccessOf([first, ...others]));
      }),
    );
};

const heldAbout = async ({ archive }: Stores, asked: Options, edges: Edges): Promise<readonly AboutSubject[]> => {
  const found: AboutSubject[] = [];
  for await (const { commits } of everyDiscussion(archive)) {
    const d = fold(commits);
    const child = d === null ? undefined : subjectIn(asItEverWas(d), asked);
    if (d !== null && child !== undefined) found.push({ d, child, practice: practiceOf(edges, d) });
  }
  return found.toSorted((a, b) => (a.d.convenedAt < b.d.convenedAt ? -1 : 1));
};

const subjectIn = (children: readonly Child[], { child, born }: Options): Child | undefined => {
  const isBornThen = ({ birth }: Child): boolean => (birth.kind === 'born' ? birth.on : birth.expectedOn) === born;
  return children.find((each) => isCalled(each, child) && isBornThen(each));
};

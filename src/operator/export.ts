/** `export`: everything held about one discussion, as JSON. That somebody took it away is recorded like any look at it. */
import type { Command } from 'commander';
import type { KeyObject } from 'node:crypto';
import { referenceOfDraft } from '../store/draftId.ts';
import type { StoredDraft } from '../store/rows.ts';
import { exportedFile } from '../store/exported.ts';
import { InputProblem } from './io.ts';
import { using, type StoreEdges } from './stores.ts';

/** So that nobody is given a file that cannot be told from another. */
const noKey = 'An export is signed, and there is no key here. Set SIGNING_KEY as the bot has it.';

type Edges = StoreEdges & {
  /** The key that this bot signs with; null where none is at hand. */
  readonly signingKey: () => KeyObject | null;
};

export const exportCommand = (program: Command, edges: Edges): void => {
  program
    .command('export')
    .description('Everything held about one discussion, as JSON. It names the child: keep it accordingly.')
    .argument('<reference>', 'such as SD-ABC234')
    .requiredOption('--by <name>', 'who asks for it; recorded with the discussion')
    .action(async (reference: string, { by }: { readonly by: string }) => {
      await using(edges.open(), async ({ store, archive }) => {
        if ((await archive.held(reference)) === null) throw new InputProblem(`There is no discussion ${reference}.`);
        await store.recordRead({ reference, personId: by, at: edges.clock(), deed: 'export' });
        const held = await archive.held(reference);
        const drafts = (await archive.drafts()).filter(({ id }) => referenceOfDraft(id) === reference).map(readable);
        const key = edges.signingKey();
        if (held === null || key === null) throw new InputProblem(noKey);
        const { sealed: events, ...shown } = held;
        const exported = { reference, exportedAt: edges.clock(), by, events, held: shown, drafts };
        edges.io.out(await exportedFile(exported, key));
      });
    });
};

const readable = (draft: StoredDraft) => ({ ...draft, body: JSON.parse(draft.body) as unknown });

/** `export`: everything held about one discussion, as JSON. That somebody took it away is recorded like any look at it. */
import type { Command } from 'commander';
import { digestOf } from '../store/migrate.ts';
import { referenceOfDraft } from '../store/draftId.ts';
import type { StoredDraft } from '../store/rows.ts';
import { InputProblem } from './io.ts';
import { using, type StoreEdges } from './stores.ts';

export const exportCommand = (program: Command, edges: StoreEdges): void => {
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
        const exported = { exportedAt: edges.clock(), by, sha256: digestOf(held), held, drafts };
        edges.io.out(`${JSON.stringify(exported, null, 2)}\n`);
      });
    });
};

const readable = (draft: StoredDraft) => ({ ...draft, body: JSON.parse(draft.body) as unknown });

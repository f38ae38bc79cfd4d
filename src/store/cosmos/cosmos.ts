/**
 * The store on Azure Cosmos DB, for a region of authorities and any number of instances. One commit is one item whose id
 * is its version, so that creating it is atomic and a duplicate is the conflict. Nothing remembered between calls is believed unseen
 * (streams.ts).
 */
import type { CosmosClient } from '@azure/cosmos';
import type { Store, Stores } from '../store.ts';
import { createStreams } from '../streams.ts';
import { StoreUnavailable } from '../unavailable.ts';
import { cosmosArchive } from './archive.ts';
import { claimDue } from './claiming.ts';
import { connect, inTime } from './client.ts';
import { appendCommit, loadCommits } from './commits.ts';
import { cosmosConversations } from './conversations.ts';
import { cosmosDirectory } from './directory.ts';
import { cosmosDrafts } from './drafts.ts';
import { cosmosUnavailable, type CosmosPlace } from './fault.ts';
import type { Cosmos } from './items.ts';
import { concerns, listOpen, listOwing } from './lists.ts';
import { countNotices, nextDue, noticesOf, settleNotice, showAgain } from './notices.ts';
import { checkReady, makeReady } from './ready.ts';
import { readsOf, recordRead } from './reads.ts';

/**
 * Opens one authority's part of a container that has been prepared. Rejects with StoreUnavailable, one sentence for the
 * operator, where it cannot be used; then nothing in the account has changed.
 */
export const openCosmos = async (place: CosmosPlace): Promise<Stores> => {
  const client = await connect(place);
  try {
    await inTime(place, checkReady(client, place));
    const container = client.database(place.database).container(place.container);
    return storesOn({ container, authorityId: place.authorityId, streams: createStreams() }, client);
  } catch (error) {
    client.dispose();
    throw cosmosUnavailable(place, error);
  }
};

/**
 * Makes the database and the container where they are missing, or brings them up to date. Rejects with StoreUnavailable,
 * one sentence for the operator, where they would not be usable then.
 */
export const prepareCosmos = async (place: CosmosPlace): Promise<void> => {
  if (place.key === null) {
    throw new StoreUnavailable('Set COSMOS_KEY to a key of the account: a managed identity may not make a container.');
  }
  const client = await connect(place);
  try {
    await inTime(place, makeReady(client, place));
  } catch (error) {
    throw cosmosUnavailable(place, error);
  } finally {
    client.dispose();
  }
};

const storesOn = (cosmos: Cosmos, client: CosmosClient): Stores => ({
  store: storeOn(cosmos),
  conversations: cosmosConversations(cosmos),
  drafts: cosmosDrafts(cosmos),
  directory: cosmosDirectory(cosmos),
  archive: cosmosArchive(cosmos),
  lookAtAll: () => Promise.resolve(null),
  close: () => {
    client.dispose();
    return Promise.resolve();
  },
});

const storeOn = (cosmos: Cosmos): Store => ({
  load: (reference) => loadCommits(cosmos, reference),
  append: (commit, summary) => appendCommit(cosmos, commit, summary),
  concerns: (reference, personId) => concerns(cosmos, reference, personId),
  listOpen: (limit) => listOpen(cosmos, limit),
  listOwing: (limit) => listOwing(cosmos, limit),
  claim: (claim) => claimDue(cosmos, claim),
  settle: (claimed, delivery) => settleNotice(cosmos, claimed, delivery),
  showAgain: (reference, kind, at) => showAgain(cosmos, reference, kind, at),
  notices: (reference) => noticesOf(cosmos, reference),
  nextDue: () => nextDue(cosmos),
  counts: (now) => countNotices(cosmos, now),
  recordRead: (read) => recordRead(cosmos, read),
  reads: (reference) => readsOf(cosmos, reference),
});

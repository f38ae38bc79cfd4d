/**
 * What every store must do. Each store's test file calls `storeContract` with a way to open instances on one set of
 * data, so that several instances, restarts and killed processes can be tried on all of them alike.
 */
import { afterEach, beforeEach, describe } from 'vitest';
import type { Stores } from '../../../src/store/store.ts';
import { archiveContract } from './archive.ts';
import { beforeContract } from './before.ts';
import { conversationContract } from './conversations.ts';
import { crashContract } from './crash.ts';
import { directoryContract } from './directory.ts';
import { discussionContract } from './discussions.ts';
import { draftContract } from './drafts.ts';
import { noticeContract } from './notices.ts';

/** One set of data, empty at first. */
export interface Place {
  /** Opens one more instance on the same data. */
  open(): Promise<Stores>;
  /** Arguments with which `test/store/contract/child.ts` opens the same data in another process. */
  readonly child: readonly string[];
  /** Puts there what an earlier version of the program stored (`test/store/before`), byte for byte. */
  writeBefore(): Promise<void>;
  /** Deletes the data. */
  remove(): Promise<void>;
}

/** What a test gets: a fresh place, and instances that are closed for it afterwards. */
export interface Trial {
  readonly open: () => Promise<Stores>;
  readonly child: () => readonly string[];
  readonly writeBefore: () => Promise<void>;
}

export const storeContract = (name: string, newPlace: () => Promise<Place>): void => {
  describe(name, { timeout: 60_000 }, () => {
    let place: Place;
    let opened: Stores[] = [];

    beforeEach(async () => {
      place = await newPlace();
    });

    afterEach(async () => {
      await Promise.all(opened.map((stores) => stores.close()));
      opened = [];
      await place.remove();
    });

    const trial: Trial = {
      open: async () => {
        const stores = await place.open();
        opened.push(stores);
        return stores;
      },
      child: () => place.child,
      writeBefore: () => place.writeBefore(),
    };

    discussionContract(trial);
    noticeContract(trial);
    conversationContract(trial);
    draftContract(trial);
    directoryContract(trial);
    archiveContract(trial);
    crashContract(trial);
    beforeContract(trial);
  });
};

/**
 * Another process on the same data, for the crash tests: `child.ts sqlite FILE write|dispatch PREFIX`, or
 * `child.ts cosmos PLACE …` with the place as JSON. It says on
 * standard output, one line each and not before the store has answered, what it has been promised is kept.
 */
import { writeSync } from 'node:fs';
import { openCosmos } from '../../../src/store/cosmos/cosmos.ts';
import type { CosmosPlace } from '../../../src/store/cosmos/fault.ts';
import { openSqlite } from '../../../src/store/sqlite/sqlite.ts';
import { soon } from '../../../src/store/sqlite/transaction.ts';
import type { Stores } from '../../../src/store/store.ts';
import { aCommit, aNotice, aSummary, minutes, start } from './commits.ts';

const [kind, location = '', task, prefix = ''] = process.argv.slice(2);

const say = (line: string): void => {
  writeSync(1, `${line}\n`);
};

const openStores = (): Promise<Stores> => {
  if (kind === 'sqlite') return soon(() => openSqlite(location));
  if (kind === 'cosmos') return openCosmos(JSON.parse(location) as CosmosPlace);
  throw new Error(`no store is called ${kind ?? 'nothing'}`);
};

/** Appends to one discussion for ever, against whoever else does the same. */
const write = async ({ store }: Stores): Promise<never> => {
  for (let i = 1; ; i += 1) {
    let result = 'conflict';
    while (result === 'conflict') {
      const commandKey = `${prefix}-${i}`;
      const notices = [aNotice(`SD-1/${commandKey}`)];
      const commit = aCommit((await store.load('SD-1')).at(-1) ?? null, { commandKey, notices });
      result = await store.append(commit, aSummary(commit));
    }
    say(`${prefix}-${i}`);
  }
};

/** Claims and settles one notice after another, a lease of one minute each. */
const dispatch = async ({ store }: Stores): Promise<void> => {
  for (;;) {
    const [claimed] = await store.claim({ now: start, leaseUntil: minutes(1), holder: prefix, limit: 1 });
    if (claimed === undefined) return;
    const { attempts } = claimed.delivery;
    await store.settle(claimed, { status: 'sent', at: start, route: 'email', receipt: prefix, attempts });
    say(claimed.notice.id);
  }
};

const stores = await openStores();
await (task === 'dispatch' ? dispatch(stores) : write(stores));

/** What is past its time is found, however many older records an inquiry holds. */
import { Command } from 'commander';
import { expect, it } from 'vitest';
import { retentionCommands } from '../../src/operator/retention.ts';
import { instant } from '../../src/practice/time/instant.ts';
import type { Stores } from '../../src/store/store.ts';

it('reads on past a thousand that are held', async () => {
  let there = Array.from({ length: 1_002 }, (_, i) => `SD-${i}`);
  const archive = {
    endedBefore: (_before: string, limit: number) => Promise.resolve(there.slice(0, limit)),
    purge: (reference: string) => {
      if (reference !== 'SD-1001') return Promise.resolve('held');
      there = there.filter((each) => each !== reference);
      return Promise.resolve('purged');
    },
  };
  const stores = { archive, drafts: {}, close: () => Promise.resolve() } as unknown as Stores;
  Object.assign(archive, { drafts: () => Promise.resolve([]) });
  let said = '';
  const io = {
    read: () => '',
    out: (text: string) => void (said += text),
    err: () => undefined,
    exit: () => undefined,
  };
  const program = new Command('strategy').exitOverride();
  retentionCommands(program, {
    ...{ io, isTerminal: false, clock: () => instant('2040-01-01T09:00:00.000Z'), open: () => Promise.resolve(stores) },
    ...{ openFile: () => stores, openCosmos: () => Promise.resolve(stores), prepareCosmos: () => Promise.resolve('') },
    retentionYears: () => 10,
  });
  await program.parseAsync(['retention', '--purge', '--by', 'records officer'], { from: 'user' });
  expect(said.split('\n').filter((line) => line.endsWith(' removed'))).toEqual(['SD-1001 removed']);
});

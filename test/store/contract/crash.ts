/** What every store must still hold after a restart, and after a process was killed in the middle of its work. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { TrackedNotice } from '../../../src/discussion/state/notice.ts';
import { aCommit, aNotice, aSummary, minutes, oweNotices, start } from './commits.ts';
import type { Trial } from './contract.ts';

const script = fileURLToPath(new URL('child.ts', import.meta.url));

export const crashContract = ({ open, child }: Trial): void => {
  it('finds everything again after a restart', async () => {
    const before = await open();
    const commit = aCommit(null, { notices: [aNotice('a'), aNotice('b')] });
    await before.store.append(commit, aSummary(commit));
    await before.store.claim({ now: start, leaseUntil: minutes(2), holder: 'one', limit: 1 });
    await before.store.recordRead({ reference: 'SD-1', personId: 'chair', at: start, deed: 'read' });
    await before.conversations.remember('channel', '{}');
    await before.drafts.put({ id: 'draft', revision: 1, owner: 'manager', body: '{}', savedAt: start });
    await before.directory.put([{ kind: 'person', id: 'p', teamsKey: null, body: '{}' }]);
    const notices = await before.store.notices('SD-1');
    await before.close();
    await before.close();

    const after = await open();
    expect(await after.store.load('SD-1')).toEqual([commit]);
    expect(await after.store.notices('SD-1')).toEqual(notices);
    expect(await after.store.listOpen(10)).toEqual([aSummary(commit)]);
    expect(await after.store.reads('SD-1')).toHaveLength(1);
    expect(await after.conversations.recall('channel')).toBe('{}');
    expect((await after.drafts.get('draft'))?.revision).toBe(1);
    expect(await after.directory.all('person')).toHaveLength(1);
  });

  describe('when processes are killed', () => {
    it('in the middle of writing, everything acknowledged is there, with its notice, and nothing by halves', async () => {
      const acknowledged: string[] = [];
      for (const round of ['r1', 'r2', 'r3']) {
        const writers = ['x', 'y'].map((name) => run([...child(), 'write', `${round}${name}`]));
        await Promise.all(writers.map((writer) => writer.saidAtLeast(10)));
        for (const writer of writers) acknowledged.push(...(await writer.kill()));
      }
      const { store } = await open();
      const commits = await store.load('SD-1');
      const keys = commits.map((c) => c.commandKey);
      expect(keys).toEqual(expect.arrayContaining(acknowledged));
      expect(new Set(keys).size).toBe(keys.length);
      // Each of the six may have been killed after its last commit and before it could say so.
      expect(keys.length).toBeLessThanOrEqual(acknowledged.length + 6);
      expect((await store.notices('SD-1')).map((n) => n.notice.id)).toEqual(keys.map((key) => `SD-1/${key}`));
      expect((await store.listOpen(10)).map((s) => s.version)).toEqual([commits.length]);
    });

    it('in the middle of sending, what was settled stays settled and the rest can be claimed again', async () => {
      const { store } = await open();
      const discussions = Array.from({ length: 100 }, (_, i) => `SD-${i}`);
      const idsOf = (discussion: string) => Array.from({ length: 20 }, (_, i) => `${discussion}/${i}`);
      const ids = discussions.flatMap(idsOf);
      for (const discussion of discussions) {
        const notices = idsOf(discussion).map((id) => aNotice(id));
        await oweNotices(store, discussion, notices);
      }
      const dispatchers = ['x', 'y'].map((name) => run([...child(), 'dispatch', name]));
      await Promise.race(dispatchers.map((dispatcher) => dispatcher.saidAtLeast(50)));
      const settled = (await Promise.all(dispatchers.map((dispatcher) => dispatcher.kill()))).flat();
      expect(settled.length).toBeLessThan(ids.length);

      const tracked = await Promise.all(discussions.map((discussion) => store.notices(discussion)));
      const sent = tracked
        .flat()
        .filter(isSent)
        .map((n) => n.notice.id);
      expect(sent).toEqual(expect.arrayContaining(settled));
      const left = await store.claim({ now: minutes(1), leaseUntil: minutes(2), holder: 'three', limit: ids.length });
      expect([...sent, ...left.map((n) => n.notice.id)].toSorted()).toEqual(ids.toSorted());
    });
  });
};

const isSent = ({ delivery }: TrackedNotice): boolean => delivery.status === 'sent';

/** Starts `child.ts`; `kill` ends it without warning and answers every line it had said. */
const run = (args: readonly string[]) => {
  const process_ = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const said = linesOf(process_);
  const ended = once(process_, 'close');
  return {
    saidAtLeast: async (count: number): Promise<void> => {
      while (said().length < count) {
        const over = await Promise.race([once(process_.stdout, 'data').then(() => false), ended.then(() => true)]);
        if (over) throw new Error(`${args.join(' ')} ended before it had said ${count} lines`);
      }
    },
    kill: async (): Promise<readonly string[]> => {
      process_.kill('SIGKILL');
      await ended;
      return said();
    },
  };
};

/** The whole lines a process has written so far; a last, unfinished one was not said. */
const linesOf = (child: ChildProcess): (() => readonly string[]) => {
  let text = '';
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  return () => text.split('\n').slice(0, -1);
};

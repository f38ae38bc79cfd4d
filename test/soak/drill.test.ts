/** Both restore drills, with few discussions; and that one does not hold where something is missing from what is restored. */
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { restoreHolds, type Left } from './drill/drill.ts';
import { runDrill } from './drill/run.ts';

const times = /backup, while people worked: [\d.]+ s\n[^]*restore: [\d.]+ s\n[^]*first answer.*: [\d.]+ s/;

/** Minutes of a whole machine: asked for by `SOAK=1 npm test -- soak`, and reported as skipped otherwise. */
const asked = it.runIf(process.env['SOAK'] === '1');

asked('on Cosmos DB a restore holds', { timeout: 600_000 }, async () => {
  const said: string[] = [];
  const drilled = await runDrill('cosmos', { discussions: 2, say: (line) => void said.push(line) });
  expect(said.at(-1)).toBe('The restore holds.');
  expect(restoreHolds(drilled)).toBe(true);
  expect(said.join('\n')).toMatch(times);
});

asked('on SQLite it holds, and does not once a commit is missing', { timeout: 600_000 }, async () => {
  const said: string[] = [];
  const drilled = await runDrill('sqlite', { discussions: 2, say: (line) => void said.push(line), afterwards: harm });
  expect(said.at(-1)).toBe('The restore holds.');
  expect(restoreHolds(drilled)).toBe(true);
  expect(said.join('\n')).toMatch(times);

  const { verdict, owed, repeated } = drilled;
  expect(restoreHolds({ ...drilled, owed: { ...owed, forgotten: owed.inCopy } })).toBe(false);
  expect(restoreHolds({ ...drilled, repeated: { ...repeated, again: 0 } })).toBe(false);
  expect(restoreHolds({ ...drilled, verdict: { ...verdict, lost: ['one'] } })).toBe(false);
});

/** Takes out what had been added last to the first discussion. */
const harm = async ({ site, acknowledged, judgeAgain }: Left): Promise<void> => {
  const { reference } = acknowledged.find(({ what }) => what === 'information') ?? { reference: '' };
  const file = new DatabaseSync(join(site.environment()['DATA_DIR'] ?? '', 'strategy.sqlite'), {
    enableForeignKeyConstraints: false,
  });
  file.prepare('DELETE FROM commits WHERE discussion_id = ? AND version >= 2').run(reference);
  file.close();
  expect((await judgeAgain()).lost).toEqual([`${reference}: information “Before the backup (${reference})”`]);
};

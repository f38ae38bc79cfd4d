/** A short soak, with all that a long one has; and its judge, when commits are taken out behind its back. */
import { expect, it } from 'vitest';
import { connect } from '../../src/store/cosmos/client.ts';
import type { CosmosPlace } from '../../src/store/cosmos/fault.ts';
import { partitionOf } from '../../src/store/cosmos/items.ts';
import { openCosmos } from '../../src/store/cosmos/cosmos.ts';
import { soak, type SoakOptions } from './soak.ts';
import { isWhole } from './talk.ts';
import { beginUpgrade } from './upgrade.ts';

/** As an administrator of the account could. */
const takeOut = async (place: CosmosPlace, reference: string, ...versions: readonly number[]): Promise<void> => {
  const client = await connect(place);
  const container = client.database(place.database).container(place.container);
  const { authorityId } = place;
  const partition = partitionOf({ authorityId }, 'discussion', reference);
  for (const version of versions) await container.item(String(version), partition).delete();
  client.dispose();
};

const versionsFrom = async (place: CosmosPlace, reference: string, type: string): Promise<readonly number[]> => {
  const stores = await openCosmos(place);
  const commits = await stores.store.load(reference);
  await stores.close();
  return commits.slice(commits.findIndex(({ events }) => events.some((e) => e.type === type))).map((c) => c.version);
};

const harm: NonNullable<SoakOptions['afterwards']> = async ({ place, acknowledged, judgeAgain }) => {
  expect(isWhole(await judgeAgain())).toBe(true);
  const decided = acknowledged.filter(({ what }) => what === 'decision').map(({ reference }) => reference);
  const [first = '', second = ''] = decided;
  expect(decided.length).toBeGreaterThanOrEqual(2);
  // The end of a chain cut off is a whole chain; what was acknowledged with it is missing all the same.
  await takeOut(place, first, ...(await versionsFrom(place, first, 'decisionRecorded')));
  const cut = await judgeAgain();
  expect(cut).toMatchObject({ lost: [`${first}: decision`], broken: [] });
  expect(isWhole(cut)).toBe(false);
  await takeOut(place, second, 2);
  const { broken } = await judgeAgain();
  expect(broken).toHaveLength(1);
  expect(broken[0]).toContain(second);
};

/** Minutes of a whole machine: asked for by `SOAK=1 npm test -- soak`, and reported as skipped otherwise. */
const asked = it.runIf(process.env['SOAK'] === '1');

asked(
  'holds for twenty seconds, and does not once a commit is taken out behind its back',
  { timeout: 600_000 },
  async () => {
    const said: string[] = [];
    const say = (line: string): void => void said.push(line);
    const soaked = await soak({ seconds: 20, beginEveryMs: 6_000, restartEveryMs: 11_000, say, afterwards: harm });
    expect(soaked.verdict).toMatchObject({ lost: [], twice: [], broken: [], notices: { wrong: [] } });
    expect(soaked.upgraded).toMatchObject({ lost: [], twice: [], broken: [], notices: { wrong: [] } });
    expect(soaked.brokenOff).toEqual([]);
    expect(soaked.told).toBeGreaterThanOrEqual(2);
    expect(soaked.restarts).toBeGreaterThan(0);
    expect(soaked.earlier).not.toBeNull();
    expect(soaked.turnsDuringUpgrade).toBeGreaterThan(0);
  },
);

asked('where the earlier release cannot be started, says that this is simulated', { timeout: 600_000 }, async () => {
  const upgrading = await beginUpgrade(null);
  await upgrading.turn();
  expect(await upgrading.upgrade()).toMatch(/^simulated: /);
  await upgrading.turn();
  expect(await upgrading.judged()).toMatchObject({ acknowledged: 1, lost: [], broken: [], notices: { wrong: [] } });
  await upgrading.stop();
});

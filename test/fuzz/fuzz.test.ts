/** A few hundred inputs at every run of the tests; `npm run -s fuzz` has as many as one likes. */
import { expect, it } from 'vitest';
import type { Input } from './inputs.ts';
import { createJudge } from './judge.ts';
import { fuzz } from './run.ts';
import { send } from './sending.ts';
import { startWorld } from './world.ts';

const seed = Number(process.env['SEED'] ?? '20260915');

it(
  'three hundred inputs crash nothing, change nothing, show nothing and take no time',
  { timeout: 120_000 },
  async () => {
    const { found, input } = await fuzz(300, seed);
    expect(input).toBeNull();
    expect(found).toEqual({ crash: 0, stateChange: 0, leak: 0, slow: 0 });
  },
);

it('what is found is counted, with the smallest input that finds it', { timeout: 120_000 }, async () => {
  const { found, input } = await fuzz(200, seed, ({ on }) => (on === 'link' ? ['leak'] : []));
  expect(found).toEqual({ crash: 0, stateChange: 0, leak: 1, slow: 0 });
  expect(input).toMatchObject({ on: 'link', cut: 0 });
});

it('what an outsider must not do is seen when somebody else does it', { timeout: 120_000 }, async () => {
  const world = await startWorld();
  const { judge, close } = createJudge(world);
  world.log.splice(0);
  const press = (verb: string, data: object): Input => ({ on: 'press', who: 'chair', verb, data, isAutomatic: false });
  const reference = 'REAL';
  expect(await judge(press('said.open', { reference }), true)).toEqual(['leak']);
  expect(await judge(press('information.send', { reference, nonce: 'n', text: 'New' }), true)).toContain('stateChange');
  expect(await judge({ on: 'typed', who: 'chair', text: '/strategy', shape: {} }, true)).toEqual(['stateChange']);
  expect(await judge({ on: 'typed', who: 'chair', text: '/strategy help', shape: {} }, true)).toEqual([]);
  const token = { on: 'token', signer: 'channel', claims: {}, cut: null } as const;
  expect((await send(token, world)).status).toBe(200);
  expect((await send({ ...token, signer: 'stranger' }, world)).status).toBe(401);
  world.log.splice(0);
  world.log.push('{"level":"error","what":"fault","name":"TypeError"}');
  expect(await judge(press('part.show', { reference }))).toEqual(['crash']);
  close();
  await world.stop();
});

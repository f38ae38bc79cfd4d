/** The scale of a soak, on a process that keeps what it makes and on one that throws it away. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { heldBy } from './heap.ts';
import { growthOf } from './memory.ts';

/** Makes half a megabyte whenever it is asked to, and keeps it or not. */
const program = (isKept: boolean): string => `
  const kept = [];
  process.on('message', () => {
    const made = Array.from({ length: 65_536 }, (_, i) => i + 0.5);
    if (${String(isKept)}) kept.push(made);
    process.send(made.length);
  });`;

const weighed = async (isKept: boolean) => {
  const args = ['--inspect=127.0.0.1:0', '-e', program(isKept)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  if (child.stderr === null) throw new Error('nobody listens to it');
  const [line] = (await once(createInterface({ input: child.stderr }), 'line')) as [string];
  const address = line.replace('Debugger listening on ', '');
  const points = [];
  for (let minute = 0; minute < 20; minute += 1) {
    child.send('make');
    await once(child, 'message');
    points.push({ seconds: minute * 60, megabytes: await heldBy(address) });
  }
  child.kill('SIGKILL');
  await once(child, 'exit');
  await expect(heldBy(address)).rejects.toThrow('has ended');
  return points;
};

it('what is kept is found: half a megabyte a minute is thirty an hour', async () => {
  const { isFlat, said } = growthOf(await weighed(true));
  expect(isFlat).toBe(false);
  expect(said).toMatch(/^\+(29|30)\.\d ± 0\.\d MB\/hour/);
});

it('what is thrown away is not found', async () => {
  expect(growthOf(await weighed(false)).isFlat).toBe(true);
});

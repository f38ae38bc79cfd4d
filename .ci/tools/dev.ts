/**
 * `npm run dev`: the product, started again whenever a file of src or cards changes, with the rehearsal opened in a
 * browser where this machine has a screen. The address is printed in any case. Settings are those of `npm start`.
 */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { startFlags } from '../../test/startFlags.ts';

const watched = ['src', 'cards'].map((folder) => `--watch-path=${folder}`);
const product = spawn(
  process.execPath,
  ['--watch', '--watch-preserve-output', ...watched, ...startFlags, 'src/start/launch.cjs', 'main'],
  { stdio: ['inherit', 'pipe', 'inherit'] },
);

/** How this system opens an address; null where nobody would see it. */
const opener = (): readonly [string, ...string[]] | null => {
  if (process.platform === 'darwin') return ['open'];
  if (process.platform === 'win32') return ['cmd', '/c', 'start', ''];
  return process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? ['xdg-open'] : null;
};

const open = (address: string): void => {
  const command = opener();
  if (command === null) return;
  const [program, ...args] = command;
  // Without a browser there is still the address that was printed.
  spawn(program, [...args, address], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
};

let isOpen = false;
createInterface(product.stdout).on('line', (line) => {
  process.stdout.write(`${line}\n`);
  const address = /^Open (http:\S+)/.exec(line)?.[1];
  if (address === undefined || isOpen) return;
  isOpen = true;
  open(address);
});

// A terminal sends Ctrl-C to the product as well: here it is only waited for.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => void product.kill('SIGTERM'));
product.on('close', (code) => {
  process.exitCode = code ?? 0;
});

/**
 * The release that wrote test/store/releaseBefore, as a program that can be started: its code, out of the history of this
 * checkout. A copy without history has none, and then there is only the data.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { thisCheckout } from './started.ts';

/** As test/store/releaseBefore/README.md names it. */
export const earlierCommit = '060d246';

export interface EarlierRelease {
  readonly tree: string;
  remove(): void;
}

/** It is run with the packages of this checkout. Null where history does not go back so far. */
export const earlierRelease = (): EarlierRelease | null => {
  const git = {
    cwd: thisCheckout,
    stdio: ['ignore', 'pipe', 'ignore'] as ['ignore', 'pipe', 'ignore'],
    maxBuffer: 2 ** 28,
  };
  try {
    const archive = execFileSync(
      'git',
      ['archive', '--format=tar', earlierCommit, 'src', 'cards', 'package.json'],
      git,
    );
    const tree = mkdtempSync(join(tmpdir(), 'strategy-earlier-'));
    execFileSync('tar', ['-x', '-C', tree], { input: archive });
    symlinkSync(join(thisCheckout, 'node_modules'), join(tree, 'node_modules'));
    return { tree, remove: () => rmSync(tree, { recursive: true }) };
  } catch {
    return null;
  }
};

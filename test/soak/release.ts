/** Releases as programs that can be started: today’s, which is this checkout, and earlier ones out of its history. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { thisCheckout } from './started.ts';

export interface Release {
  readonly name: string;
  /** The folder of its code. */
  readonly tree: string;
}

export const today: Release = { name: 'today’s', tree: thisCheckout };

/** The release that wrote test/store/releaseBefore, as its README.md names it. */
export const writerOfReleaseBefore = '060d246';

/** What says in which words a discussion is stored. */
const storedIn = ['src/discussion/state/event.ts', 'src/store/formats.ts'];

export interface EarlierRelease extends Release {
  remove(): void;
}

const git = (...args: readonly string[]): Buffer =>
  execFileSync('git', args, { cwd: thisCheckout, stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 2 ** 28 });

/** It is run with the packages of this checkout. Null where history does not go back so far: a copy without it has none. */
export const earlierRelease = (commit: string): EarlierRelease | null => {
  try {
    const archive = git('archive', '--format=tar', commit, 'src', 'cards', 'package.json');
    const tree = mkdtempSync(join(tmpdir(), 'strategy-earlier-'));
    execFileSync('tar', ['-x', '-C', tree], { input: archive });
    symlinkSync(join(thisCheckout, 'node_modules'), join(tree, 'node_modules'));
    return { name: commit, tree, remove: () => rmSync(tree, { recursive: true }) };
  } catch {
    return null;
  }
};

/**
 * Nothing has been released yet. What stands for the last release is the commit before what is stored last changed: the
 * newest that does not know all that today’s writes. Null where there is no history.
 */
export const lastRelease = (): EarlierRelease | null => {
  try {
    const changed = git('log', '-1', '--format=%H', '--', ...storedIn)
      .toString()
      .trim();
    return earlierRelease(git('rev-parse', '--short', `${changed}^`).toString().trim());
  } catch {
    return null;
  }
};

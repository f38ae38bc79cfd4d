/** A container engine, where one answers: what builds the image and runs it. */
import { execFileSync } from 'node:child_process';

const root = new URL('../..', import.meta.url);

/** What it wrote. Throws with what it said where it could not. `CONTAINER_ENGINE` names another than docker. */
export const engine = (...args: readonly string[]): string =>
  execFileSync(process.env.CONTAINER_ENGINE ?? 'docker', args, { cwd: root, encoding: 'utf8', stdio: 'pipe' }).trim();

const answers = (): boolean => {
  try {
    engine('info');
    return true;
  } catch {
    return false;
  }
};

/** False: what needs it is then reported as skipped. */
export const hasEngine = answers();

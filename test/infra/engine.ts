/** A container engine, where one answers that has what the image begins at: what builds the image and runs it. */
import { execFileSync } from 'node:child_process';

const root = new URL('../..', import.meta.url);

/** What it wrote. Throws with what it said where it could not. */
const ran = (program: string, args: readonly string[]): string =>
  execFileSync(program, args, { cwd: root, encoding: 'utf8', stdio: 'pipe', timeout: 900_000 }).trim();

const works = (program: string, ...args: readonly string[]): boolean => {
  try {
    ran(program, args);
    return true;
  } catch {
    return false;
  }
};

export interface Engine {
  readonly run: (...args: readonly string[]) => string;
  /** Podman keeps the check of health only in this format; Docker has no other. */
  readonly format: readonly string[];
}

/** None: what needs it is then reported as skipped. An image that is there already is not asked for again. */
export const engineWith = (base: string): Engine | null => {
  const answering = ['docker', 'podman'].find(
    (each) => works(each, 'info') && (works(each, 'image', 'inspect', base) || works(each, 'pull', base)),
  );
  if (answering === undefined) return null;
  return {
    run: (...args) => ran(answering, args),
    format: answering === 'podman' ? ['--format', 'docker'] : [],
  };
};

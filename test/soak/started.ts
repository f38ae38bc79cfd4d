/** A process of the product as whoever started it sees it: its port, what it takes, and the ways it ends. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startFlags } from '../startFlags.ts';
import { heldBy } from './heap.ts';
import type { Said, Told } from './program.ts';

export interface Started {
  readonly port: number;
  /** What it takes now; null where it has ended. */
  look(): Promise<Taken | null>;
  /** Megabytes of objects and text that it holds, tidied up; null where it has ended. */
  held(): Promise<number | null>;
  moveOn(ms: number): Promise<void>;
  /** Ends it, and resolves when it has ended. Ended already is no fault. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

interface Taken {
  /** Resident. */
  readonly megabytes: number;
  /** Seconds of processor time since it was started. */
  readonly cpu: number;
}

export interface Start {
  /** The checkout whose code runs. */
  readonly tree: string;
  readonly origin: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly at: Date;
  readonly role: 'instance' | 'tenant';
  /** Hears each line of its log. */
  readonly log: (line: string) => void;
}

const program = fileURLToPath(new URL('program.ts', import.meta.url));
export const thisCheckout = fileURLToPath(new URL('../..', import.meta.url));
/** As `npm start` gives them, and with Node’s inspector on a free port, to ask what it holds. */
const flags = ['--disable-warning=DEP0040', ...startFlags, '--inspect=127.0.0.1:0'];
/** One that was ended hangs up first. */
const endsWithinMs = 5_000;
const inspector = /Debugger listening on (ws:\S+)/;

export const startProduct = async ({ tree, origin, environment, at, role, log }: Start): Promise<Started> => {
  const args = [...flags, program, tree, origin, JSON.stringify(environment), String(at.getTime()), role];
  const child = spawn(process.execPath, args, { cwd: tree, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  const last: string[] = [];
  const errors = child.stderr;
  if (errors === null) throw new Error('nobody listens to its log');
  let inspectedAt: string | null = null;
  createInterface({ input: errors }).on('line', (line) => {
    inspectedAt ??= inspector.exec(line)?.[1] ?? null;
    last.splice(0, last.length - 20, line);
    log(line);
  });
  const over = once(child, 'exit');
  const answer = async (): Promise<Said | null> =>
    Promise.race([once(child, 'message').then(([said]) => said as Said), over.then(() => null)]);
  const tell = async (moveOn: number): Promise<Said | null> => {
    if (!child.connected) return null;
    const answered = answer();
    // One that ends meanwhile answers by its end.
    child.send({ moveOn } satisfies Told, () => undefined);
    return answered;
  };
  const first = await answer();
  if (first === null) throw new Error(`the product did not start: ${last.join('\n')}`);
  return {
    port: first.port,
    look: async () => {
      const said = await tell(0);
      return said === null ? null : { megabytes: said.rss / 2 ** 20, cpu: said.cpu };
    },
    held: async () => {
      if (inspectedAt === null) throw new Error('it did not say where its inspector is');
      return heldBy(inspectedAt).catch((error: unknown) => {
        const stillThere = wait(endsWithinMs).then(() => {
          throw error;
        });
        return Promise.race([over.then(() => null), stillThere]);
      });
    },
    moveOn: async (ms) => {
      await tell(ms);
    },
    end: async (signal) => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await over;
    },
  };
};

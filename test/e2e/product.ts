/** The product as a newcomer starts it: its own process, on a free port, with its data in a folder of the test's. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

export interface Running {
  /** The address it printed. */
  readonly address: string;
  readonly process: ChildProcess;
  /** What it has printed so far, on both streams. */
  output(): string;
  kill(): Promise<void>;
  /** As Ctrl-C does; resolves to the exit code. */
  interrupt(): Promise<number | null>;
}

/** Starts the product as `npm start` does, and waits for the address it prints. Rejects with its output if it ends first. */
export const startProduct = async (dataDir: string, env: Readonly<Record<string, string>> = {}): Promise<Running> => {
  const child = spawn(process.execPath, ['src/start/launch.cjs', 'main'], {
    env: { PATH: process.env.PATH ?? '', PORT: '0', DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const exited = once(child, 'exit') as Promise<[number | null]>;
  const address = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const found = /Open (http:\S+)/.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void exited.then(() => reject(new Error(`it ended: ${output}`)));
  });
  return {
    address,
    process: child,
    output: () => output,
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
    interrupt: async () => {
      child.kill('SIGINT');
      return (await exited)[0];
    },
  };
};

/**
 * A part of the harness in a process of its own, so that what is timed waits for the product and not for the harness. It
 * is asked over IPC, and says with each answer how much processor time it has had.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { ownCpu } from './cpu.ts';

interface Asked {
  readonly id: number;
  readonly question: unknown;
}
interface Answered {
  readonly id: number;
  readonly answer: unknown;
  readonly cpu: number;
}

export interface Apart {
  ask<T>(question: unknown): Promise<T>;
  /** Seconds of processor time, as of its last answer. */
  cpu(): number;
  stop(): Promise<void>;
}

export const startApart = async (file: string, ...args: readonly string[]): Promise<Apart> => {
  const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const over = once(child, 'exit').then(() => {
    throw new Error(`${file} has ended`);
  });
  over.catch(() => undefined);
  const waiting = new Map<number, (answer: unknown) => void>();
  let asked = 0;
  let cpu = 0;
  await Promise.race([once(child, 'message'), over]);
  child.on('message', (said: Answered) => {
    cpu = said.cpu;
    waiting.get(said.id)?.(said.answer);
    waiting.delete(said.id);
  });
  return {
    ask: <T>(question: unknown) => {
      asked += 1;
      const answer = new Promise((resolve) => waiting.set(asked, resolve));
      child.send({ id: asked, question } satisfies Asked);
      return Promise.race([answer as Promise<T>, over]);
    },
    cpu: () => cpu,
    stop: async () => {
      child.disconnect();
      await over.catch(() => undefined);
    },
  };
};

/** In that process: answers whatever it is asked, until whoever started it has gone. */
export const answerApart = (answer: (question: unknown) => unknown, end: () => Promise<void>): void => {
  process.on('message', ({ id, question }: Asked) => {
    process.send?.({ id, answer: answer(question), cpu: ownCpu() } satisfies Answered);
  });
  process.once('disconnect', () => void end().finally(() => process.exit(0)));
  process.send?.('ready');
};

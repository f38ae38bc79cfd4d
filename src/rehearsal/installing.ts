/** Tells the bot where it is installed as soon as it answers: the tenant may well be up before the bot is. */
import type { Client } from './client.ts';

export interface Installing {
  /** Starts over, after the tenant was emptied. */
  readonly again: () => void;
  /** Resolves when nothing is under way any more. */
  readonly stop: () => Promise<void>;
}

const pauseMs = 300;

export const keepInstalling = (client: Client): Installing => {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  const attempt = async (): Promise<void> => {
    const done = await client.install();
    if (!done && !stopped) schedule();
  };
  const schedule = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(attempt);
    }, pauseMs);
    timer.unref();
  };
  schedule();

  return {
    again: schedule,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      return running;
    },
  };
};

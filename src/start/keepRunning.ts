/** A process from its start to Ctrl-C or SIGTERM, and what it says when it cannot go on. */
import { StoreUnavailable } from '../store/unavailable.ts';
import { CannotStart } from './cannotStart.ts';
import { ConfigFault } from './configFault.ts';

/**
 * Keeps the process going from a start to Ctrl-C or SIGTERM. `start` gives back how to stop, and may say later that it
 * cannot go on. A failure is written in one sentence and the process ends with exit code 1.
 */
export const keepRunning = (start: (giveUp: (reason: Error) => void) => Promise<() => Promise<void>>): void => {
  const live = async (): Promise<void> => {
    const gaveUp = Promise.withResolvers<Error>();
    // Listened for before the start: whoever reads that it is up may ask it to stop at once.
    const asked = askedToStop();
    const stop = await Promise.race([start(gaveUp.resolve), asked]);
    // A start that was cut short has nothing under way: what is stored is whole at any moment.
    if (stop === null) return;
    const reason = await Promise.race([asked, gaveUp.promise]);
    await stop();
    if (reason !== null) throw reason;
  };
  live().then(
    () => {
      process.stdout.write('Stopped.\n');
      process.exit(0);
    },
    (error: unknown) => {
      process.stderr.write(`${explain(error)}\n`);
      process.exit(1);
    },
  );
};

const askedToStop = (): Promise<null> =>
  new Promise((resolve) => {
    process.once('SIGINT', () => resolve(null));
    process.once('SIGTERM', () => resolve(null));
  });

/** One sentence for what an operator can put right; the whole error for anything else. */
const explain = (error: unknown): string => {
  if (error instanceof ConfigFault || error instanceof StoreUnavailable || error instanceof CannotStart)
    return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};

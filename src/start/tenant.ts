/** The pretend tenant, where it is installed. */
import type { Rehearsal, startRehearsal as StartRehearsal } from '../rehearsal/rehearsal.ts';
import { CannotStart } from './cannotStart.ts';

/** Loaded on demand: a live service never has the pretend tenant in memory, nor the packages it is made with. */
export const startTenant = async (options: Parameters<typeof StartRehearsal>[0]): Promise<Rehearsal> => {
  const [{ startRehearsal }, { RehearsalUnavailable }] = await Promise.all([
    import('../rehearsal/rehearsal.ts'),
    import('../rehearsal/storage.ts'),
  ]).catch((error: unknown) => {
    throw isPackageMissing(error)
      ? new CannotStart('The rehearsal is not installed here: run npm ci without --omit=dev, or set MODE=live.', {
          cause: error,
        })
      : error;
  });
  return startRehearsal(options).catch((error: unknown) => {
    throw error instanceof RehearsalUnavailable ? new CannotStart(error.message, { cause: error }) : error;
  });
};

const isPackageMissing = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith('Cannot find package');

/** Waits `ms` milliseconds, or less if the signal is given: it is then a wake-up call, not an error. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

/** The real one; tests bring their own time. */
export const sleep: Sleep = (ms, signal) =>
  new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const awake = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', awake);
      resolve();
    };
    const timer = setTimeout(awake, ms);
    signal.addEventListener('abort', awake);
  });

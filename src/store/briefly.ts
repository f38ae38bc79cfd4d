/** What is written on the way to an answer that needs none of it: waited for briefly, so that people read what there is. */

/** While another program holds the file, an answer is later by this much and no more. Milliseconds. */
const usualMs = 500;

/** Null where it is not written yet, or could not be: then `failed` hears why, sooner or later. */
export const briefly = <T>(writing: Promise<T>, failed: (error: unknown) => unknown, ms = usualMs): Promise<T | null> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), ms);
    const done = (result: T | null): void => {
      clearTimeout(timer);
      resolve(result);
    };
    writing.then(done, (error: unknown) => {
      failed(error);
      done(null);
    });
  });

/**
 * Makes of `act` one that runs once at a time, however often it is asked for. Changes come in bursts: all who ask while
 * it runs are answered when it has run once more.
 */
export const oneAtATime = (act) => {
  let last = Promise.resolve();
  let next = null;
  return () => {
    if (next !== null) return next;
    next = last
      .catch(() => undefined)
      .then(() => {
        next = null;
        return act();
      });
    last = next;
    return next;
  };
};

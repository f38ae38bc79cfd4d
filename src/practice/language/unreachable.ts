/**
 * The end of an exhaustive switch: the compiler proves that nothing arrives here. Something of another shape, from outside,
 * is a bug in this program; the error names `what` was switched over and the case's name, never what it carries.
 */
export const unreachable = (what: string, value: never): never => {
  throw new Error(`unknown ${what} ${nameOf(value)}`);
};

const nameOf = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return String(value);
  const named = Object.entries(value).find(([key]) =>
    ['kind', 'type', 'code', 'stage', 'status', 'to', 'answer', 'name'].includes(key),
  );
  return named === undefined ? 'of another shape' : String(named[1]);
};

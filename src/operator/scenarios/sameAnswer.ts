const isName = (value: unknown): value is string => typeof value === 'string';

/** Lists of names are sets: the order in which seats or errors are listed is not part of the answer. */
export const isSame = (actual: unknown, expected: unknown): boolean => {
  if (Array.isArray(actual) && Array.isArray(expected)) {
    const sets = actual.every(isName) && expected.every(isName);
    const [a, b] = sets ? [actual.toSorted(), expected.toSorted()] : [actual, expected];
    return a.length === b.length && a.every((each, i) => isSame(each, b[i]));
  }
  if (typeof actual !== 'object' || typeof expected !== 'object' || actual === null || expected === null) {
    return actual === expected;
  }
  const [a, b] = [Object.entries(actual), new Map(Object.entries(expected))];
  return a.length === b.size && a.every(([key, each]) => b.has(key) && isSame(each, b.get(key)));
};

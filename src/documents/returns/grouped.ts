/** In the order in which each is first met. */
export const groupedBy = <T>(
  all: readonly T[],
  key: (one: T) => string,
): readonly (readonly [string, readonly T[]])[] => [...Map.groupBy(all, key)];

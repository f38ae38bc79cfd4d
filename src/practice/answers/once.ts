/** Works each answer out once. */
export const once = (): (<T>(name: string, make: () => T) => T) => {
  const known = new Map<string, unknown>();
  return <T>(name: string, make: () => T): T => {
    if (!known.has(name)) known.set(name, make());
    return known.get(name) as T;
  };
};

/** For work that must not fail in a test, though the product would go on without it. */
export const rethrown = (error: unknown): never => {
  throw error;
};

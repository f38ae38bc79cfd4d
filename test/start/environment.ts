import { ConfigFault } from '../../src/start/configFault.ts';
import { configFrom } from '../../src/start/configFrom.ts';

export type Env = Readonly<Record<string, string | undefined>>;

/** The sentences an operator reads; fails when the environment is accepted. */
export const faultsOf = (env: Env): readonly string[] => {
  try {
    configFrom(env);
  } catch (error) {
    if (error instanceof ConfigFault) return error.faults;
    throw error;
  }
  throw new Error('the configuration was accepted');
};

/** How variables are read, and what is said where they cannot be used. */
import type { z } from 'zod';

/** The variables a process was started with. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The configuration cannot be used. `faults` has one sentence for each variable to put right. */
export class ConfigFault extends Error {
  override readonly name = 'ConfigFault';
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.faults = faults;
  }
}

/** Reads variables by their schema, whose messages follow the name of a variable. Throws {@link ConfigFault}. */
export const parse = <T extends z.ZodType>(schema: T, env: object): z.output<T> => {
  const parsed = schema.safeParse(env);
  if (parsed.success) return parsed.data;
  throw new ConfigFault(parsed.error.issues.map((issue) => `${String(issue.path[0])} ${sentence(issue.message)}`));
};

const sentence = (message: string): string => (message.endsWith('.') ? message : `${message}.`);

/** A variable set to nothing is as good as not set. */
export const setIn = (env: Environment): Environment =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));

/** What was asked for: `bench [-- --quick] [-- --json] [-- --discussions N]`, or the name of one of the longer parts. */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { quick, whole, type Extent } from './extent.ts';

export interface Asked {
  readonly extent: Extent;
  /** How it is printed. */
  readonly as: 'table' | 'json';
}

/** Fewer would not be more than the small file has. */
const discussions = z.coerce.number().int().min(200).max(10_000_000);

/** Throws for what it does not know. */
export const askedFor = (args: readonly string[]): Asked => {
  const { values } = parseArgs({
    args: [...args],
    options: { quick: { type: 'boolean' }, json: { type: 'boolean' }, discussions: { type: 'string' } },
  });
  const extent = values.quick === true ? quick : whole;
  return {
    extent:
      values.discussions === undefined ? extent : { ...extent, discussions: discussions.parse(values.discussions) },
    as: values.json === true ? 'json' : 'table',
  };
};

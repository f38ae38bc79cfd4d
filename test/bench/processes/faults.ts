/** What the product noted while it was measured: figures of one that was failing are of something else. */
import { readFileSync } from 'node:fs';

const fault = /"what":"(fault|claimFailed|deliverFailed|settleFailed|leaseLost|leaseRanOut)"/;

export const refuseFaults = (log: string): void => {
  const found = readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => fault.test(line));
  if (found.length > 0) throw new Error(`the product noted ${found.length} faults, first: ${found[0] ?? ''}`);
};

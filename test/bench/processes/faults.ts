/** What the product noted while it was measured: figures of one that was failing are to be read with that in mind. */
import { readFileSync } from 'node:fs';

const fault = /"what":"(fault|claimFailed|deliverFailed|settleFailed|leaseLost|leaseRanOut)"/;

export const faultsIn = (log: string): number =>
  readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => fault.test(line)).length;

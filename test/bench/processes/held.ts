/** What a running program holds, by what it is: from the kernel’s own list of its memory, and a snapshot of its heap. */
import { readFileSync, rmSync } from 'node:fs';
import { heapKinds, type HeapKinds } from '../../soak/heapKinds.ts';
import type { Measured } from './measured.ts';

/** Bytes. */
export interface Held extends HeapKinds {
  /** All of it that is in memory. */
  readonly resident: number;
  /** For the heap, with what of it is free. */
  readonly heap: number;
  /** Node itself, and the libraries of the system. */
  readonly program: number;
}

/** Linux alone has such a list. */
const mapped = (pid: number): Pick<Held, 'resident' | 'program'> => {
  const held = { resident: 0, program: 0 };
  let isFile = false;
  for (const line of readFileSync(`/proc/${pid}/smaps`, 'utf8').split('\n')) {
    if (/^[0-9a-f]+-[0-9a-f]+ /.test(line)) isFile = line.includes(' /');
    const [, kilobytes] = /^Rss: +(\d+) kB$/.exec(line) ?? [];
    if (kilobytes === undefined) continue;
    held.resident += Number(kilobytes) * 1_024;
    if (isFile) held.program += Number(kilobytes) * 1_024;
  }
  return held;
};

/** `file` is where the snapshot is written, and does not stay. */
export const heldBy = async (process: Measured, file: string): Promise<Held> => {
  const { heap } = await process.used();
  const outside = mapped(process.pid);
  await process.snapshot(file);
  const inside = heapKinds(readFileSync(file, 'utf8'));
  rmSync(file);
  return { heap, ...outside, ...inside };
};

/** What a running program holds, by what it is: from the kernel’s own list of its memory, and a snapshot of its heap. */
import { readFileSync, rmSync } from 'node:fs';
import { z } from 'zod';
import type { Measured } from './measured.ts';

/** Bytes. */
export interface Held {
  /** All of it that is in memory. */
  readonly resident: number;
  /** For the heap, with what of it is free. */
  readonly heap: number;
  /** Node itself, and the libraries of the system. */
  readonly program: number;
  /** Text, most of it that of loaded modules. */
  readonly text: number;
  /** What the text was compiled into. */
  readonly compiled: number;
  /** Objects, arrays and functions, and the shapes they have. */
  readonly objects: number;
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

const snapshot = z.object({
  snapshot: z.object({
    meta: z.object({ node_fields: z.array(z.string()), node_types: z.tuple([z.array(z.string())], z.unknown()) }),
  }),
  nodes: z.array(z.number()),
});

const kinds: Readonly<Record<string, 'text' | 'compiled'>> = {
  string: 'text',
  'concatenated string': 'text',
  'sliced string': 'text',
  code: 'compiled',
};

const onTheHeap = (file: string): Pick<Held, 'text' | 'compiled' | 'objects'> => {
  const { snapshot: about, nodes } = snapshot.parse(JSON.parse(readFileSync(file, 'utf8')));
  const { node_fields: fields, node_types: types } = about.meta;
  const [type, size] = [fields.indexOf('type'), fields.indexOf('self_size')];
  const held = { text: 0, compiled: 0, objects: 0 };
  for (let at = 0; at < nodes.length; at += fields.length) {
    const kind = kinds[types[0][nodes[at + type] ?? -1] ?? ''] ?? 'objects';
    held[kind] += nodes[at + size] ?? 0;
  }
  return held;
};

/** `file` is where the snapshot is written, and does not stay. */
export const heldBy = async (process: Measured, file: string): Promise<Held> => {
  const { heap } = await process.used();
  const outside = mapped(process.pid);
  await process.snapshot(file);
  const inside = onTheHeap(file);
  rmSync(file);
  return { heap, ...outside, ...inside };
};

/** package-lock.json as npm writes it, as far as it is read here. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const names = z.record(z.string(), z.string()).default({});

const entrySchema = z.object({
  version: z.string().optional(),
  integrity: z.string().optional(),
  deprecated: z.string().optional(),
  dev: z.boolean().default(false),
  optional: z.boolean().default(false),
  dependencies: names,
  optionalDependencies: names,
  peerDependencies: names,
});

const lockSchema = z.object({ packages: z.record(z.string(), entrySchema) });

export type LockEntry = z.infer<typeof entrySchema>;

/** By the place of the package below the root, such as `node_modules/zod`; the root itself is ''. */
export type Lock = Readonly<Record<string, LockEntry>>;

export const readLock = (root: string): Lock =>
  lockSchema.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))).packages;

/** `node_modules/a/node_modules/@b/c`: `@b/c`. Null for what a link leads to, which is listed where the link stands. */
export const nameAt = (place: string): string | null =>
  /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(place)?.[1] ?? null;

/** Where `name` is found from `place`, as Node looks: beside it, then ever further up. */
export const resolveFrom = (lock: Lock, place: string, name: string): string | null => {
  const found = `${place === '' ? '' : `${place}/`}node_modules/${name}`;
  if (found in lock) return found;
  return place === '' ? null : resolveFrom(lock, place.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, ''), name);
};

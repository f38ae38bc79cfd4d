/** The packages a production install has: package-lock.json says which, and node_modules what each of them is. */
import { existsSync, lstatSync, readFileSync, readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Finding } from './finding.ts';
import { nameAt, type Lock, type LockEntry } from './lock.ts';

export interface Installed {
  /** Where it is below the root, such as `node_modules/zod`. */
  readonly place: string;
  readonly name: string;
  readonly version: string;
  /** As its package.json has it; null where that says nothing. */
  readonly licence: string | null;
  readonly description: string | null;
  /** A folder of this repository that stands in for a package. */
  readonly isOurs: boolean;
  /** Where its files are in the end: a link leads somewhere else. */
  readonly folder: string;
  readonly bytes: number;
}

const typed = z.object({ type: z.string() });

/** What package.json said about licences before there was SPDX still counts: an object, or a list of them. */
const manifestSchema = z.object({
  version: z.string(),
  description: z.string().optional(),
  license: z.union([z.string(), typed.transform(({ type }) => type)]).optional(),
  licenses: z.array(z.union([z.string(), typed.transform(({ type }) => type)])).optional(),
});

/** The packages, and what stands between the lock and what is installed. */
export const installedFor = (
  root: string,
  lock: Lock,
): { readonly packages: readonly Installed[]; readonly findings: readonly Finding[] } => {
  const packages: Installed[] = [];
  const findings: Finding[] = [];
  for (const [place, entry] of Object.entries(lock)) {
    const name = nameAt(place);
    if (name === null || entry.dev) continue;
    const found = readPackage(root, place, name, entry);
    if (typeof found === 'string') findings.push({ part: 'installed', weight: 'fault', says: found });
    else if (found !== null) packages.push(found);
  }
  return { packages: packages.toSorted((a, b) => order(a).localeCompare(order(b))), findings };
};

const order = ({ name, place }: Installed): string => `${name} ${place}`;

/** Null for one that this system does not need; a sentence where it is not what the lock says. */
const readPackage = (root: string, place: string, name: string, entry: LockEntry): Installed | string | null => {
  const at = join(root, place);
  if (!existsSync(at)) return entry.optional ? null : `${name} is in package-lock.json and not installed: npm ci`;
  const isOurs = lstatSync(at).isSymbolicLink();
  const folder = realpathSync(at);
  const { version, description, license, licenses } = manifestSchema.parse(
    JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')),
  );
  if (!isOurs && version !== entry.version)
    return `${name} is installed as ${version}, and package-lock.json has ${entry.version ?? 'none'}: npm ci`;
  const licence = license ?? licenses?.join(' OR ') ?? null;
  return {
    place,
    name,
    version,
    licence,
    description: description ?? null,
    isOurs,
    folder,
    bytes: bytesIn(folder),
  };
};

/** Of its own files: what is installed below it is counted as itself. */
const bytesIn = (folder: string): number =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules')
    .reduce((sum, entry) => {
      const path = join(folder, entry.name);
      return sum + (entry.isDirectory() ? bytesIn(path) : lstatSync(path).size);
    }, 0);

export const megabytes = (packages: readonly Installed[]): number =>
  Math.round(packages.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6);

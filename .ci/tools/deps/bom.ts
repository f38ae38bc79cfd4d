/**
 * The list of what is in a production install, as CycloneDX 1.6, for tools that look for vulnerabilities later.
 *
 * `npm sbom --omit dev` makes one, and it is not used: in a full install it leaves out whatever a development package needs
 * as well (zod and nodemailer among others), in a production install it fails, and it gives what stands in for openai the
 * address of the real one.
 */
import { randomUUID } from 'node:crypto';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import type { Installed } from './installed.ts';
import { resolveFrom, type Lock } from './lock.ts';

interface Product {
  readonly name: string;
  readonly version: string;
  readonly description: string;
}

/** The text of the list. Rejects where it is not what the standard's own schema asks for. */
export const billOfMaterials = async (
  product: Product,
  lock: Lock,
  packages: readonly Installed[],
  now: Date,
): Promise<string> => {
  const root = { 'bom-ref': refOf(product), type: 'application', ...product };
  const text = JSON.stringify(
    {
      $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      serialNumber: `urn:uuid:${randomUUID()}`,
      version: 1,
      metadata: { timestamp: now.toISOString(), component: root },
      // One package may be installed in two places; it is listed once.
      components: [...new Map(packages.map((one) => [refOf(one), component(one, lock)])).values()],
      dependencies: dependencies(root['bom-ref'], lock, packages),
    },
    null,
    2,
  );
  const wrong: unknown = await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(text);
  if (wrong !== null) throw new Error(`This is no CycloneDX 1.6: ${JSON.stringify(wrong)}`);
  return text;
};

const refOf = ({ name, version }: Pick<Installed, 'name' | 'version'>): string => `${name}@${version}`;

const component = (one: Installed, lock: Lock) => ({
  'bom-ref': refOf(one),
  type: 'library',
  name: one.name,
  version: one.version,
  ...(one.description === null ? {} : { description: one.description }),
  ...(one.isOurs
    ? // The registry has another package of this name: with its address, that one's vulnerabilities would be looked for.
      { properties: [{ name: 'cdx:npm:package:private', value: 'true' }] }
    : { ...licences(one.licence), ...hashes(lock[one.place]?.integrity), purl: purl(one) }),
});

const purl = ({ name, version }: Installed): string =>
  `pkg:npm/${name.replace('@', '%40')}@${encodeURIComponent(version)}`;

const licences = (licence: string | null) => {
  if (licence === null) return {};
  return { licenses: [/ /.test(licence) ? { expression: licence } : { license: { id: licence } }] };
};

const algorithms: Readonly<Record<string, string>> = { sha1: 'SHA-1', sha256: 'SHA-256', sha512: 'SHA-512' };

/** npm writes `sha512-` and base 64; CycloneDX wants hexadecimal. */
const hashes = (integrity: string | undefined) => {
  const [, name, digest] = /^(\w+)-(\S+)/.exec(integrity ?? '') ?? [];
  const alg = algorithms[name ?? ''];
  if (alg === undefined || digest === undefined) return {};
  return { hashes: [{ alg, content: Buffer.from(digest, 'base64').toString('hex') }] };
};

const dependencies = (root: string, lock: Lock, packages: readonly Installed[]) => {
  const byPlace = new Map(packages.map((one) => [one.place, one]));
  const graph = new Map<string, Set<string>>();
  const add = (ref: string, place: string): void => {
    const entry = lock[place];
    const wanted = { ...entry?.dependencies, ...entry?.optionalDependencies, ...entry?.peerDependencies };
    const found = Object.keys(wanted).map((name) => byPlace.get(resolveFrom(lock, place, name) ?? ''));
    const known = graph.get(ref) ?? new Set();
    graph.set(ref, known);
    for (const one of found) if (one !== undefined) known.add(refOf(one));
  };
  add(root, '');
  for (const one of packages) add(refOf(one), one.place);
  return [...graph].map(([ref, dependsOn]) => ({ ref, dependsOn: [...dependsOn].toSorted() }));
};

/**
 * What the product is made of that others wrote, as a production install has it: `npm run -s deps`. Prints every package with
 * its licence, what is kept past its time, known vulnerabilities, and what the running product loads of it. Exits with 1 at
 * a fault. `--sbom FILE` writes the list as CycloneDX 1.6, `--json` prints for programs, `--on DATE` asks about another day.
 * What somebody has looked at and accepted is in the JSON files of .ci/tools/deps.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { count, type Finding } from './deps/finding.ts';
import { installedFor, type Installed } from './deps/installed.ts';
import { checkKept, keptSchema } from './deps/kept.ts';
import { checkLicences, licencesSchema } from './deps/licences.ts';
import { loadedBy } from './deps/loaded.ts';
import { readLock } from './deps/lock.ts';
import { asJson, asText } from './deps/report.ts';
import { checkVulnerabilities, reviewedSchema } from './deps/vulnerabilities.ts';

const root = process.cwd();

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, sbom: { type: 'string' }, on: { type: 'string' } },
});

const now = new Date();
const on = z.iso.date().parse(values.on ?? now.toISOString().slice(0, 10));

const read = <T>(path: string, schema: z.ZodType<T>): T => schema.parse(JSON.parse(readFileSync(path, 'utf8')));
const reviewed = <T>(name: string, schema: z.ZodType<T>): T => read(`.ci/tools/deps/${name}.json`, schema);

const product = read(
  'package.json',
  z.object({
    name: z.string(),
    version: z.string(),
    description: z.string(),
    engines: z.object({ node: z.string() }),
  }),
);
const lock = readLock(root);
const { packages, findings: notAsLocked } = installedFor(root, lock);

const [traced, vulnerabilities] = await Promise.all([
  loadedBy(root, packages),
  checkVulnerabilities(root, reviewed('advisories', reviewedSchema), on),
]);
const loaded: ReadonlySet<Installed> | null = typeof traced === 'string' ? null : traced;
const findings: readonly Finding[] = [
  ...notAsLocked,
  ...checkLicences(packages, reviewed('licences', licencesSchema)),
  ...checkKept(reviewed('kept', keptSchema), lock, product.engines.node, on),
  ...vulnerabilities,
  ...(typeof traced === 'string' ? [{ part: 'loaded', weight: 'fault' as const, says: traced }] : []),
];

if (values.sbom !== undefined) {
  const { billOfMaterials } = await import('./deps/bom.ts');
  const { name, version, description } = product;
  writeFileSync(values.sbom, `${await billOfMaterials({ name, version, description }, lock, packages, now)}\n`);
}
process.stdout.write(`${(values.json ? asJson : asText)({ packages, findings, loaded })}\n`);
process.exitCode = count(findings, 'fault') > 0 ? 1 : 0;

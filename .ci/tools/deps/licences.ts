/**
 * Whether each package may be used: licences.json has the licences that are allowed, and by name and version those packages
 * somebody has looked at although theirs is another, or their package.json names none. A new version is looked at anew.
 */
import satisfies from 'spdx-satisfies';
import { z } from 'zod';
import type { Finding } from './finding.ts';
import type { Installed } from './installed.ts';

export const licencesSchema = z.strictObject({
  allowed: z.array(z.string()).min(1),
  exceptions: z.array(
    z.strictObject({
      package: z.string().regex(/.@./, 'is NAME@VERSION'),
      /** As the package has it, so that a changed one is noticed; null where it names none. */
      licence: z.string().nullable(),
      reason: z.string().min(20),
    }),
  ),
});

export type Licences = z.infer<typeof licencesSchema>;

export const checkLicences = (
  packages: readonly Installed[],
  { allowed, exceptions }: Licences,
): readonly Finding[] => {
  const asked = packages.filter(({ isOurs, licence }) => !isOurs && !isAllowed(licence, allowed));
  const excepted = (one: Installed): boolean =>
    exceptions.some((exception) => exception.package === nameOf(one) && exception.licence === one.licence);
  const refused = asked.filter((one) => !excepted(one));
  const unused = exceptions.filter(({ package: name }) => !asked.some((one) => nameOf(one) === name));
  const faults = [
    ...refused.map((one) => `${nameOf(one)} ${saysLicence(one)}, which is not on the list of allowed licences`),
    ...unused.map(({ package: name }) => `the exception for ${name} is needed by nothing: delete it`),
  ];
  if (faults.length > 0) return faults.map((says) => ({ part: 'licences', weight: 'fault', says }));
  const says = `${packages.length} packages in production, all allowed, ${exceptions.length} of them one by one`;
  return [{ part: 'licences', weight: 'fine', says }];
};

const nameOf = ({ name, version }: Installed): string => `${name}@${version}`;

const saysLicence = ({ licence }: Installed): string => (licence === null ? 'names no licence' : `has ${licence}`);

const isAllowed = (licence: string | null, allowed: readonly string[]): boolean => {
  if (licence === null) return false;
  try {
    return satisfies(licence, allowed);
  } catch {
    // Not an SPDX expression, such as "SEE LICENSE IN LICENSE": somebody has to read it.
    return false;
  }
};

/**
 * Known vulnerabilities, as `npm audit` hears of them from the registry's database. Where that cannot be reached, or answers
 * with anything else, the line says that nothing was checked. advisories.json has those somebody has looked at.
 */
import { execFile } from 'node:child_process';
import { z } from 'zod';
import type { Finding } from './finding.ts';

const part = 'known vulnerabilities';

export const reviewedSchema = z.array(
  z.strictObject({
    advisory: z.string(),
    package: z.string(),
    reason: z.string().min(20),
    /** The last day this answer holds. */
    until: z.iso.date(),
  }),
);

export type Reviewed = z.infer<typeof reviewedSchema>;

/** A string names the package that brings the vulnerability here, which has an entry of its own. */
const causeSchema = z.union([
  z.string(),
  z.object({ source: z.union([z.string(), z.number()]), title: z.string(), url: z.string(), severity: z.string() }),
]);

const auditSchema = z.object({
  vulnerabilities: z.record(z.string(), z.object({ via: z.array(causeSchema) })),
});

interface Advisory {
  readonly id: string;
  readonly name: string;
  readonly severity: string;
  readonly title: string;
}

export const checkVulnerabilities = async (
  root: string,
  reviewed: Reviewed,
  on: string,
): Promise<readonly Finding[]> => {
  const advisories = advisoriesIn(await askRegistry(root));
  if (advisories === null) return [{ part, weight: 'notChecked', says: 'not checked (no database could be reached)' }];
  const found = weigh(advisories, reviewed, on);
  return found.length > 0 ? found : [{ part, weight: 'fine', says: 'none in what is installed for production' }];
};

/** Each advisory, and each answer in `reviewed` to one that is there no more. */
export const weigh = (advisories: readonly Advisory[], reviewed: Reviewed, on: string): readonly Finding[] => [
  ...advisories.map((advisory) => judge(advisory, reviewed, on)),
  ...reviewed
    .filter((answer) => !advisories.some((advisory) => isAbout(answer, advisory)))
    .map(({ advisory, package: name }): Finding => {
      const says = `the exception for ${advisory} in ${name} is needed by nothing: delete it`;
      return { part, weight: 'fault', says };
    }),
];

const isAbout = (answer: Reviewed[number], { id, name }: Advisory): boolean =>
  answer.advisory === id && answer.package === name;

const judge = (advisory: Advisory, reviewed: Reviewed, on: string): Finding => {
  const { id, name, severity, title } = advisory;
  const answer = reviewed.find((one) => isAbout(one, advisory));
  const says = `${severity}: ${name}, ${title} (${id})`;
  if (answer !== undefined && on <= answer.until)
    return { part, weight: 'warning', says: `${says}; accepted until ${answer.until}: ${answer.reason}` };
  return { part, weight: ['high', 'critical'].includes(severity) ? 'fault' : 'warning', says };
};

/** What npm prints; its exit code says no more. One try: whoever waits would rather know that it was not checked. */
const askRegistry = (root: string): Promise<string> =>
  new Promise((resolve) => {
    const args = ['audit', '--omit=dev', '--json', '--fetch-retries=0', '--fetch-timeout=20000'];
    execFile('npm', args, { cwd: root, maxBuffer: 2 ** 26 }, (_error, stdout) => resolve(stdout));
  });

/** Null where there is no answer that can be read. */
const advisoriesIn = (text: string): readonly Advisory[] | null => {
  const answer = auditSchema.safeParse(parsed(text));
  if (!answer.success) return null;
  return Object.entries(answer.data.vulnerabilities).flatMap(([name, { via }]) =>
    via
      .filter((cause) => typeof cause !== 'string')
      .map(({ source, title, url, severity }) => ({
        id: /GHSA-[\w-]+/.exec(url)?.[0] ?? String(source),
        name,
        severity,
        title,
      })),
  );
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** What `npm run -s deps` prints, for people and, with --json, for programs. */
import { count, type Finding } from './finding.ts';
import { megabytes, type Installed } from './installed.ts';

export interface Report {
  readonly packages: readonly Installed[];
  readonly findings: readonly Finding[];
  /** Null where the product could not be asked. */
  readonly loaded: ReadonlySet<Installed> | null;
}

/** Those that would save the most, if the product could do without. */
const shown = 15;

const marks = { fine: '', warning: 'WARNING ', notChecked: '', fault: 'FAULT ' };

export const asText = ({ packages, findings, loaded }: Report): string =>
  [
    ...packages.map(
      (one) => `${one.name} ${one.version}  ${one.isOurs ? 'ours' : (one.licence ?? 'names no licence')}`,
    ),
    '',
    ...(loaded === null ? [] : [...loadedLines(packages, loaded), '']),
    ...findings.map(({ part, weight, says }) => `${marks[weight]}${part}: ${says}`),
    `${said(count(findings, 'fault'), 'fault')}, ${said(count(findings, 'warning'), 'warning')}, ${count(findings, 'notChecked')} not checked`,
  ].join('\n');

const said = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;

const loadedLines = (packages: readonly Installed[], loaded: ReadonlySet<Installed>): readonly string[] => {
  const [installed, mb] = [packages.length, megabytes(packages)];
  return [
    `loaded: ${loaded.size} of ${installed} packages, which are ${megabytes([...loaded])} of ${mb} MB, by a rehearsal that answered one message`,
    'not loaded by it, the largest (live loads Cosmos DB, Microsoft Graph and Azure’s identity on demand):',
    ...largestNotLoaded(packages, loaded).map((one) => `  ${(one.bytes / 1e6).toFixed(1)} MB  ${one.name}`),
  ];
};

const largestNotLoaded = (packages: readonly Installed[], loaded: ReadonlySet<Installed>): readonly Installed[] =>
  packages
    .filter((one) => !loaded.has(one))
    .toSorted((a, b) => b.bytes - a.bytes)
    .slice(0, shown);

export const asJson = ({ packages, findings, loaded }: Report): string =>
  JSON.stringify(
    {
      packages: packages.map((one) => {
        const { name, version, licence, isOurs, bytes } = one;
        return { name, version, licence, isOurs, bytes, isLoaded: loaded === null ? null : loaded.has(one) };
      }),
      findings,
    },
    null,
    2,
  );

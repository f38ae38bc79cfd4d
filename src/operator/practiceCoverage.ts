/** `practice coverage`: of every rule, whether the bot acts on it, and what shows that. */
import type { Rule } from '../practice/language/rule.ts';
import { byArea, byDeadline, byKind, byRule } from './coverageTable.ts';
import type { Standing } from './standing.ts';
import { json, keysOf, practiceNamed, type PracticeEdges } from './practiceEdges.ts';

export interface CoverageOptions {
  readonly standard?: string;
  readonly json?: true;
}

interface Covered {
  readonly standard: string;
  readonly rule: string;
  readonly standing: Standing;
}

export const coverageCommand = (edges: PracticeEdges, options: CoverageOptions): void => {
  const keys = options.standard === undefined ? keysOf(edges) : [options.standard];
  const all = keys.flatMap((key) =>
    practiceNamed(edges, key).rules.map((rule): Covered => ({
      standard: key,
      rule: rule.id,
      standing: standingOf(rule),
    })),
  );
  edges.io.out(options.json ? json(asData(all)) : [...all.map(line), summary(all), ''].join('\n'));
};

/** By its own entry; else by what it makes due or asks; else by its kind. */
const standingOf = (rule: Rule): Standing => {
  const own = byRule[rule.id];
  if (own !== undefined) return own;
  if (rule.kind === 'deadline') return firstActing(rule.due.map(({ name }) => byDeadline[name]));
  return rule.kind === 'requirement' ? byArea[rule.asks?.about ?? 'record'] : byKind[rule.kind];
};

const firstActing = (all: readonly Standing[]): Standing => {
  const found = all.find(({ is }) => is === 'acts') ?? all[0];
  return found ?? { is: 'does not act', because: 'it makes nothing due' };
};

const reason = (standing: Standing): string => {
  switch (standing.is) {
    case 'acts':
      return `${standing.shownBy.file}: ${standing.shownBy.test}`;
    case 'informs':
      return standing.where;
    case 'does not act':
      return standing.because;
  }
};

const line = ({ standard, rule, standing }: Covered): string =>
  `${standard.padEnd(23)}  ${rule.padEnd(7)}  ${standing.is.padEnd(12)}  ${reason(standing)}`;

const counted = (all: readonly Covered[]) => {
  const count = (is: Standing['is']): number => all.filter(({ standing }) => standing.is === is).length;
  return { acts: count('acts'), informs: count('informs'), doesNotAct: count('does not act'), of: all.length };
};

const summary = (all: readonly Covered[]): string => {
  const { acts, informs, doesNotAct, of } = counted(all);
  return `acts ${acts}, informs ${informs}, does not act ${doesNotAct} of ${of}`;
};

const asData = (all: readonly Covered[]) => ({
  rules: all.map(({ standing, ...rule }) => ({ ...rule, ...standing })),
  ...counted(all),
});

/** Scaling how safe a child is (SC-*): 0 is no safety, 10 is well protected. High is safe; no average is taken. */
import type { Score } from '../matter.ts';
import { nothingFound, type Fault, type Findings } from './findings.ts';
import { rulesOfKind, type Practice } from '../practice.ts';
/** What is wrong with the scores given: off the scale, not whole, or without the analysis that outweighs the number. */
export function scoreFindings(practice: Practice, scores: readonly Score[]): Findings {
  const range = rulesOfKind(practice, 'scale')[0];
  const analysis = rulesOfKind(practice, 'scaleAnalysis')[0];
  if (range === undefined || analysis === undefined) return nothingFound;
  const { min, max } = range;
  const onScale = (score: number): boolean => Number.isInteger(score) && score >= min && score <= max;
  const faults = scores.flatMap(({ personId, score, analysis: why }): Fault[] => [
    ...(score !== null && onScale(score)
      ? []
      : [
          {
            code: `scaleOutOfRange:${personId}` as const,
            rule: range.id,
            words: `Scores are whole numbers from ${min} to ${max}.`,
          },
        ]),
    ...((why ?? '').trim() === ''
      ? [{ code: `scaleAnalysisRequired:${personId}` as const, rule: analysis.id, words: 'Explain each score.' }]
      : []),
  ]);
  return { faults, warnings: [] };
}

/** Scaling how safe a child is (SC-*): 0 is no safety, 10 is well protected. High is safe; no average is taken. */
import type { RuleId } from '../language/vocabulary.ts';
import type { Score } from '../matter.ts';
import { nothingFound, type Fault, type Findings } from './findings.ts';
import { rulesOfKind, type Practice } from '../practice.ts';

/** How safety is scaled, where the standard has it scaled. */
export interface Scale {
  readonly rule: RuleId;
  /** What its two ends mean. */
  readonly words: string;
  readonly min: number;
  readonly max: number;
  readonly analysisRule: RuleId;
}

export const scaleOf = (practice: Practice): Scale | null => {
  const [range] = rulesOfKind(practice, 'scale');
  const [analysis] = rulesOfKind(practice, 'scaleAnalysis');
  if (range === undefined || analysis === undefined) return null;
  return { rule: range.id, words: range.text, min: range.min, max: range.max, analysisRule: analysis.id };
};

/** What is wrong with the scores given: off the scale, not whole, or without the analysis that outweighs the number. */
export function scoreFindings(practice: Practice, scores: readonly Score[]): Findings {
  const scale = scaleOf(practice);
  if (scale === null) return nothingFound;
  return { faults: scores.flatMap((score) => scoreFaults(scale, score)), warnings: [] };
}

const scoreFaults = (
  { rule, min, max, analysisRule }: Scale,
  { personId, score, analysis }: Score,
): readonly Fault[] => {
  const isOnScale = score !== null && Number.isInteger(score) && score >= min && score <= max;
  const words = `Scores are whole numbers from ${min} to ${max}.`;
  const isExplained = (analysis ?? '').trim() !== '';
  return [
    ...(isOnScale ? [] : [{ code: `scaleOutOfRange:${personId}` as const, rule, words }]),
    ...(isExplained
      ? []
      : [{ code: `scaleAnalysisRequired:${personId}` as const, rule: analysisRule, words: 'Explain each score.' }]),
  ];
};

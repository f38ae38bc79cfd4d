/** What checks find: faults block, warnings do not. Each cites its rule and says it in a sentence. */
import type { FaultCode } from '../language/codes.ts';
import type { RuleId } from '../language/vocabulary.ts';

/** Why something cannot stand, or deserves a second thought: a code, the rule, and the sentence a chair reads. */
export interface Fault {
  readonly code: FaultCode;
  readonly rule: RuleId;
  readonly words: string;
  /** The answer it is about, by the name of its field, where it is about one. */
  readonly field?: string;
}

export interface Findings {
  /** What blocks. */
  readonly faults: readonly Fault[];
  /** What to weigh, though it does not block. */
  readonly warnings: readonly Fault[];
}

export const nothingFound: Findings = { faults: [], warnings: [] };

const oncePerCode = (faults: readonly Fault[]): readonly Fault[] =>
  [...new Map(faults.toReversed().map((fault) => [fault.code, fault])).values()].toReversed();

/** All findings in order, each code once, with the first rule that gave it. */
export const together = (...all: readonly Findings[]): Findings => ({
  faults: oncePerCode(all.flatMap(({ faults }) => faults)),
  warnings: oncePerCode(all.flatMap(({ warnings }) => warnings)),
});

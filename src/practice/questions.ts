/** What the convene form must ask under a standard: exactly the facts its rules turn on. */
import { rulesOfKind, type Practice } from './practice.ts';
import type { RuleFact } from './factNames.ts';
import type { RuleId } from './vocabulary.ts';

export type QuestionKind = 'circumstance' | 'concern' | 'complexReason' | 'yesNo' | 'instant';

export interface Question {
  /** The name under which the answer is given. */
  readonly fact: string;
  readonly kind: QuestionKind;
  readonly words: string;
  readonly hint?: string;
  /** Rules that turn on it. */
  readonly rules: readonly RuleId[];
  /** Asked only where one of these is true. */
  readonly onlyIf?: readonly RuleFact[];
}

/** The questions, in the order of the vocabulary: circumstances, concerns, reasons for a complex meeting, the rest. */
export function questions(practice: Practice): readonly Question[] {
  return rulesOfKind(practice, 'timescale').length === 0 ? [] : [];
}

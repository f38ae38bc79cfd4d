/**
 * A decision put right after it was recorded. What was recorded stays: a correction is an event of its own, numbered and
 * with its reason, and everybody who was told is told again.
 */
import { z } from 'zod';
import type { Instant } from '../../practice/time/instant.ts';
import { childDecisionSchema, type ChildDecision } from './childDecision.ts';
import { instantSchema, ruleIdSchema } from './ids.ts';
import type { Participant } from './people.ts';
import { versionOf } from './noticeId.ts';
import type { Notice } from './notice.ts';

export const decisionCorrectedEvent = z.strictObject({
  type: z.literal('decisionCorrected'),
  /** 1, 2... in the order they were made. */
  number: z.int(),
  /** All that is decided of this child from now on. */
  decision: childDecisionSchema,
  reason: z.string(),
  /** In sentences, as the chair read them. */
  warnings: z.array(z.string()),
  /** When those owed the outcome must have it again. */
  noticeDue: z.strictObject({ rule: ruleIdSchema, dueAt: instantSchema.nullable() }),
});

export interface Correction {
  readonly number: number;
  readonly childId: string;
  readonly was: ChildDecision;
  readonly is: ChildDecision;
  readonly reason: string;
  readonly warnings: readonly string[];
  readonly at: Instant;
  /** Who had the chair then, and made it. */
  readonly chair: Participant;
  /** Of the commit, which owes everybody the news of it. */
  readonly version: number;
}

/** A discussion, as far as this goes. */
interface Corrected {
  readonly reference: string;
  readonly decision?: { readonly corrections: readonly Correction[] };
}

/** The oldest first; none where there is no decision. */
export const correctionsOf = ({ decision }: Corrected): readonly Correction[] => decision?.corrections ?? [];

/** Owed before the decision was corrected, and owed anew by the correction: nobody is told the same twice. */
export const isOvertakenByCorrection = (d: Corrected, { id }: Pick<Notice, 'id'>): boolean =>
  correctionsOf(d).some(({ version }) => version > versionOf(id));

const parts = ['s47', 'outcomes', 'reasons', 'plan', 'familyTold', 'answers', 'further'] as const;
export type DecisionPart = (typeof parts)[number];

/** Where one decision about a child says otherwise than another. */
export const changedParts = (was: ChildDecision, is: ChildDecision): readonly DecisionPart[] =>
  parts.filter((part) => inOrder(was[part]) !== inOrder(is[part]));

/** The same text for the same content, in whatever order its fields were stored. */
const inOrder = (content: unknown): string =>
  JSON.stringify(content, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

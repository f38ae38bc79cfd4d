/**
 * Under which ids half-filled forms are kept: what is being convened under the reference the discussion will have, and a
 * form of a discussion under `REFERENCE:FORM:NUMBER`, so that all of them are found by the reference.
 */

/** Each meeting has a decision form of its own, and each chair; `meeting` counts those held before, and `chair` who had it before. */
export const decisionDraftId = (reference: string, meeting: number, chair: number): string =>
  `${formsOf(reference)}decision:${meeting}${chair === 0 ? '' : `:${chair}`}`;

/** Each correction of a decision has a form of its own, and each chair. */
export const correctionDraftId = (reference: string, number: number, chair: number): string =>
  `${formsOf(reference)}correction:${number}:${chair}`;

/** What the ids of all forms of a discussion begin with, but for the one it was convened with. */
export const formsOf = (reference: string): string => `${reference}:`;

/** Under which it is kept what became of a message that somebody typed; `digest` is of the message’s own id. */
export const answerId = (digest: string): string => `typed:${digest}`;

export const isAnswerId = (id: string): boolean => id.startsWith('typed:');

export const referenceOfDraft = (id: string): string => id.split(':')[0] ?? id;

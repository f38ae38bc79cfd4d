/**
 * What the record holds of all that a rule may want in it, by the rule’s own field. What everybody has entered
 * already stands; what nobody has, the chair adds in signing it.
 */
import type { Answers } from '../../practice/answers/answers.ts';
import { detailsOf } from '../state/details.ts';
import type { ChildDecision } from '../state/childDecision.ts';
import type { Decided, Discussion } from '../state/discussion.ts';
import { lastSigning } from '../state/signing.ts';

export const heldFields = ['purpose', 'reason', 'risks', 'plan'] as const;
export type HeldField = (typeof heldFields)[number];

/** Of one child, a text each. */
type Gathered = (d: Decided, decision: ChildDecision) => readonly string[];

const gathered: Readonly<Record<Exclude<HeldField, 'purpose'>, Gathered>> = {
  reason: (_d, { reasons }) => [reasons],
  /** What is entered of the child, on the plan of its enquiry, or by those who judged how safe it is. */
  risks: (d, { childId, plan }) => [
    detailsOf(d.entered, childId).dangerStatement ?? '',
    plan['riskAreas'] ?? '',
    ...d.scores.filter((score) => score.childId === childId).map(({ analysis }) => analysis),
  ],
  plan: (d, { childId, plan }) => [
    ...Object.values(plan),
    ...d.actions.filter(({ childIds }) => childIds.length === 0 || childIds.includes(childId)).map(({ step }) => step),
  ],
};

/** The children of whom nothing is entered under it; the purpose is one and the same by law. */
export const blankOf = (d: Decided, field: HeldField): readonly string[] => {
  if (field === 'purpose') return [];
  const of = gathered[field];
  return d.decision.children
    .filter((decision) => of(d, decision).every((text) => text.trim() === ''))
    .map(({ childId }) => childId);
};

/** As a rule sees them: what was added in signing the record last, and what is entered elsewhere. */
export const recordAnswers = (d: Discussion): { readonly holds: Answers; readonly signOff: Answers } => {
  if (d.stage !== 'decided') return { holds: {}, signOff: {} };
  const entered = heldFields.filter((field) => blankOf(d, field).length === 0);
  const last = lastSigning(d);
  return {
    holds: { ...last?.answers.holds, ...Object.fromEntries(entered.map((field) => [field, 'entered'])) },
    signOff: {
      ...last?.answers.signOff,
      // only the chair signs.
      ...(last === null ? {} : { recordedBy: 'chair', pathwaySignedOffByChair: true }),
      ...(last?.authorisation.is === 'given' ? { authorisedByRank: last.authorisation.by.rank } : {}),
    },
  };
};

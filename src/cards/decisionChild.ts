import { z } from 'zod';
import { londonDate } from '../practice/time/calendar.ts';
import type { Instant } from '../practice/time/instant.ts';
import type { Practice } from '../practice/practice.ts';
import type { ChildDecisionDraft, DecidingDraft, Draft } from '../conduct/drafts.ts';
import { assessed } from '../discussion/matter/assessed.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import type { Child } from '../discussion/state/childShape.ts';
import { choice, plain, said, template, type Card } from './bind.ts';
import { childLine } from '../words/childWords.ts';
import { citedRule } from '../words/ruleWords.ts';
import { oneOf, required, several, yesOrNo } from './form.ts';
import { cite } from '../words/citation.ts';

const bind = template(
  'decision-child',
  z.object({
    reference: plain,
    revision: z.number(),
    childId: plain,
    /** Which correction of the decision this is; 0 where it is the decision itself. */
    correction: z.number(),
    child: said,
    step: said,
    statement: said,
    s47: plain,
    reasons: plain,
    outcomes: plain,
    outcomeChoices: z.array(choice),
    family: plain,
    familyWhat: plain,
  }),
);

/** P-1: the chair says what is being decided; Working Together has the same one question. */
const statement =
  'The one decision here is whether to start a section 47 enquiry, and how. Then what else follows for the child.';

const correctionStatement = 'The form has what was recorded. Change what is wrong in it: all the rest stays as it is.';

/** What the chair has entered for one child so far, or just now. */
export type ChildTyped = Readonly<Record<'s47' | 'reasons' | 'outcomes' | 'family' | 'familyWhat', string>>;

/** The first page for one child: yes or no first (P-1), the reasons (P-5), outcomes (O-*), and the family (F-1). */
export const decisionChildCard = (
  draft: Draft<DecidingDraft>,
  d: Discussion,
  child: Child,
  practice: Practice,
  now: Instant,
  typed: ChildTyped | null,
): Card => {
  const saved = draft.body.children.find((c) => c.childId === child.childId);
  return bind({
    reference: d.reference,
    revision: draft.revision,
    childId: child.childId,
    child: childLine(child, londonDate(now)),
    correction: correctionIn(draft),
    step: stepWords(draft, d, child),
    statement: draft.body.correcting === null ? statement : correctionStatement,
    outcomeChoices: assessed(d, practice)
      .child(child.childId)
      .outcomes.map((o) => ({ title: citedRule(o), value: o.code })),
    ...(typed ?? (saved === undefined ? typedChild({}) : savedChild(saved))),
  });
};

/** 0 for the decision itself. */
export const correctionIn = ({ body }: Draft<DecidingDraft>): number => body.correcting?.number ?? 0;

export const typedChild = ({
  s47 = '',
  reasons = '',
  outcomes = '',
  family = '',
  familyWhat = '',
}: Readonly<Record<string, string>>): ChildTyped => ({ s47, reasons, outcomes, family, familyWhat });

const savedChild = (saved: ChildDecisionDraft): ChildTyped => ({
  s47: saved.s47 ? 'yes' : 'no',
  reasons: saved.reasons,
  outcomes: saved.outcomes.join(','),
  family: saved.family,
  familyWhat: saved.familyWhat,
});

export const stepWords = (draft: Draft<DecidingDraft>, d: Discussion, child: Child): string => {
  const number = correctionIn(draft);
  if (number > 0) return `Correction ${number} of the decision`;
  const index = d.children.findIndex((c) => c.childId === child.childId);
  return `Child ${index + 1} of ${d.children.length}`;
};

export const decisionChildForm = z.object({
  s47: yesOrNo(`Say whether a section 47 enquiry starts ${cite('P-1')}.`),
  reasons: required('The reasons', 4000, `Give the reasons for the decision ${cite('P-5')}.`),
  outcomes: several.refine((codes) => codes.length > 0, 'Choose at least one outcome.'),
  family: oneOf(['told', 'withheld'], `Say whether the family is told ${cite('F-1')}.`),
  familyWhat: required(
    'What the family is told',
    2000,
    `Say what the family is told, or why it is withheld ${cite('F-1')}.`,
  ),
});

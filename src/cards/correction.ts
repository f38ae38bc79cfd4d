/** A recorded decision is put right: of which child, and then what was, what is and why, before it counts. */
import { z } from 'zod';
import { londonDate } from '../practice/time/calendar.ts';
import type { Instant } from '../practice/time/instant.ts';
import type { Practice } from '../practice/practice.ts';
import type { ChildDecisionDraft, DecidingDraft, Draft } from '../conduct/drafts.ts';
import { checkChild } from '../discussion/matter/childCheck.ts';
import { whenDeciding } from '../discussion/state/corrected.ts';
import type { Decided } from '../discussion/state/discussion.ts';
import { seenOf } from '../discussion/state/seen.ts';
import { childLine } from '../words/childWords.ts';
import { dissentLine, dissentsOf } from '../words/dissentWords.ts';
import { decidedWords } from '../words/decisionWords.ts';
import { inPart, longestThatFits, plain, said, template, type Card } from './bind.ts';
import { childDecision } from './childDecision.ts';
import { differences } from './childShown.ts';
import { seen } from './decisionCheck.ts';
import { draftOfDecision } from './draftOfDecision.ts';
import { required } from './form.ts';
import { consequences, consequencesOf } from './consequences.ts';

const bind = template(
  'correction',
  z.object({
    reference: plain,
    correction: z.number(),
    children: z.array(z.object({ childId: plain, title: said, decided: said })),
  }),
);

const bindCheck = template(
  'correction-check',
  z.object({
    reference: plain,
    revision: z.number(),
    correction: z.number(),
    childId: plain,
    child: said,
    changes: z.array(z.object({ title: said, was: said, is: said })),
    ...consequences.shape,
    warnings: z.array(said),
    reason: plain,
    seen,
  }),
);

/** 1, 2...: which one it would be. */
export const nextCorrection = ({ decision }: Decided): number => decision.corrections.length + 1;

/** Which child it is about, with what is recorded of each. */
export const correctionCard = (d: Decided, practice: Practice, now: Instant): Card =>
  bind({
    reference: d.reference,
    correction: nextCorrection(d),
    children: d.decision.children.map((decision) => ({
      childId: decision.childId,
      title: `Child ${decision.childId}: ${lineOf(d, decision.childId, now)}`,
      decided: decidedWords(practice, d, decision),
    })),
  });

const lineOf = ({ children }: Decided, childId: string, now: Instant): string => {
  const child = children.find((each) => each.childId === childId);
  return child === undefined ? '' : childLine(child, londonDate(now));
};

/** How much of each text is shown; the record keeps all of it. */
const textLengths = [2000, 600, 150, 60];

/** The last page: what was and what is, what follows from it, and why. */
export const correctionCheckCard = (
  draft: Draft<DecidingDraft>,
  d: Decided,
  answer: ChildDecisionDraft,
  { practice, now }: { readonly practice: Practice; readonly now: Instant },
): Card => {
  const { childId } = answer;
  const then = whenDeciding(d);
  const was = d.decision.children.find((each) => each.childId === childId);
  const decision = childDecision(answer);
  const reason = draft.body.correcting?.reason ?? '';
  const number = nextCorrection(d);
  // What is not written yet holds nothing up: the page asks for it.
  const command = {
    kind: 'correctDecision',
    number,
    decision,
    reason: reason || 'To be given',
    seen: seenOf(d),
  } as const;
  const follows = consequencesOf(d, command, { practice, now });
  return longestThatFits(textLengths, (length) =>
    bindCheck({
      reference: d.reference,
      revision: draft.revision,
      correction: number,
      childId,
      child: lineOf(d, childId, now),
      changes: was === undefined ? [] : differences(then, practice, draftOfDecision(was), answer, length),
      due: follows.due,
      told: follows.told,
      warnings: [
        ...dissentsOf(d).map(dissentLine),
        ...checkChild(then, decision, practice).warnings.map(({ words }) => words),
      ].map((words) => inPart(words, length)),
      reason,
      seen: seenOf(d),
    }),
  );
};

export const correctionForm = z.object({
  reason: required('The reason', 1000, 'Say why it is corrected: everybody who took part reads it.'),
});

/** Opening the correction of a recorded decision, choosing the child it is about, and recording it. */
import { z } from 'zod';
import { childDecision } from '../../cards/childDecision.ts';
import { correctionCard, correctionForm } from '../../cards/correction.ts';
import { readForm } from '../../cards/form.ts';
import { seenOf } from '../../discussion/state/seen.ts';
import { refusalWords } from '../../words/refusalWords.ts';
import { doneAnswer, formAgain } from '../answers.ts';
import type { Handler } from '../edges.ts';
import { readable } from '../forms/submitting.ts';
import { carriedBy, commandKey } from '../press.ts';
import { aboutChild } from './aboutChild.ts';
import { corrected, notTheirsToCorrect } from './correctionForm.ts';
import { save } from './decisionForm.ts';
import { seenOn, withReason } from './lastPage.ts';
import { carriedByPage } from './openForm.ts';

export const openCorrection: Handler = (press, edges) =>
  readable(press, edges, (d) => {
    const refused = notTheirsToCorrect(d, press, edges);
    if (refused !== null || d.stage !== 'decided') return refused ?? { text: '' };
    return { card: correctionCard(d, edges.conduct.practiceOf(d), edges.clock()) };
  });

const carried = z.object({ correction: z.number().int().min(1) });

/** A page about one child of a correction: the number of it is on every one of our cards. */
const ofCorrection = (use: Parameters<typeof aboutChild>[0]): Handler => {
  const about = aboutChild(use);
  return async (press, edges) => {
    carriedBy(carried, press);
    return about(press, edges);
  };
};

/** What was typed about this child before is still there. */
export const correctChild: Handler = ofCorrection(({ press, edges, form, next, child: { childId } }) => {
  const { correcting } = form.body;
  const { correction: number } = carriedByPage(press);
  const reason = correcting?.childId === childId ? correcting.reason : '';
  const body = { ...form.body, correcting: { number, childId, reason }, changing: childId };
  return save(press, form, body, edges, next);
});

export const recordCorrection: Handler = ofCorrection(async ({ press, edges, d, form, next, answer }) => {
  const kept = { ...form, body: withReason(press, form.body) };
  const read = readForm(correctionForm, press.data);
  if (!read.ok) return formAgain(() => next(kept), read.problems);
  if (answer === undefined || kept.body.correcting === null) return { card: next(kept) };
  const acted = await edges.conduct.act({
    reference: d.reference,
    actor: press.who.actor,
    key: commandKey(press),
    command: {
      kind: 'correctDecision',
      number: kept.body.correcting.number,
      decision: childDecision(answer),
      reason: read.value.reason,
      seen: seenOn(press).seen ?? seenOf(d),
    },
  });
  if (acted.result === 'refused') return formAgain(() => next(kept), refusalWords(acted.refusal));
  await edges.drafts.remove(form.id);
  return doneAnswer(acted.discussion, corrected, press, edges);
});

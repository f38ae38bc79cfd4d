/**
 * A recorded decision is put right: the pages about one child, filled in with what was recorded, then what was and what
 * is, then the record. Whoever has the chair now has the form, one for each correction.
 */
import { correctionCard, correctionCheckCard, nextCorrection } from '../../cards/correction.ts';
import { decisionChildCard } from '../../cards/decisionChild.ts';
import { decisionDetailsCard } from '../../cards/decisionDetails.ts';
import { draftOfDecision } from '../../cards/draftOfDecision.ts';
import type { Card } from '../../cards/bind.ts';
import { emptyDeciding, loadDraft } from '../../conduct/drafts.ts';
import { forbidden } from '../../discussion/commands/forbidden.ts';
import type { CommandOf } from '../../discussion/commands/command.ts';
import { whenDeciding } from '../../discussion/state/corrected.ts';
import type { Decided, Discussion } from '../../discussion/state/discussion.ts';
import { seenOf } from '../../discussion/state/seen.ts';
import { correctionDraftId } from '../../store/draftId.ts';
import { doneAnswer, outOfDate, refusedAnswer } from '../answers.ts';
import type { Answer, Edges, Press } from '../edges.ts';
import { commandKey } from '../press.ts';
import { carriedByPage, type Deciding, type OpenForm } from './openForm.ts';

/** Null where this person may open the form now; else why not. */
export const notTheirsToCorrect = (d: Discussion, press: Press, edges: Edges): Answer | null => {
  const refusal =
    forbidden('correctDecision', 'correctDecision', d, press.who.actor) ??
    (d.stage === 'decided' ? null : ({ code: 'notDecidedYet' } as const));
  return refusal === null ? null : refusedAnswer(d, refusal, press, edges);
};

export const withCorrection = async (
  d: Discussion,
  press: Press,
  edges: Edges,
  use: (open: OpenForm) => Promise<Answer> | Answer,
): Promise<Answer> => {
  const refused = notTheirsToCorrect(d, press, edges);
  if (refused !== null || d.stage !== 'decided') return refused ?? { text: '' };
  const { correction, revision } = carriedByPage(press);
  if (correction !== nextCorrection(d)) return recordedBefore(d, press, edges);
  const form = await correctionOf(d, press, edges);
  const next = (saved: Deciding): Card => correctionPage(saved, d, edges);
  return revision === undefined || revision === form.revision
    ? use({ d: whenDeciding(d), form, next })
    : outOfDate(press, form.body.answered, () => next(form));
};

/** As far as it has been filled in: what was recorded, until that is changed. */
const correctionOf = async (d: Decided, press: Press, edges: Edges): Promise<Deciding> => {
  const chairs = d.handovers.filter(({ part }) => part === 'chair').length;
  const id = correctionDraftId(d.reference, nextCorrection(d), chairs);
  const recorded = { ...emptyDeciding, children: d.decision.children.map(draftOfDecision) };
  const kept = await loadDraft(edges.drafts, id, 'deciding');
  return kept ?? { id, revision: 0, owner: press.who.actor.personId, body: recorded };
};

/** The page of the child that is being filled in, else what was and what is; of none yet, the choice of one. */
const correctionPage = (form: Deciding, d: Decided, edges: Edges): Card => {
  const practice = edges.conduct.practiceOf(d);
  const now = edges.clock();
  const then = whenDeciding(d);
  const childId = form.body.correcting?.childId;
  const child = d.children.find((each) => each.childId === childId);
  const answer = form.body.children.find((each) => each.childId === childId);
  if (answer === undefined || child === undefined) return correctionCard(d, practice, now);
  if (form.body.changing === childId) return decisionChildCard(form, then, child, practice, now, null);
  return answer.complete
    ? correctionCheckCard(form, d, answer, { practice, now })
    : decisionDetailsCard(form, then, child, answer, practice, now);
};

export const corrected = 'The correction is recorded. Everybody who was told is being told again.';

/** The decision has been corrected meanwhile: the rules say so, unless this is the record's own repeat (docs/decisions/003). */
const recordedBefore = async (d: Decided, press: Press, edges: Edges): Promise<Answer> => {
  const [decision] = d.decision.children;
  if (decision === undefined) throw new Error(`${d.reference} decides of no child`);
  const number = carriedByPage(press).correction;
  const command: CommandOf<'correctDecision'> = {
    ...{ kind: 'correctDecision', number, decision, reason: '' },
    seen: seenOf(d),
  };
  const acted = await edges.conduct.act({
    ...{ reference: d.reference, command, actor: press.who.actor },
    key: commandKey(press),
  });
  return acted.result === 'done'
    ? doneAnswer(acted.discussion, corrected, press, edges)
    : refusedAnswer(d, acted.refusal, press, edges);
};

/**
 * The decision form, the chair's alone: one or two pages for each child, then a last look, then the record. This file finds
 * it, checks whose it is, and saves it; each page has a file of its own.
 */
import type { Card } from '../../cards/bind.ts';
import { decisionCheckCard } from '../../cards/decisionCheck.ts';
import { decisionChildCard } from '../../cards/decisionChild.ts';
import { decisionCard } from '../../cards/decisionInThread.ts';
import { decisionDetailsCard } from '../../cards/decisionDetails.ts';
import { emptyDeciding, loadDraft, saveDraft, type DecidingDraft } from '../../conduct/drafts.ts';
import { forbidden } from '../../discussion/commands/forbidden.ts';
import type { Discussion, InSession } from '../../discussion/state/discussion.ts';
import { decisionDraftId } from '../../store/draftId.ts';
import { doneAnswer, outOfDate, refusedAnswer } from '../answers.ts';
import type { Answer, Edges, Press } from '../edges.ts';
import { readable } from '../forms/submitting.ts';
import { withCorrection } from './correctionForm.ts';
import { commandKey } from '../press.ts';
import { carriedByPage, type Deciding, type OpenForm } from './openForm.ts';

/**
 * Each meeting has a form of its own: what was prepared for one that was inquorate is gone over again. So has each chair:
 * what one of them was weighing is not the next one’s answer.
 */
const idOf = (d: Discussion): string =>
  decisionDraftId(d.reference, d.earlierMeetings.length, d.handovers.filter(({ part }) => part === 'chair').length);

const formOf = async (d: Discussion, press: Press, edges: Edges): Promise<Deciding> => {
  const form = await loadDraft(edges.drafts, idOf(d), 'deciding');
  if (form === null) return { id: idOf(d), revision: 0, owner: press.who.actor.personId, body: emptyDeciding };
  return { ...form, body: { ...form.body, children: form.body.children.filter((answer) => isOf(d, answer)) } };
};

/** A child may have been taken out since its page was filled in. */
const isOf = (d: Discussion, { childId }: { readonly childId: string }): boolean =>
  d.children.some((child) => child.childId === childId);

/** The next page to fill in: that of the child being changed, the first without a complete answer, else the summary. */
const nextPage = (form: Deciding, d: InSession, edges: Edges): Card => {
  const practice = edges.conduct.practiceOf(d);
  const now = edges.clock();
  const changing = d.children.find(({ childId }) => childId === form.body.changing);
  if (changing !== undefined) return decisionChildCard(form, d, changing, practice, now, null);
  for (const child of d.children) {
    const answer = form.body.children.find((c) => c.childId === child.childId);
    if (answer === undefined) return decisionChildCard(form, d, child, practice, now, null);
    if (!answer.complete) return decisionDetailsCard(form, d, child, answer, practice, now);
  }
  return decisionCheckCard(form, d, practice, now);
};

/** Only the chair, and only while the discussion is open, has the form; and afterwards one to correct what was recorded. */
export const withForm = (
  press: Press,
  edges: Edges,
  use: (open: OpenForm) => Promise<Answer> | Answer,
): Promise<Answer> =>
  readable(press, edges, async (d) => {
    if (carriedByPage(press).correction > 0) return withCorrection(d, press, edges, use);
    // Once it is decided the card in the thread tells everybody taking part what, each in their own view.
    if (press.verb === 'decision.show' && d.stage !== 'inSession') return noForm(press, d, edges);
    const refusal = forbidden('fillInDecision', 'recordDecision', d, press.who.actor);
    if (refusal !== null) return refusedAnswer(d, refusal, press, edges);
    if (d.stage !== 'inSession') return noForm(press, d, edges);
    const form = await formOf(d, press, edges);
    const { revision } = carriedByPage(press);
    if (revision === undefined || revision === form.revision) {
      return use({ d, form, next: (saved) => nextPage(saved, d, edges) });
    }
    const latest = (await edges.conduct.current(d.reference)) ?? d;
    return latest.stage === 'inSession'
      ? outOfDate(press, form.body.answered, () => nextPage(form, latest, edges))
      : noForm(press, latest, edges);
  });

/** The decision is recorded or not to be made: the rules say why, unless this is the record's own repeat (docs/decisions/003). */
const noForm = async (press: Press, d: Discussion, edges: Edges): Promise<Answer> => {
  if (press.verb === 'decision.show') return { card: decisionCard(d, edges.conduct.practiceOf(d)) };
  const { reference } = d;
  const meetingEndedAt = edges.clock();
  const command = { kind: 'recordDecision', meetingEndedAt, decisions: [], overrides: [] } as const;
  const acted = await edges.conduct.act({ reference, command, actor: press.who.actor, key: commandKey(press) });
  return acted.result === 'done'
    ? doneAnswer(acted.discussion, recorded, press, edges)
    : refusedAnswer(d, acted.refusal, press, edges);
};

export const recorded = 'The decision is recorded. Those who are owed the outcome are being told.';

export const save = async (
  press: Press,
  form: Deciding,
  body: DecidingDraft,
  edges: Edges,
  card: (saved: Deciding) => Card,
): Promise<Answer> => {
  const next = { ...form, revision: form.revision + 1, body: { ...body, answered: commandKey(press) } };
  const saved = await saveDraft(edges.drafts, next, edges.clock());
  const latest = saved === 'saved' ? next : await loadDraft(edges.drafts, form.id, 'deciding');
  return { card: card(latest ?? next) };
};

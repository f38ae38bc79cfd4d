/** The first page about a child: yes or no, the reasons, the outcomes, and the family. */
import { decisionChildCard, decisionChildForm, typedChild } from '../../cards/decisionChild.ts';
import { readDetails } from '../../cards/askedFields.ts';
import { detailSections } from '../../cards/decisionSections.ts';
import { readForm } from '../../cards/form.ts';
import { assessed } from '../../discussion/matter/assessed.ts';
import { formAgain } from '../answers.ts';
import type { Handler } from '../edges.ts';
import { asTyped } from '../press.ts';
import { aboutChild, withAnswer } from './aboutChild.ts';
import { save } from './decisionForm.ts';
import type { Deciding } from './openForm.ts';

export const childPage: Handler = aboutChild(({ press, edges, d, form, next, child, answer: before }) => {
  const practice = edges.conduct.practiceOf(d);
  const typed = typedChild(asTyped(press.data));
  const again = (problems: readonly string[]) =>
    formAgain(() => decisionChildCard(form, d, child, practice, edges.clock(), typed), problems);
  const read = readForm(decisionChildForm, press.data);
  if (!read.ok) return again(read.problems);
  const known = new Set(
    assessed(d, practice)
      .child(child.childId)
      .outcomes.map((o) => o.code),
  );
  if (read.value.outcomes.some((code) => !known.has(code))) return again(['Choose outcomes from the list.']);
  const { childId } = child;
  const answer = { childId, ...read.value, details: before?.details ?? {}, complete: false };
  const complete = detailSections(answer, d, practice).length === 0;
  const body = withAnswer(form.body, { ...answer, complete });
  return save(press, form, body, edges, next);
});

/** Back to the first page of this child; what was typed on the second is kept. */
export const backToChild: Handler = aboutChild(({ press, edges, d, form, child, answer }) => {
  const practice = edges.conduct.practiceOf(d);
  const page = (saved: Deciding) => decisionChildCard(saved, d, child, practice, edges.clock(), null);
  if (answer === undefined) return Promise.resolve({ card: page(form) });
  const { details, problems } = readDetails(detailSections(answer, d, practice), press.data);
  const typed = Object.fromEntries(Object.entries(details).filter(([, value]) => value !== ''));
  const kept = problems.length > 0 ? answer.details : { ...answer.details, ...typed };
  return save(press, form, withAnswer(form.body, { ...answer, details: kept, complete: false }), edges, page);
});

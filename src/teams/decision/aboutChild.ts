import type { ChildDecisionDraft, DecidingDraft } from '../../conduct/drafts.ts';
import type { InSession } from '../../discussion/state/discussion.ts';
import type { Child } from '../../discussion/state/childShape.ts';
import { refusalWords } from '../../words/refusalWords.ts';
import { formAgain } from '../answers.ts';
import type { Answer, Edges, Handler, Press } from '../edges.ts';
import { withForm } from './decisionForm.ts';
import { carriedByPage, type Deciding, type OpenForm } from './openForm.ts';

export interface AboutChild {
  readonly press: Press;
  readonly edges: Edges;
  readonly d: InSession;
  readonly form: Deciding;
  readonly next: OpenForm['next'];
  readonly child: Child;
  /** What the form holds of this child so far. */
  readonly answer: ChildDecisionDraft | undefined;
}

/** A page about one child. One that has been taken out, or that a forged form names, shows where the form has got to. */
export const aboutChild =
  (use: (about: AboutChild) => Promise<Answer>): Handler =>
  (press, edges) =>
    withForm(press, edges, ({ d, form, next }) => {
      const { childId } = carriedByPage(press);
      const child = d.children.find((c) => c.childId === childId);
      if (child === undefined) return formAgain(() => next(form), refusalWords({ code: 'noSuchChild' }));
      const answer = form.body.children.find((c) => c.childId === childId);
      return use({ press, edges, d, form, next, child, answer });
    });

/** An answer that is changed stays in its place. */
export const withAnswer = (body: DecidingDraft, answer: ChildDecisionDraft): DecidingDraft => ({
  ...body,
  changing: null,
  children: body.children.some((c) => c.childId === answer.childId)
    ? body.children.map((c) => (c.childId === answer.childId ? answer : c))
    : [...body.children, answer],
});

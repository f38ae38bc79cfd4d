/** Turning the pages: each page makes of what was typed the draft to go on with, or says what has to be put right. */
import type { Card } from '../../cards/bind.ts';
import { messageCard } from '../../cards/message.ts';
import { steps, type ConveningDraft, type Step } from '../../conduct/drafts.ts';
import { formAgain } from '../answers.ts';
import type { Edges, Handler, Press } from '../edges.ts';
import { onPage, save, withForm, type Convening } from './conveneForm.ts';
import { pageCard } from './pageCard.ts';

/** Pure but for looking people up; {@link page} saves and shows. `again` is the same page with what was typed. */
export type Page = (press: Press, form: Convening, edges: Edges) => Promise<Next> | Next;
export type Next =
  /** `card` shows what comes next where it is not the page the form is then at, as that stands. */
  | { readonly next: ConveningDraft; readonly card?: (saved: Convening) => Card }
  | { readonly problems: readonly string[]; readonly again: () => Card | Promise<Card> };

/** The handler of one page's buttons; `at` is the page the form must be at, null where any will do. */
export const page =
  (at: Step | null, read: Page): Handler =>
  (press, edges) =>
    onPage(at, press, edges, async (form) => {
      const result = await read(press, form, edges);
      return 'next' in result
        ? save(press, form, result.next, edges, result.card)
        : formAgain(result.again, result.problems);
    });

/** The page a button leads to. */
export const stepIn = (press: Press): Step => steps.find((step) => step === press.data['to']) ?? 'child';

export const goBack: Handler = page(null, (press, { body }) => ({
  next: { ...body, step: stepIn(press) },
}));

export const discard: Handler = (press, edges) =>
  withForm(press, edges, async (form) => {
    await edges.drafts.remove(form.id);
    return {
      card: messageCard({ title: 'Discarded', lines: ['Nothing was kept. Type /strategy to start a new form.'] }),
    };
  });

export const showConvening: Handler = (press, edges) =>
  withForm(press, edges, async (form) => ({ card: await pageCard(form, edges) }));

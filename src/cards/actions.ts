/** The actions of the plan, for those taking part: what is overdue first, a part at a time (docs/decisions/019). */
import { z } from 'zod';
import { isDone, openActions, type AgreedAction } from '../discussion/state/agreedAction.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import type { Instant } from '../practice/time/instant.ts';
import { isOverdue, standingWords } from '../words/actionWords.ts';
import { clipped, plain, said, template, type Card } from './bind.ts';

const row = z.object({ number: plain, what: said, who: said, standing: said, colour: plain });
const bind = template(
  'actions',
  z.object({
    reference: plain,
    which: z.array(said),
    actions: z.array(row),
    /** The title of the button to add one; none for those who may not. */
    add: z.array(plain),
    /** The part that comes after this one; none after the last. */
    next: z.array(z.number()),
  }),
);

/** So many of the longest, in whatever script, fit on one card. */
const inOnePart = 6;

/** The part with this number, from 1; the last where there are no longer so many. */
export const actionsCard = (
  d: Discussion,
  { now, mayAdd, part: asked }: { readonly now: Instant; readonly mayAdd: boolean; readonly part: number },
): Card => {
  const all = d.actions.toSorted((a, b) => (pressing(a) < pressing(b) ? -1 : 1));
  const parts = Math.max(1, Math.ceil(all.length / inOnePart));
  const part = Math.min(asked, parts);
  return bind({
    reference: d.reference,
    which: [countWords(d), ...(parts === 1 ? [] : [`Part ${part} of ${parts}.`])],
    actions: all.slice((part - 1) * inOnePart, part * inOnePart).map((action) => rowOf(action, now)),
    add: mayAdd ? ['Add an action'] : [],
    next: part < parts ? [part + 1] : [],
  });
};

const pressing = (action: AgreedAction): string =>
  `${isDone(action) ? 1 : 0} ${action.dueOn} ${String(action.number).padStart(6, '0')}`;

const countWords = (d: Discussion): string => {
  const open = openActions(d).length;
  if (d.actions.length === 0) return 'None has been agreed yet. Actions are agreed in the meeting or after it.';
  return `${open} to do, ${d.actions.length - open} done.`;
};

const rowOf = (action: AgreedAction, now: Instant) => ({
  number: String(action.number),
  what: `Action ${action.number}: ${clipped(action.step, 300)}`,
  who: clipped(`${action.owner.name}, ${action.owner.agency}`, 120),
  standing: clipped(standingWords(action, now), 300),
  colour: colourOf(action, now),
});

export const colourOf = (action: AgreedAction, now: Instant): 'attention' | 'default' =>
  isOverdue(action, now) ? 'attention' : 'default';

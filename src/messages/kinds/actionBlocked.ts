/** AC-1: to whoever follows the actions up, what cannot go on as agreed. */
import { z } from 'zod';
import { isBlocked, type AgreedAction } from '../../discussion/state/agreedAction.ts';
import { formatDate } from '../../practice/time/calendar.ts';
import { task } from '../families.ts';
import type { Message, Reader, View } from '../kind.ts';
import { letter, maybe, text, toAll } from '../letter.ts';

const shape = {
  /** `inFull` may say something of the child: left out where others might read it. */
  actions: z.array(
    z.object({ number: text, who: text, due: text, inFull: z.object({ step: text, note: maybe }).nullable() }),
  ),
};

const whatIsBlocked = letter('action-blocked', shape, (view, reader) => ({
  actions: blockedIn(view).map((action) => ({
    number: String(action.number),
    who: action.owner.name,
    due: formatDate(action.dueOn),
    inFull: inFullOf(action, reader),
  })),
}));

const blockedIn = ({ d }: View): readonly AgreedAction[] => d.actions.filter(isBlocked);

const inFullOf = ({ step, settled }: AgreedAction, { secure }: Reader) =>
  secure ? { step, note: settled?.note ?? null } : null;

export const actionBlocked: Message = {
  ...task,
  wanted: (view) => blockedIn(view).length > 0,
  letter: toAll(whatIsBlocked),
  buttons: ['openActions', 'openDiscussion'],
  proof: 'What is blocked',
};

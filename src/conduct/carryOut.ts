/** What one command comes to, before anything is stored: decided, folded, and what it causes owed. Pure. */
import type { Command } from '../discussion/commands/command.ts';
import { decide } from '../discussion/commands/decide.ts';
import type { Refusal } from '../discussion/commands/refusal.ts';
import type { Context } from '../discussion/commands/ruling.ts';
import { owe } from '../discussion/debts/owe.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import type { DiscussionEvent } from '../discussion/state/event.ts';
import { evolve } from '../discussion/state/evolve.ts';
import type { Notice } from '../discussion/state/notice.ts';

export type Carried =
  | {
      readonly result: 'done';
      readonly after: Discussion;
      readonly events: readonly DiscussionEvent[];
      readonly notices: readonly Notice[];
    }
  | { readonly result: 'refused'; readonly refusal: Refusal };

export const carryOut = (
  before: Discussion | null,
  command: Command,
  context: Context & { readonly reference: string },
): Carried => {
  const ruling = decide(before, command, context);
  if (ruling.outcome === 'refused') return { result: 'refused', refusal: ruling.refusal };
  const { events } = ruling;
  const { at, actor, practice, reference } = context;
  const stamp = { at, by: actor.personId, version: (before?.version ?? 0) + 1 };
  const after = events.reduce<Discussion | null>((state, event) => evolve(state, event, stamp), before);
  if (after === null) throw new Error(`${command.kind} on ${reference} was accepted without an event`);
  return { result: 'done', after, events, notices: owe(events, { before, after, stamp, practice }) };
};

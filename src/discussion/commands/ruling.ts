import type { Instant } from '../../practice/time/instant.ts';
import type { Practice } from '../../practice/practice.ts';
import type { DiscussionEvent } from '../state/event.ts';
import type { Actor } from '../state/people.ts';
import type { Refusal } from './refusal.ts';

/** Everything a decision depends on besides the state and the command. */
export interface Context {
  readonly actor: Actor;
  readonly at: Instant;
  readonly practice: Practice;
}

export type Ruling =
  | { readonly outcome: 'accepted'; readonly events: readonly DiscussionEvent[] }
  | { readonly outcome: 'refused'; readonly refusal: Refusal };

export const accepted = (...events: readonly DiscussionEvent[]): Ruling => ({ outcome: 'accepted', events });
export const refused = (refusal: Refusal): Ruling => ({ outcome: 'refused', refusal });

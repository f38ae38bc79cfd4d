/** What a record is made from, and for whom. */
import type { Decided } from '../../discussion/state/discussion.ts';
import type { PersonId } from '../../discussion/state/people.ts';
import type { Practice } from '../../practice/practice.ts';

/**
 * Nobody reads more than they need to: `full` for those who took part and the child’s file; `agency` for one that was
 * absent; `owner` for whoever was absent and has an action; `child` for the file of one child of several.
 */
export type Edition =
  | { readonly for: 'full' }
  | { readonly for: 'agency'; readonly agency: string }
  | { readonly for: 'owner'; readonly personId: PersonId }
  | { readonly for: 'child'; readonly childId: string };

export interface Source {
  readonly d: Decided;
  readonly practice: Practice;
  /** It goes on after the signature, where there is one. */
  readonly isToDate?: true | undefined;
}

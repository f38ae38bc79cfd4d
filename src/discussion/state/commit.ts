import type { Instant } from '../../practice/time/instant.ts';
import type { DiscussionEvent } from './event.ts';
import type { Notice } from './notice.ts';
import type { Actor } from './people.ts';

/**
 * One command's effect: its events and the notices they cause, appended as one unit. The stream of commits is also the
 * audit trail, so each says who, when and in what capacity, and carries the hash of the commit before it.
 */
export interface Commit {
  readonly reference: string;
  /** 1 for the commit that convenes; then one more each time. */
  readonly version: number;
  readonly at: Instant;
  readonly actor: Actor;
  /** Identifies the command: a repeat of it has no second effect. */
  readonly commandKey: string;
  readonly events: readonly DiscussionEvent[];
  readonly notices: readonly Notice[];
  /** SHA-256 (hex) of the previous commit, or of nothing for the first. */
  readonly previousHash: string;
  /** SHA-256 (hex) of this commit's content and `previousHash`. */
  readonly hash: string;
}

/** What the chair asks for in deciding, and in putting right what was recorded. */
import type { Instant } from '../../practice/time/instant.ts';
import type { ChildDecision } from '../state/childDecision.ts';
import type { Seen } from '../state/seen.ts';

export type DecidingCommand =
  | { readonly kind: 'openDecision' }
  | {
      readonly kind: 'recordDecision';
      /** When the meeting ended, as the chair says: notices, enquiry and conference count from it. */
      readonly meetingEndedAt: Instant;
      /** When it was decided, where that was not at its end: in the meeting, or by a manager after it (P-4). */
      readonly decidedAt?: Instant;
      readonly decisions: readonly ChildDecision[];
      readonly overrides: readonly { readonly seat: string; readonly reason: string }[];
      /** What there was to look at when the chair looked it all over. */
      readonly seen?: Seen;
    }
  /** Of one child, all that is decided of it; `number`: which correction of this decision it is to be. */
  | {
      readonly kind: 'correctDecision';
      readonly number: number;
      readonly decision: ChildDecision;
      readonly reason: string;
      readonly seen: Seen;
    };

import type { Instant } from '../../practice/time/instant.ts';

/** One line of a list: enough to recognise a discussion, never a name or date of birth. */
export interface Summary {
  readonly reference: string;
  readonly version: number;
  readonly stage: 'convened' | 'inSession' | 'decided' | 'stoodDown';
  /** Initials of the children, as a channel may show them. */
  readonly initials: readonly string[];
  readonly convenorId: string;
  readonly chairId: string;
  readonly meetingAt: Instant;
  readonly dueAt: Instant | null;
  readonly open: boolean;
}

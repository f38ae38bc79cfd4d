import type { StandardKey } from '../../practice/language/vocabulary.ts';
import type { LocalDate } from '../../practice/time/calendar.ts';
import type { Instant } from '../../practice/time/instant.ts';
import type { DutyKind } from './notice.ts';

/** One line of a list: enough to recognise a discussion, never a name or date of birth. */
export interface Summary {
  readonly reference: string;
  readonly version: number;
  readonly stage: 'convened' | 'inSession' | 'decided' | 'stoodDown';
  /** Initials of the children, as a channel may show them. */
  readonly initials: readonly string[];
  readonly convenorId: string;
  readonly chairId: string;
  /** Whom it concerns: those taking part, whoever has an action of its plan, and the referrer. Null where the line was written before this was kept. */
  readonly people: readonly string[] | null;
  /** Those of them who may open it; null where the line was written before this was kept. */
  readonly readers: readonly string[] | null;
  readonly meetingAt: Instant;
  readonly dueAt: Instant | null;
  readonly open: boolean;
  /** Once it is decided, what is to be done next; null when everything is, and where the line was written before this was kept. */
  readonly owed: { readonly duty: DutyKind | 'action'; readonly dueAt: Instant } | null;
  /** Those of the plan that are not done. */
  readonly actions: readonly { readonly number: number; readonly ownerId: string; readonly dueOn: LocalDate }[];
  /** Since when its signed record waits to be filed; null where none does. */
  readonly toFileSince: Instant | null;
  /** What it was convened under; null where the line was written before this was kept. */
  readonly standard: { readonly key: StandardKey; readonly version: string } | null;
}

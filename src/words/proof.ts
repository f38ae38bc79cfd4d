/** What is known of a message that was owed: to whom, by when, and what has become of it, in words. */
import type { Attempt, NoticeKind, Route } from '../discussion/state/notice.ts';
import type { RuleId } from '../practice/language/vocabulary.ts';
import type { Instant } from '../practice/time/instant.ts';

export interface Proof {
  readonly noticeId: string;
  readonly kind: NoticeKind;
  readonly who: string;
  readonly what: string;
  readonly rule: RuleId | null;
  readonly owedAt: Instant;
  readonly dueAt: Instant | null;
  readonly state: State;
  /** The state in words, with the route where there was one. */
  readonly stands: string;
  /** When it was settled, or why it is not, in words. */
  readonly detail: string;
  readonly attempts: readonly Attempt[];
  readonly acknowledgedAt: Instant | null;
}

/** `escalated`: not sent, and the service manager has been told so. */
export type State = 'told' | 'waiting' | 'late' | 'escalated' | 'doubtful' | 'telephone' | 'scheduled' | 'notNeeded';

export const sentWords: Readonly<Record<Route, string>> = {
  teams: 'Sent in Teams',
  email: 'Sent by e-mail',
  inbox: 'Sent to the shared mailbox of their agency',
  telephone: 'Sent by telephone',
  calendar: 'In the calendar',
};

export const stateWords: Readonly<Record<State, string>> = {
  told: 'Told',
  waiting: 'Not sent yet',
  late: 'Not sent, and late',
  escalated: 'Not sent, and the service manager knows',
  doubtful: 'Sent, but not confirmed',
  telephone: 'Telephone them: no message can reach them',
  scheduled: 'Not due yet',
  notNeeded: 'No longer needed',
};

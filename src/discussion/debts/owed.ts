/** A notice before it has an id: what the rules of owe.ts and oweDecision.ts are written in. */
import type { Instant } from '../../practice/time/instant.ts';
import type { RuleId } from '../../practice/language/vocabulary.ts';
import type { Discussion } from '../state/discussion.ts';
import type { EventOf } from '../state/event.ts';
import type { NoticeKind, Recipient, WatcherKind } from '../state/notice.ts';
import type { Participant } from '../state/people.ts';
import type { Stamp } from '../state/stamp.ts';
import type { Reminder } from './reminders.ts';

export interface Owed {
  readonly kind: NoticeKind;
  readonly recipient: Recipient;
  readonly rule: RuleId | null;
  readonly deadline: Instant | null;
  /** Null: at once. */
  readonly owedAt: Instant | null;
}

/** The card of a place, shown as things stand. */
export const card = (kind: NoticeKind): Owed => ({
  kind,
  recipient: { to: 'place' },
  rule: null,
  deadline: null,
  owedAt: null,
});

/** One thing, whatever changes: the first makes it, later ones bring it in step. Nothing where no entry is made. */
export const calendar = ({ meeting }: Discussion): readonly Owed[] =>
  meeting.calendar === undefined
    ? []
    : [
        {
          kind: 'meetingEvent',
          recipient: { to: 'calendar' },
          rule: null,
          deadline: meeting.startsAt,
          owedAt: null,
        },
      ];

export const message = (kind: NoticeKind, to: Participant, deadline: Instant | null): Owed => ({
  kind,
  recipient: { to: 'person', personId: to.personId },
  rule: null,
  deadline,
  owedAt: null,
});

/** Whoever answers for the service hears of it; where the directory names nobody, the convenor. */
export const toService = (
  { convenor }: Pick<Discussion, 'convenor'>,
  kind: WatcherKind,
  { rule, owedAt }: Pick<Owed, 'rule' | 'owedAt'>,
): Owed => ({
  ...{ kind, rule, deadline: null, owedAt },
  recipient: { to: 'serviceManager', otherwise: convenor.personId },
});

export const reminder = ({ kind, to, rule, owedAt, deadline }: Reminder): Owed => ({
  ...message(kind, to, deadline),
  rule,
  owedAt,
});

/** As it was, at another time, to whoever put it off. */
export const again = ({ kind, rule, deadline, until }: EventOf<'reminderSnoozed'>, { by }: Stamp): Owed => ({
  ...{ kind, rule, deadline, owedAt: until },
  recipient: { to: 'person', personId: by },
});

/** Nothing is late for somebody who is only now asked: what should have been asked by now is asked at once. */
export const inTime =
  (at: Instant) =>
  (owed: Owed): Owed => ({
    ...owed,
    owedAt: owed.owedAt !== null && owed.owedAt > at ? owed.owedAt : null,
    deadline: owed.deadline !== null && owed.deadline > at ? owed.deadline : null,
  });

/** What is known about messages beyond their delivery: who has read them, been telephoned, or disagrees. */
import type { Instant } from '../../practice/time/instant.ts';
import type { EventOf } from './event.ts';
import type { DutyKind, NoticeId } from './notice.ts';
import type { PersonId } from './people.ts';
import type { Stamp } from './stamp.ts';
import { unreachable } from '../../practice/language/unreachable.ts';

export interface Telling {
  readonly acknowledged: readonly { readonly noticeId: NoticeId; readonly by: PersonId; readonly at: Instant }[];
  readonly telephoned: readonly TelephoneCall[];
  /** Messages no machine could deliver, for which the chair has been asked to telephone. */
  readonly toTelephone: readonly NoticeId[];
  readonly voices: readonly Voice[];
  /** What was asked for after the decision and somebody says is done. */
  readonly done: readonly { readonly duty: DutyKind; readonly by: PersonId; readonly at: Instant }[];
  /** Reply links sent with earlier commits no longer work; 0 while none has been stopped. */
  readonly linksStoppedAtVersion: number;
}

export interface TelephoneCall {
  readonly noticeId: NoticeId;
  readonly by: PersonId;
  readonly spokeTo: string;
  readonly toldAt: Instant;
}

/** D-1, D-2: somebody disagrees with the outcome. N-4: somebody has heard nothing. */
export interface Voice {
  readonly kind: 'disagrees' | 'heardNothing';
  readonly by: PersonId;
  readonly at: Instant;
  readonly text: string;
}

export const nothingTold: Telling = {
  acknowledged: [],
  telephoned: [],
  toTelephone: [],
  voices: [],
  done: [],
  linksStoppedAtVersion: 0,
};

type TellingEvent = EventOf<
  | 'noticeAcknowledged'
  | 'telephoneNeeded'
  | 'toldByTelephone'
  | 'disagreementRecorded'
  | 'nothingHeard'
  | 'reminderSnoozed'
  | 'replyLinksStopped'
  | 'dutyDone'
>;

export const afterTelling = (before: Telling, event: TellingEvent, { at, by, version }: Stamp): Telling => {
  switch (event.type) {
    case 'noticeAcknowledged':
      return { ...before, acknowledged: [...before.acknowledged, { noticeId: event.noticeId, by, at }] };
    case 'telephoneNeeded':
      return { ...before, toTelephone: [...before.toTelephone, event.noticeId] };
    case 'toldByTelephone': {
      const { noticeId, spokeTo, toldAt } = event;
      return { ...before, telephoned: [...before.telephoned, { noticeId, by, spokeTo, toldAt }] };
    }
    case 'disagreementRecorded':
      return { ...before, voices: [...before.voices, { kind: 'disagrees', by, at, text: event.reason }] };
    case 'nothingHeard':
      return { ...before, voices: [...before.voices, { kind: 'heardNothing', by, at, text: event.message }] };
    case 'reminderSnoozed':
      // The later reminder is a notice of its own; nothing else about the discussion changes.
      return before;
    case 'replyLinksStopped':
      return { ...before, linksStoppedAtVersion: version };
    case 'dutyDone':
      return { ...before, done: [...before.done, { duty: event.duty, by, at }] };
    default:
      return unreachable('event', event);
  }
};

/** D-2 is for the referrer, D-1 for every other agency. */
export const disagreementOf = (referrer: PersonId, by: PersonId): 'referrerDisagrees' | 'agencyDissent' =>
  by === referrer ? 'referrerDisagrees' : 'agencyDissent';

export const callAbout = (telling: Telling, noticeId: NoticeId): TelephoneCall | undefined =>
  telling.telephoned.findLast((call) => call.noticeId === noticeId);

export const isDone = (telling: Telling, duty: DutyKind): boolean => telling.done.some((done) => done.duty === duty);

export const acknowledgementOf = (telling: Telling, noticeId: NoticeId): Instant | null =>
  telling.acknowledged.find((a) => a.noticeId === noticeId)?.at ?? null;

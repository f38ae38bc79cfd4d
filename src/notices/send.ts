import { createHash } from 'node:crypto';
import type { NoticeId } from '../discussion/notice.ts';
import type { Instant } from '../practice/instant.ts';

/** What every channel must answer. Teams and e-mail share it, so proof of notice means the same thing on both. */
export type SendResult =
  /** The channel took it; `receipt` is what it answered (an activity id, an SMTP reply). */
  | { readonly result: 'sent'; readonly receipt: string }
  /** Certainly not delivered, but worth another try; not before `retryAfterMs` where the channel named a time. */
  | { readonly result: 'later'; readonly detail: string; readonly retryAfterMs: number | null }
  /** Certainly not delivered, and this route will not work: take the next one. */
  | { readonly result: 'closed'; readonly detail: string }
  /** Nothing was tried: the channel's limits allow it at `until` at the earliest. */
  | { readonly result: 'full'; readonly until: Instant }
  /** The channel may or may not have taken it (a timeout or a lost connection after sending). */
  | { readonly result: 'unknown'; readonly detail: string };

/** Names a notice outside: the same however often it is sent, and it says nothing about the case. */
export const noticeKey = (id: NoticeId): string => createHash('sha256').update(id).digest('hex').slice(0, 40);

/** What a copy that may be a second one says to its reader. */
export const repeatWords =
  'You may have had this message before. We could not tell whether the first copy arrived, so we sent it again.';

/** An e-mail to one person. */
export interface Email {
  readonly id: NoticeId;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The meeting as a calendar entry, or null with an e-mail about anything else. */
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string } | null;
  /** It may have arrived before: said to the reader, and the Message-ID is the same. */
  readonly repeat: boolean;
}

export type SendEmail = (email: Email) => Promise<SendResult>;

/** A message to one person's own chat with the bot, or into the place where a discussion lives. */
export interface TeamsMessage {
  readonly id: NoticeId;
  readonly to:
    | { readonly kind: 'person'; readonly tenantId: string; readonly userId: string }
    | { readonly kind: 'conversation'; readonly conversation: string };
  /** Shown in notifications and on lock screens: never case data. */
  readonly summary: string;
  readonly card: object;
  /** The activity to replace, when this message updates an earlier one. */
  readonly replaces: string | null;
  /** It may have arrived before: said to the reader, and the notice's key in the channel data is the same. */
  readonly repeat: boolean;
}

/** A meeting as it is to stand in a calendar outside: all that is said there. */
export interface MeetingEntry {
  readonly id: NoticeId;
  readonly reference: string;
  readonly subject: string;
  readonly text: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** Blank where people join by the link that is made with it. */
  readonly location: string;
  /** It is to have a link by which to join. */
  readonly online: boolean;
  /** It does not take place: the calendar is to tell everybody so. */
  readonly cancelled: boolean;
  /** E-mail addresses of those who have it in their calendars. */
  readonly attendees: readonly string[];
  /** The entry made before, or null where none is known to have been. */
  readonly replaces: string | null;
}

/** With the link to join by, once the calendar has given one. */
export type MeetingResult =
  | Exclude<SendResult, { result: 'sent' }>
  | { readonly result: 'sent'; readonly receipt: string; readonly joinUrl: string | null };

/** Safe to repeat: a second request finds what the first has made. */
export type SendMeeting = (entry: MeetingEntry) => Promise<MeetingResult>;

export type SendTeams = (message: TeamsMessage) => Promise<SendResult>;

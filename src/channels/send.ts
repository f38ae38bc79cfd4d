/**
 * The ways out of the service, and what each must answer. The folder has e-mail over SMTP, and the limits that Teams sets;
 * what speaks to Teams and to Microsoft Graph is in folders of their own, and answers in the same words.
 */
import type { MeetingEntry } from '../messages/meetingEntry.ts';
import type { MailContent } from '../messages/message.ts';
import type { NoticeId } from '../discussion/state/notice.ts';
import type { Instant } from '../practice/time/instant.ts';

/** What every channel must answer. Teams and e-mail share it, so proof of notice means the same thing on both. */
export type SendResult =
  /** The channel took it; `receipt` is what it answered (an activity id, an SMTP reply). */
  | { readonly result: 'sent'; readonly receipt: string }
  /** Certainly not delivered, but worth another try; not before `retryAfterMs` where the channel named a time. */
  | { readonly result: 'later'; readonly detail: string; readonly retryAfterMs: number | null }
  /** Certainly not delivered, and this route will not work: take the next one. `gone`: the address itself is no more. */
  | { readonly result: 'closed'; readonly detail: string; readonly gone?: true }
  /** Nothing was tried: the channel's limits allow it at `until` at the earliest. */
  | { readonly result: 'full'; readonly until: Instant }
  /** The channel may or may not have taken it (a timeout or a lost connection after sending). */
  | { readonly result: 'unknown'; readonly detail: string };

/** What a copy that may be a second one says to its reader. */
export const repeatWords =
  'You may have had this message before. We could not tell whether the first copy arrived, so we sent it again.';

/** An e-mail to one person. */
export interface Email extends Omit<MailContent, 'encloses'> {
  readonly id: NoticeId;
  readonly to: string;
  /** It may have arrived before: said to the reader, and the Message-ID is the same. */
  readonly repeat: boolean;
  readonly enclosed?: { readonly filename: string; readonly content: Buffer };
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

/** With the link to join by, once the calendar has given one. */
export type MeetingResult =
  | Exclude<SendResult, { result: 'sent' }>
  | { readonly result: 'sent'; readonly receipt: string; readonly joinUrl: string | null };

/** Safe to repeat: a second request finds what the first has made. */
export type SendMeeting = (entry: MeetingEntry) => Promise<MeetingResult>;

export type SendTeams = (message: TeamsMessage) => Promise<SendResult>;

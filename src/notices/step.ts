/** What one step of a delivery is given: something to say, and channels to say it on. */
import type { Instant } from '../practice/instant.ts';
import type { NoticeLog } from './log.ts';
import type { Email, SendEmail, SendTeams } from './send.ts';

/** A card, and the line shown in notifications and on lock screens: never case data in that one. */
export interface CardContent {
  readonly card: object;
  readonly summary: string;
}

/** Where an e-mail goes: somebody's own address, or a mailbox that others of their agency read too. */
export interface Mailbox {
  readonly address: string;
  readonly shared: boolean;
}

export type MailContent = Pick<Email, 'subject' | 'text' | 'html' | 'calendar'>;

/** A message to one person: made for the route it takes, because what may be said depends on who could read it. */
export interface MessageContent {
  readonly inTeams: () => CardContent;
  readonly byEmail: (to: Mailbox) => MailContent;
}

/** What every step needs. */
export interface StepParts {
  readonly sendEmail: SendEmail;
  readonly sendTeams: SendTeams;
  readonly clock: () => Instant;
  /** 0 up to 1. */
  readonly random: () => number;
  readonly log: NoticeLog;
}

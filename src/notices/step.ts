/** What one step of a delivery is given: something to say, and channels to say it on. */
import type { Instant } from '../practice/instant.ts';
import type { NoticeLog } from './log.ts';
import type { Email, SendEmail, SendTeams } from './send.ts';

/** A card, and the line shown in notifications and on lock screens: never case data in that one. */
export interface CardContent {
  readonly card: object;
  readonly summary: string;
}

/** A message to one person, in the form each route needs. */
export interface MessageContent extends CardContent {
  readonly email: Pick<Email, 'subject' | 'text' | 'html' | 'calendar'>;
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

/** The edges of one step of a delivery: channels to say something on. */
import type { Instant } from '../practice/time/instant.ts';
import type { NoticeLog } from './log.ts';
import type { SendEmail, SendTeams } from '../channels/send.ts';

export interface StepEdges {
  readonly sendEmail: SendEmail;
  readonly sendTeams: SendTeams;
  readonly clock: () => Instant;
  /** 0 up to 1. */
  readonly random: () => number;
  readonly log: NoticeLog;
}

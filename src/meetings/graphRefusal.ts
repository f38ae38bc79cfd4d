/** What an answer of Microsoft Graph that is not the event means: for the outbox, and for an administrator. */
import type { MeetingResult } from '../channels/send.ts';
import type { GraphAnswer } from './graphClient.ts';

export type Answered = Extract<GraphAnswer, { answered: true }>;

/** Failures of a mailbox, which Graph reports with the same 404 as an event that is gone. */
const mailboxCodes = [
  'ErrorInvalidUser',
  'MailboxNotEnabledForRESTAPI',
  'ResourceNotFound',
  'Request_ResourceNotFound',
];

/** The event is no longer there; the mailbox is. */
export const isGone = ({ status, code }: Answered): boolean => status === 404 && !mailboxCodes.includes(code ?? '');

/** Answers that stay the same until an administrator does something, and what that is. */
const closing: Readonly<Partial<Record<number, string>>> = {
  400: 'Microsoft Graph does not accept the request',
  401: 'Microsoft Graph does not accept this service’s sign-in. An administrator can check the app registration',
  403: 'This service may not use that calendar. An administrator can grant it Calendars.ReadWrite for the mailbox in GRAPH_ORGANISER',
  404: 'Microsoft 365 has no such mailbox. An administrator can check GRAPH_ORGANISER',
  410: 'Microsoft 365 no longer has that mailbox. An administrator can check GRAPH_ORGANISER',
};

export const refusalOf = ({ status, code, retryAfterMs }: Answered): MeetingResult => {
  const answer = `Microsoft Graph answered ${status}${code === null ? '' : ` ${code}`}`;
  const words = closing[status];
  return words === undefined
    ? { result: 'later', detail: answer, retryAfterMs }
    : { result: 'closed', detail: `${words} (${status}${code === null ? '' : ` ${code}`})` };
};

/** It did not answer at all. */
export const unanswered = ({ detail }: Extract<GraphAnswer, { answered: false }>): MeetingResult => ({
  result: 'later',
  detail,
  retryAfterMs: null,
});

export const notUnderstood: MeetingResult = {
  result: 'later',
  detail: 'Microsoft Graph answered in a way we do not understand',
  retryAfterMs: null,
};

export const deletedMeanwhile: MeetingResult = {
  result: 'later',
  detail: 'The event was deleted while it was being changed',
  retryAfterMs: null,
};

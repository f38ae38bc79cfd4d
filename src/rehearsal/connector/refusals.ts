/** How the Bot Connector says no: the statuses and error codes Teams documents. */
import { z } from 'zod';
import type { Answer } from './operation.ts';

export const refuse = (status: number, code: string, message: string): Answer => ({
  status,
  body: { error: { code, message } },
});

export const noConversation = refuse(404, 'ConversationNotFound', 'Conversation not found.');
export const noActivity = refuse(
  404,
  'ActivityNotFoundInConversation',
  'The activity was not found in the conversation.',
);
export const noMember = refuse(404, 'MemberNotFoundInConversation', 'Member not found in conversation.');
export const noTeam = refuse(404, 'NotFound', 'Team not found.');
export const notInRoster = refuse(
  403,
  'BotNotInConversationRoster',
  'The recipient is not a member of the conversation.',
);
export const notInstalled = refuse(
  403,
  'ForbiddenOperationException',
  'The bot is not installed in the user’s personal scope.',
);
export const tooBig = refuse(413, 'MessageSizeTooBig', 'Message size too large.');
export const notOffered = refuse(404, 'NotFound', 'The pretend Teams does not offer this.');
export const badSyntax = (fault: z.ZodError): Answer => refuse(400, 'BadSyntax', z.prettifyError(fault));

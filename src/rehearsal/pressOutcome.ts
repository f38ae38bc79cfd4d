/** Reads a bot's answer to `Action.Execute`, and turns it into what the person sees. */
import { z } from 'zod';
import type { InvokeAnswer } from './invoke.ts';

export type PressOutcome =
  | { readonly kind: 'card'; readonly card: Record<string, unknown> }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'error'; readonly code: string; readonly message: string }
  /** The bot took it and had nothing to show. */
  | { readonly kind: 'nothing' }
  /** Teams' own words for this are "Unable to reach app". */
  | { readonly kind: 'unreachable' };

/** Older pages of the documentation print the second name for a card. */
const cardTypes = ['application/vnd.microsoft.card.adaptive', 'application/vnd.microsoft.adaptive.card'] as const;

const answerShape = z.union([
  z.object({ type: z.enum(cardTypes), value: z.record(z.string(), z.unknown()) }),
  z.object({ type: z.literal('application/vnd.microsoft.activity.message'), value: z.string() }),
  z.object({
    type: z.enum(['application/vnd.microsoft.error', 'application/vnd.microsoft.error.preconditionFailed']),
    value: z.object({ code: z.string().default('Error'), message: z.string().default('') }),
  }),
  z.object({ type: z.literal('application/vnd.microsoft.activity.loginRequest'), value: z.unknown() }),
]);

const unusable = (code: string): PressOutcome => ({
  kind: 'error',
  code,
  message: 'Something went wrong. Please try again.',
});

export const readInvokeAnswer = (answer: InvokeAnswer): PressOutcome => {
  if (answer === null) return { kind: 'unreachable' };
  if (answer.status !== 200) return unusable(`HTTP ${answer.status}`);
  const parsed = answerShape.safeParse(answer.body);
  if (!parsed.success) return unusable('UnknownAnswer');
  switch (parsed.data.type) {
    case 'application/vnd.microsoft.card.adaptive':
    case 'application/vnd.microsoft.adaptive.card':
      return { kind: 'card', card: parsed.data.value };
    case 'application/vnd.microsoft.activity.message':
      return { kind: 'message', text: parsed.data.value };
    case 'application/vnd.microsoft.error':
    case 'application/vnd.microsoft.error.preconditionFailed':
      return { kind: 'error', ...parsed.data.value };
    case 'application/vnd.microsoft.activity.loginRequest':
      return { kind: 'error', code: 'LoginRequest', message: 'The app asked for a sign-in, which is not rehearsed.' };
  }
};

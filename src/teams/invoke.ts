/** A button pressed on a card, from the activity to the body of its answer. */
import type { Activity, TurnContext } from 'botbuilder';
import { ActivityTypes } from 'botbuilder';
import { z } from 'zod';
import type { Answer, Edges } from './edges.ts';
import { UnreadablePress } from './press.ts';
import { handlerOf, refreshes } from './verbs.ts';
import type { Identity } from './who.ts';
import { withWhy } from '../cards/why.ts';
import { uncited } from '../words/citation.ts';

/** What a button sends. Anything else was not made by one of our cards. */
const pressed = z.object({
  action: z.object({ type: z.literal('Action.Execute'), verb: z.string(), data: z.record(z.string(), z.unknown()) }),
  trigger: z.string().optional(),
});
const executed = z.object({ action: z.object({ type: z.literal('Action.Execute') }) });

export const isInvoke = ({ type }: Activity): boolean => type === 'invoke';

export const isButton = (activity: Activity): boolean =>
  isInvoke(activity) && activity.name === 'adaptiveCard/action' && executed.safeParse(activity.value).success;

interface InvokeBody {
  readonly statusCode: number;
  readonly type: string;
  readonly value: unknown;
}

export const respond = async (context: TurnContext, body: object): Promise<void> => {
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
};

/** Never rejects: a fault is noted, and the person is shown its reference. */
export const answerPress = async (
  activity: Activity,
  edges: Edges & {
    readonly identify: (activity: Activity) => Promise<Identity>;
    readonly fault: (error: unknown) => string;
  },
): Promise<InvokeBody> => {
  const read = pressed.safeParse(activity.value);
  if (!read.success) return refusedBody(unreadable);
  const { action, trigger } = read.data;
  const found = handlerOf(action.verb);
  if (found === null) return refusedBody('This button is not one of ours any more. Type /strategy help.');
  const { verb, handler } = found;
  if (trigger === 'automatic' && !refreshes.includes(verb)) return refusedBody(unreadable);
  try {
    const identity = await edges.identify(activity);
    if (!identity.known) return answerBody({ text: identity.because });
    return answerBody(await handler({ verb: action.verb, data: action.data, who: identity.who }, edges));
  } catch (error) {
    return error instanceof UnreadablePress ? refusedBody(unreadable) : faultBody(edges.fault(error));
  }
};

const answerBody = (answer: Answer): InvokeBody =>
  'card' in answer
    ? { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: withWhy(answer.card) }
    : { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: uncited(answer.text).text };

const unreadable = 'This button or form could not be read. Nothing was changed.';

export const refusedBody = (message: string): InvokeBody => ({
  statusCode: 400,
  type: 'application/vnd.microsoft.error',
  value: { code: 'BadRequest', message },
});

const faultBody = (reference: string): InvokeBody => ({
  statusCode: 500,
  type: 'application/vnd.microsoft.error',
  value: {
    code: 'InternalError',
    message: `Something went wrong. Open the discussion again to see whether it was done. Quote ${reference} to your administrator.`,
  },
});

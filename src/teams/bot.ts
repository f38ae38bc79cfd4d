/**
 * The conversation in Teams, and the only folder that may import the bot SDKs. This file routes: what somebody typed
 * (typedMessage.ts, commands/), a button of a card (invoke.ts, verbs.ts), and everything else to a safe answer. Who is asking
 * comes from the authenticated activity (who.ts).
 */
import { Application } from '@microsoft/teams-ai';
import { ActivityTypes, type Activity, type TurnContext } from 'botbuilder';
import type { SendTeams } from '../channels/send.ts';
import type { SayLine } from './sayLine.ts';
import type { Edges } from './edges.ts';
import { suggestRecording } from './arrivals/reported.ts';
import { answerPress, isButton, isInvoke, refusedBody, respond } from './invoke.ts';
import { answerMessage } from './typedMessage.ts';
import { answerSearch, isSearch } from './peopleSearch.ts';
import { isWithin, type Roster } from './roster.ts';
import { welcome } from './welcome.ts';
import { identify } from './who.ts';

export interface BotEdges extends Edges {
  readonly roster: Roster;
  readonly sendTeams: SendTeams;
  readonly sayLine: SayLine;
  readonly allowedTenants: readonly string[];
  /** Notes a fault under a reference that people are shown instead of the error. */
  readonly fault: (error: unknown) => string;
}

export const createBot = (edges: BotEdges): { run(context: TurnContext): Promise<void> } => {
  const { roster, allowedTenants } = edges;
  const answering = { ...edges, identify: (activity: Activity) => identify(activity, edges) };
  const app = new Application({ removeRecipientMention: false, startTypingTimer: false });
  // Answered by our own invoke response: the library broadcasts a returned card that has `refresh` to everybody.
  app.adaptiveCards.actionExecute(
    ({ activity }) => Promise.resolve(isButton(activity)),
    async (context) => {
      await respond(context, await answerPress(context.activity, answering));
      return '';
    },
  );
  app.addRoute(
    ({ activity }) => Promise.resolve(isSearch(activity)),
    async (context) => respond(context, await answerSearch(context.activity, answering)),
    true,
  );
  app.addRoute(
    ({ activity }) => Promise.resolve(isInvoke(activity)),
    (context) => respond(context, refusedBody('This is not something the bot can do. Nothing was changed.')),
    true,
  );
  app.activity(ActivityTypes.Message, (context) => answerMessage(context, answering));
  app.activity(ActivityTypes.MessageUpdate, (context) => answerMessage(context, answering));
  app.activity(ActivityTypes.Event, ({ activity }) => suggestRecording(activity, edges));
  app.activity(ActivityTypes.ConversationUpdate, async ({ activity }) => {
    if (isWithin(allowedTenants, activity)) await roster.meet(activity);
  });
  app.activity(ActivityTypes.InstallationUpdate, async ({ activity }) => {
    if (!isWithin(allowedTenants, activity)) return;
    await roster.meet(activity);
    await welcome(activity, edges);
  });
  return {
    run: async (context) => {
      await app.run(context);
    },
  };
};

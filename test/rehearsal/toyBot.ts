/** A small bot on the real adapter, enough to see the pretend tenant from a bot's side. It knows nothing of the product. */
import { mkdtempSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CardFactory, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { Activity, TurnContext } from 'botbuilder';
import express from 'express';
import { startRehearsal } from '../../src/rehearsal/rehearsal.ts';
import type { Rehearsal } from '../../src/rehearsal/rehearsal.ts';

export interface ToyTenant {
  readonly origin: string;
  readonly rehearsal: Rehearsal;
  readonly adapter: CloudAdapter;
  readonly dataDir: string;
  /** Every activity the bot was given, installations apart. */
  readonly received: Activity[];
  readonly installations: Activity[];
  close(): Promise<void>;
}

export type ToyLogic = (context: TurnContext) => Promise<unknown>;

export const silent: ToyLogic = () => Promise.resolve();

export const adaptiveCard = (text: string, more: Record<string, unknown> = {}) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text, wrap: true }],
  ...more,
});

export const withCard = (card: unknown): Partial<Activity> => ({
  type: 'message',
  attachments: [CardFactory.adaptiveCard(card)],
});

/** Answers an invoke from inside the turn, so that nothing but this answer reaches the tenant. */
export const answerInvoke = (context: TurnContext, type: string, value: unknown) =>
  context.sendActivity({ type: 'invokeResponse', value: { status: 200, body: { statusCode: 200, type, value } } });

export const cardType = 'application/vnd.microsoft.card.adaptive';
export const messageType = 'application/vnd.microsoft.activity.message';
export const errorType = 'application/vnd.microsoft.error';

export const newDataDir = (): string => mkdtempSync(join(tmpdir(), 'rehearsal-'));

/** Starts a server with the bot and the rehearsal in it, composed as the product composes them. */
export const startToyTenant = async (
  logic: ToyLogic,
  options: {
    readonly dataDir?: string;
    readonly now?: () => Date;
    /** Where the tenant looks for the bot, when not where it is. */
    readonly botAt?: string;
    /** Any that is free, unless it is to be where one was before. */
    readonly port?: number;
  } = {},
): Promise<ToyTenant> => {
  const dataDir = options.dataDir ?? newDataDir();
  const app = express();
  const server = await new Promise<Server>((resolve) => {
    const listening = app.listen(options.port ?? 0, '127.0.0.1', () => resolve(listening));
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  const received: Activity[] = [];
  const installations: Activity[] = [];
  app.post('/api/messages', express.json(), async (req, res) => {
    await adapter.process(req, res, async (context) => {
      const { activity } = context;
      const installs = activity.type === 'conversationUpdate' || activity.type === 'installationUpdate';
      (installs ? installations : received).push(structuredClone(activity));
      if (!installs) await logic(context);
    });
  });
  const rehearsal = await startRehearsal({
    dataDir,
    origin: options.botAt ?? origin,
    now: options.now ?? (() => new Date()),
  }).catch((fault: unknown) => {
    server.close();
    throw fault;
  });
  app.use('/rehearsal', rehearsal.router);
  return {
    origin,
    rehearsal,
    adapter,
    dataDir,
    received,
    installations,
    close: async () => {
      await rehearsal.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

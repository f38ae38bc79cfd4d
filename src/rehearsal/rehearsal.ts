/**
 * A pretend Teams tenant on this machine: people to be, places to talk in, cards to press, mailboxes to read. It stands
 * in for Microsoft's cloud and nothing else. It knows the bot by its address only: activities go to `/api/messages`,
 * answers come back through the Bot Connector, mail comes over SMTP. It has no rule of the product.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Router } from 'express';
import { createApi } from './api/api.ts';
import { createChanges } from './changes.ts';
import type { MovableClock } from './clock.ts';
import { createClient } from './client.ts';
import { createConnector } from './connector/connector.ts';
import { createEvents } from './events.ts';
import { createFaults } from './faults.ts';
import { keepInstalling } from './installing.ts';
import { refuseStrangers } from './loopback.ts';
import { startMailServer } from './mailbox.ts';
import { servePage } from './page.ts';
import { councilTenantId } from './fictionalPerson.ts';
import { people } from './people.ts';
import type { FictionalPerson } from './fictionalPerson.ts';
import { botAppId } from './places.ts';
import type { Procedure } from './procedure.ts';
import { openStorage } from './storage.ts';

export interface Rehearsal {
  /** To be mounted at `/rehearsal`. */
  readonly router: Router;
  readonly smtpPort: number;
  readonly people: readonly FictionalPerson[];
  readonly tenantId: string;
  readonly botId: string;
  close(): Promise<void>;
}

/**
 * Opens the tenant kept in `dataDir` and starts its mail server. `origin` is where the product listens, such as
 * http://127.0.0.1:3978; `smtpPort` 0 takes any free port. Rejects with `RehearsalUnavailable` when the file cannot be
 * used, and with the system's error when the port cannot.
 */
export const startRehearsal = async (options: {
  readonly dataDir: string;
  readonly origin: string;
  readonly now: () => Date;
  readonly smtpPort?: number;
  /** Mailboxes only: people talk with the bot elsewhere, so it is installed nowhere here and nobody has a place to talk. */
  readonly mailOnly?: boolean;
  readonly procedure?: Procedure;
  /** Left out, time passes by itself only. */
  readonly clock?: MovableClock;
}): Promise<Rehearsal> => {
  const { dataDir, origin, now, mailOnly = false, procedure = null, clock = null } = options;
  mkdirSync(dataDir, { recursive: true });
  const storage = openStorage(join(dataDir, 'rehearsal.sqlite'));
  const changes = createChanges();
  const events = createEvents(changes);
  const faults = createFaults();
  const client = createClient({ storage, events, faults, now, origin });
  const mailServer = await startMailServer({ storage, events, faults, now, port: options.smtpPort ?? 0 }).catch(
    (fault: unknown) => {
      storage.close();
      throw fault;
    },
  );
  const installing = mailOnly ? null : keepInstalling(client);

  const router = Router();
  router.use(refuseStrangers);
  router.use((_req, res, next) => {
    res.setHeader('x-content-type-options', 'nosniff');
    next();
  });
  if (!mailOnly) router.use('/connector', createConnector({ storage, events, faults, now }));
  router.use(
    '/api',
    createApi({
      storage,
      changes,
      events,
      faults,
      client,
      mailOnly,
      procedure,
      clock,
      installAgain: () => installing?.again(),
    }),
  );
  router.use(servePage());

  return {
    router,
    smtpPort: mailServer.port,
    people,
    tenantId: councilTenantId,
    botId: botAppId,
    close: async () => {
      await installing?.stop();
      events.close();
      await mailServer.close();
      storage.close();
    },
  };
};

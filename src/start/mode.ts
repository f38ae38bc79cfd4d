/** What differs by mode: where mail goes, whom the bot answers, which pages there are. Part of the composition root. */
import type { Router } from 'express';
import type { Meetings } from './meetingEvents.ts';
import { CannotStart } from './cannotStart.ts';
import type { Config } from './config.ts';
import type { Directory } from '../directory/directory.ts';
import { isLoopbackUrl } from '../store/loopback.ts';
import { createMailer } from '../channels/email.ts';
import type { SendEmail } from '../channels/send.ts';
import type { Instant } from '../practice/time/instant.ts';
import { standards } from '../practice/practice.ts';
import { standardKeys, type StandardKey } from '../practice/language/vocabulary.ts';
import type { Procedure } from '../rehearsal/procedure.ts';
import type { Rehearsal, startRehearsal as StartRehearsal } from '../rehearsal/rehearsal.ts';

export interface Surroundings {
  readonly sendEmail: SendEmail;
  /** Null: the convenor says how to join. */
  readonly meetings: Meetings | null;
  /** The address notices come from. */
  readonly from: string;
  /** Where people outside can open this service. */
  readonly publicUrl: string;
  readonly allowedTenants: readonly string[];
  /** Whether the bot may send its answers, and with them its token, to this service address. */
  readonly mayAnswer: (serviceUrl: string) => boolean;
  readonly pages: readonly { readonly path: string; readonly router: Router }[];
  readonly home: string | null;
  close(): Promise<void>;
}

interface Given {
  readonly config: Config;
  readonly origin: string;
  readonly now: () => Date;
  readonly clock: () => Instant;
  readonly directory: Directory;
  /** What new discussions are convened under. Only a rehearsal may change it while it runs. */
  readonly standard: { readonly current: () => StandardKey; readonly choose: (key: StandardKey) => void };
}

export const surroundingsOf = (given: Given): Promise<Surroundings> =>
  given.config.mode === 'live' ? live(given.config, given.clock) : rehearsed(given);

/** The Bot Framework's own service hosts; nothing else may receive what the bot says. */
const serviceHosts = [
  'smba.trafficmanager.net',
  'smba.infra.teams.microsoft.com',
  'smba.infra.gcc.teams.microsoft.com',
];

type LiveConfig = Extract<Config, { mode: 'live' }>;

/** The Graph client is loaded only where it is used. */
const meetingsOf = async (
  { graphOrganiser, registration }: LiveConfig,
  clock: () => Instant,
): Promise<Meetings | null> => {
  if (graphOrganiser === null) return null;
  const { createGraphMeetings } = await import('../meetings/graph.ts');
  const { graphToken } = await import('../meetings/token.ts');
  const send = createGraphMeetings({ organiser: graphOrganiser, token: graphToken(registration), clock });
  return { send, tenantId: registration.tenantId };
};

const live = async (config: LiveConfig, clock: () => Instant): Promise<Surroundings> => {
  const { smtp, publicUrl, allowedTenants } = config;
  return {
    sendEmail: createMailer({ ...smtp, secure: smtp.port === 465, clock }),
    meetings: await meetingsOf(config, clock),
    from: smtp.from,
    publicUrl,
    allowedTenants,
    mayAnswer: (serviceUrl) => {
      const url = URL.parse(serviceUrl);
      return url !== null && url.protocol === 'https:' && serviceHosts.includes(url.hostname);
    },
    pages: [],
    home: null,
    close: () => Promise.resolve(),
  };
};

/**
 * Rehearsal and playground: the people of a pretend tenant in the directory, its mail captured. The Playground brings its
 * own conversations, so there the tenant has only mailboxes.
 */
const rehearsed = async ({ config, origin, now, clock, directory, standard }: Given): Promise<Surroundings> => {
  const rehearsal = await startTenant({
    dataDir: config.dataDir,
    origin,
    now,
    mailOnly: config.mode === 'playground',
    procedure: procedureOf(standard),
  });
  const people = peopleOf(rehearsal, config.mode === 'playground' ? await playgroundCast() : () => true);
  const imported = await directory.importPeople(JSON.stringify({ people }));
  if (imported.result === 'refused') throw new Error(`the rehearsal's people: ${imported.faults.join(' ')}`);
  const from = 'strategy@exampleshire.gov.uk';
  return {
    sendEmail: createMailer({
      host: '127.0.0.1',
      port: rehearsal.smtpPort,
      secure: false,
      from,
      auth: null,
      clock,
    }),
    meetings: null,
    from,
    publicUrl: origin,
    allowedTenants: [rehearsal.tenantId],
    mayAnswer: isLoopbackUrl,
    pages: [{ path: '/rehearsal', router: rehearsal.router }],
    home: '/rehearsal/',
    close: () => rehearsal.close(),
  };
};

const procedureOf = ({ current, choose }: Given['standard']): Procedure => ({
  options: standardKeys.map((key) => ({ value: key, words: standards[key].title })),
  current,
  choose: (value) => {
    const key = standardKeys.find((known) => known === value);
    if (key !== undefined) choose(key);
  },
});

/** The tenant's people as a directory lists them; the referrer and the outsider are not in it. */
const peopleOf = ({ people, tenantId }: Rehearsal, isInTeams: (id: string) => boolean) =>
  people
    .filter((p) => p.teams === null || p.teams.tenantId === tenantId)
    .filter((p) => !p.roles.includes('referrer'))
    .map(({ id, name, title, agency, roles, rank, email, teams }) => ({
      id,
      name,
      title,
      agency,
      roles,
      rank,
      email,
      teams: teams === null || !isInTeams(id) ? null : { tenantId: teams.tenantId, userId: teams.userId },
    }));

const playgroundCast = async (): Promise<(personId: string) => boolean> =>
  (await import('../playground/cast.ts')).isInPlayground;

/** Loaded on demand: a live service never has the pretend tenant in memory, nor the packages it is made with. */
const startTenant = async (options: Parameters<typeof StartRehearsal>[0]): Promise<Rehearsal> => {
  const [{ startRehearsal }, { RehearsalUnavailable }] = await Promise.all([
    import('../rehearsal/rehearsal.ts'),
    import('../rehearsal/storage.ts'),
  ]).catch((error: unknown) => {
    throw isPackageMissing(error)
      ? new CannotStart('The rehearsal is not installed here: run npm ci without --omit=dev, or set MODE=live.', {
          cause: error,
        })
      : error;
  });
  return startRehearsal(options).catch((error: unknown) => {
    throw error instanceof RehearsalUnavailable ? new CannotStart(error.message, { cause: error }) : error;
  });
};

const isPackageMissing = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith('Cannot find package');

/** Live: mail over the council's server, meetings in its calendar, and answers to Microsoft's own service only. */
import { createProof } from '../door/proof.ts';
import { createSigningKeys } from '../door/signingKeys.ts';
import type { Instant } from '../practice/time/instant.ts';
import type { LiveConfig } from './config.ts';
import { mailerOnDemand } from './mail.ts';
import type { Meetings } from './meetingEvents.ts';
import type { Mode, ModeEdges } from './modeShape.ts';

/** The Bot Framework's own service hosts; nothing else may receive what the bot says. */
const serviceHosts = [
  'smba.trafficmanager.net',
  'smba.infra.teams.microsoft.com',
  'smba.infra.gcc.teams.microsoft.com',
];

/** As Microsoft writes it: another port, or a name and a password in it, is somebody else's. */
const isServiceOfTeams = (serviceUrl: string): boolean => {
  const url = URL.parse(serviceUrl);
  const isPlain = url?.port === '' && url.username === '' && url.password === '';
  return isPlain && url.protocol === 'https:' && serviceHosts.includes(url.hostname);
};

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

export const liveMode = async (config: LiveConfig, edges: ModeEdges): Promise<Mode> => {
  const { smtp, publicUrl, allowedTenants, proxies, operatorToken, registration } = config;
  const { clock, now, tokenKeys } = edges;
  return {
    sendEmail: mailerOnDemand({ ...smtp, secure: smtp.port === 465, clock }),
    meetings: await meetingsOf(config, clock),
    from: smtp.from,
    publicUrl,
    allowedTenants,
    proof: createProof({ appId: registration.appId, keys: createSigningKeys(tokenKeys, now), now }),
    proxies,
    operatorToken,
    mayAnswer: isServiceOfTeams,
    pages: [],
    home: null,
    close: () => Promise.resolve(),
  };
};

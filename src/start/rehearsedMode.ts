/**
 * Rehearsal and playground: the people of a pretend tenant in the directory, its mail captured. The Playground brings its
 * own conversations, so there the tenant has only mailboxes.
 */
import type { Procedure } from '../rehearsal/procedure.ts';
import type { Rehearsal } from '../rehearsal/rehearsal.ts';
import { isLoopbackUrl } from '../store/loopback.ts';
import { mailerOnDemand } from './mail.ts';
import type { Mode, ModeEdges } from './modeShape.ts';
import { startTenant } from './tenant.ts';

export const rehearsedMode = async (edges: ModeEdges): Promise<Mode> => {
  const { config, origin, now, clock, movable, directory, standard } = edges;
  const rehearsal = await startTenant({
    dataDir: config.dataDir,
    origin,
    now,
    mailOnly: config.mode === 'playground',
    procedure: procedureOf(standard),
    ...(movable === null ? {} : { clock: movable }),
  });
  const people = peopleOf(rehearsal, config.mode === 'playground' ? await playgroundCast() : () => true);
  const imported = await directory.importPeople(JSON.stringify({ people }));
  if (imported.result === 'refused') throw new Error(`the rehearsal's people: ${imported.faults.join(' ')}`);
  const from = 'strategy@exampleshire.gov.uk';
  return {
    sendEmail: mailerOnDemand({
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
    proof: null,
    proxies: 0,
    operatorToken: null,
    mayAnswer: isLoopbackUrl,
    pages: [{ path: '/rehearsal', router: rehearsal.router }],
    home: '/rehearsal/',
    close: () => rehearsal.close(),
  };
};

const procedureOf = ({ known, current, choose }: ModeEdges['standard']): Procedure => ({
  options: known.map(({ key, title }) => ({ value: key, words: title })),
  current,
  choose: (value) => {
    const chosen = known.find(({ key }) => key === value);
    if (chosen !== undefined) choose(chosen.key);
  },
});

/** The tenant's people as a directory lists them; the referrer and the outsider are not in it. */
const peopleOf = ({ people, tenantId }: Rehearsal, isInTeams: (id: string) => boolean) =>
  people
    .filter((p) => p.teams === null || p.teams.tenantId === tenantId)
    .filter((p) => !p.roles.includes('referrer'))
    .map(({ id, name, title, agency, roles, rank, offices = [], email, telephone, teams }) => ({
      id,
      name,
      title,
      agency,
      roles,
      rank,
      offices,
      email,
      telephone,
      teams: teams === null || !isInTeams(id) ? null : { tenantId: teams.tenantId, userId: teams.userId },
    }));

const playgroundCast = async (): Promise<(personId: string) => boolean> =>
  (await import('../playground/cast.ts')).isInPlayground;

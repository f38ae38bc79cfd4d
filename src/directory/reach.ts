/** How people are reached as the directory stands today. */
import type { Directory, DirectoryPerson } from './directory.ts';
import type { Participant } from '../discussion/state/people.ts';
import type { Discussion } from '../discussion/state/discussion.ts';
import { everKnown, isKeptFrom } from '../discussion/state/discussion.ts';
import type { PersonRecipient, Watcher } from '../discussion/state/notice.ts';

/** How one person can be reached at the time of sending. */
export interface Reach {
  readonly teams: { readonly tenantId: string; readonly userId: string } | null;
  readonly email: string | null;
  /** The shared mailbox of their agency. */
  readonly inbox: string | null;
}

/**
 * A directory person is reached as the directory says today; others by the address they were invited or named with. Where
 * neither gets through, the shared mailbox of their agency serves.
 */
export const reachOf = async (recipient: PersonRecipient, d: Discussion, directory: Directory): Promise<Reach> => {
  const named =
    recipient.to === 'referrer' ? d.referral.referrer : everKnown(d).find((p) => p.personId === recipient.personId);
  const person = named === undefined ? null : await directory.byId(named.personId);
  const own =
    person === null ? { teams: null, email: named?.email ?? null } : { teams: person.teams, email: person.email };
  const agency = named?.agency ?? '';
  // Others of the agency read it.
  const inbox = agency === '' || d.isRestricted ? null : ((await directory.inboxOf(agency))?.email ?? null);
  return { ...own, inbox: inbox === own.email ? null : inbox };
};

/**
 * A service manager answers for the service; where the directory has none, the convenor of today, or of then where the
 * discussion cannot be read. Of a discussion that is kept from them, whoever chairs it hears.
 */
export const watcherReach = async (
  { otherwise }: Watcher,
  d: Discussion | null,
  directory: Directory,
): Promise<Reach> => {
  const manager = await answersForService(directory);
  const isKept = d !== null && manager !== undefined && isKeptFrom(d, manager.id);
  const instead = isKept ? d.chair.personId : (d?.convenor.personId ?? otherwise);
  const person = isKept || manager === undefined ? await directory.byId(instead) : manager;
  return { teams: person?.teams ?? null, email: person?.email ?? null, inbox: null };
};

/** The service manager, or the first of several. */
export const answersForService = async (directory: Pick<Directory, 'all'>): Promise<DirectoryPerson | undefined> =>
  (await directory.all()).find(({ rank }) => rank === 'serviceManager');

/** The way an invitation would go; to `neither` somebody has to telephone. */
export type Reached = 'teams' | 'email' | 'inbox' | 'neither';

/** How they would be told, as far as the directory knows today: seen before they are invited, while it can still be mended. */
export const reachedBy = async (
  { personId, email, agency }: Pick<Participant, 'personId' | 'email' | 'agency'>,
  directory: Pick<Directory, 'byId' | 'inboxOf'>,
): Promise<Reached> => {
  const person = await directory.byId(personId);
  if (person?.teams != null) return 'teams';
  if ((person?.email ?? email) !== null) return 'email';
  return (await directory.inboxOf(agency)) === null ? 'neither' : 'inbox';
};

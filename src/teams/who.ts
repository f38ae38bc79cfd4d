/** Who is asking: the person behind an activity, as Microsoft's sign-in and the directory know them. */
import type { Activity } from 'botbuilder';
import type { Directory, DirectoryPerson } from '../directory/directory.ts';
import type { Actor } from '../discussion/state/people.ts';
import { personId } from '../discussion/state/people.ts';
import { usualRole } from './directoryPeople.ts';
import { isWithin, senderOf, type Roster } from './roster.ts';

/** The authenticated person behind an activity, once the directory knows them. */
export interface Who {
  readonly person: DirectoryPerson;
  readonly actor: Actor;
  /** Their id in Teams (`29:...`), for views meant for them alone. */
  readonly teamsId: string;
}

interface Account {
  readonly tenantId: string;
  readonly userId: string;
}

export type Identity =
  | { readonly known: true; readonly who: Who }
  /** `account` is where they can be told so privately; null in another tenant, where the bot may not write to anybody. */
  | { readonly known: false; readonly because: string; readonly account: Account | null };

/** docs/decisions/010: authority comes from the authenticated person and their tenant, never from a card. */
export const identify = async (
  activity: Activity,
  edges: {
    readonly directory: Directory;
    readonly roster: Roster;
    readonly authority: string;
    readonly allowedTenants: readonly string[];
  },
): Promise<Identity> => {
  const { authority } = edges;
  const sender = senderOf(activity);
  if (sender === null || !isWithin(edges.allowedTenants, activity)) {
    const because = `This bot works for ${authority} only. Ask the person who invited you how to take part.`;
    return { known: false, because, account: null };
  }
  await edges.roster.meet(activity);
  const person = await edges.directory.byTeamsUser(sender.tenantId, sender.userId);
  if (person === null) {
    const because = `You are not in the directory of ${authority} yet. Ask your administrator to add you.`;
    return { known: false, because, account: sender };
  }
  return { known: true, who: { person, actor: actorOf(person), teamsId: activity.from.id } };
};

const actorOf = (person: DirectoryPerson): Actor => ({
  personId: personId(person.id),
  name: person.name,
  role: usualRole(person),
  agency: person.agency,
  rank: person.rank,
  ...(person.offices.length === 0 ? {} : { offices: person.offices }),
  via: 'teams',
});

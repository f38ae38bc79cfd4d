/**
 * The places of the pretend tenant: one team with one channel, one group chat, and each person's own chat with the bot.
 * They follow from the cast alone, so nothing about them needs storing.
 */
import { createHash } from 'node:crypto';
import { councilTenantId } from './fictionalPerson.ts';
import { outsider, people } from './people.ts';
import type { FictionalPerson } from './fictionalPerson.ts';

export const botName = 'Strategy bot';
export const botAppId = '4c9e2d71-83ab-4f60-b5d2-9a0e1f7c6b38';
/** Teams writes a bot's id as `28:` and its app id. */
export const botId = `28:${botAppId}`;

interface PlaceFacts {
  readonly id: string;
  readonly name: string;
  readonly members: readonly FictionalPerson[];
  readonly tenantId: string;
}
export type Place =
  | (PlaceFacts & { readonly kind: 'channel'; readonly teamId: string; readonly teamName: string })
  | (PlaceFacts & { readonly kind: 'groupChat' })
  | (PlaceFacts & { readonly kind: 'personal' });

const membersInTeams = people.filter((person) => person.teams !== null);
const colleagues = membersInTeams.filter((person) => person !== outsider);

export const channel: Place & { kind: 'channel' } = {
  kind: 'channel',
  id: '19:f1c6b2d04e7a4c0f9b3d5a8e6c7f0d12@thread.tacv2',
  name: 'Strategy discussions',
  members: membersInTeams,
  tenantId: councilTenantId,
  teamId: '19:0b7d3e9ac15f48d2a6e4f80c91b2d357@thread.tacv2',
  teamName: 'Children’s safeguarding',
};

export const groupChat: Place & { kind: 'groupChat' } = {
  kind: 'groupChat',
  id: '19:6ad0c81f52e94b7793f5d1b8e0a4c2de@thread.v2',
  name: 'Safeguarding huddle',
  members: colleagues,
  tenantId: councilTenantId,
};

/** Each person's chat with the bot, in the order of the cast. The outsider has none: the bot is not installed for them. */
export const personalChats: readonly (Place & { kind: 'personal' })[] = colleagues.map((person) => ({
  kind: 'personal',
  id: `a:1${createHash('sha256').update(`${person.id}/${botAppId}`).digest('base64url')}`,
  name: `Your chat with ${botName}`,
  members: [person],
  tenantId: councilTenantId,
}));

export const places: readonly Place[] = [channel, groupChat, ...personalChats];

/** The address of a place within one person's view: what the page and the tests name it by. */
export type PlaceName = 'channel' | 'group' | 'chat';

/** Finds the place a person means by a name; undefined when they are not in it. */
export const placeOf = (person: FictionalPerson, name: string): Place | undefined =>
  places.find((place) => nameOf(place) === name && place.members.includes(person));

/** The name of a place within a person's view. */
export const nameOf = (place: Place): PlaceName =>
  place.kind === 'channel' ? 'channel' : place.kind === 'groupChat' ? 'group' : 'chat';

/** The places a person has, as the page lists them. */
export const placesOf = (person: FictionalPerson): readonly Place[] =>
  places.filter((place) => place.members.includes(person));

const threadMark = ';messageid=';

/** A conversation id as bots use it. In a channel every thread is a conversation of its own. */
export const conversationIdOf = (place: Place, thread: string | null): string =>
  place.kind === 'channel' && thread !== null ? `${place.id}${threadMark}${thread}` : place.id;

/** Splits a conversation id into place and thread; undefined when there is no such place. */
export const parseConversationId = (id: string): { place: Place; thread: string | null } | undefined => {
  const [base, thread] = id.split(threadMark);
  const place = places.find((candidate) => candidate.id === base);
  return place && { place, thread: thread ?? null };
};

/** Finds a person by the id bots know them by, or by their Entra object id. Teams accepts either. */
export const findByTeamsId = (id: string): FictionalPerson | undefined =>
  people.find((person) => person.teams !== null && (person.teams.mri === id || person.teams.userId === id));

export const findPerson = (id: string): FictionalPerson | undefined => people.find((person) => person.id === id);

/** Who is in a conversation, as the Bot Connector answers it. A team has the members of its channel. */
import { z } from 'zod';
import type { FictionalPerson } from '../fictionalPerson.ts';
import { channel, findByTeamsId, parseConversationId } from '../places.ts';
import { paramOf, type Operation } from './operation.ts';
import { noConversation, noMember, refuse } from './refusals.ts';

const membersOf = (conversationId: string): readonly FictionalPerson[] | undefined =>
  conversationId === channel.teamId ? channel.members : parseConversationId(conversationId)?.place.members;

const memberOf = (person: FictionalPerson) => {
  const [givenName = person.name, ...rest] = person.name.split(' ');
  return {
    id: person.teams?.mri,
    name: person.name,
    aadObjectId: person.teams?.userId,
    givenName,
    surname: rest.join(' '),
    email: person.email,
    userPrincipalName: person.email,
    tenantId: person.teams?.tenantId,
    userRole: 'user',
  };
};

export const listMembers: Operation = (req) => {
  const members = membersOf(paramOf(req, 'conversationId'));
  return members ? { status: 200, body: members.map(memberOf) } : noConversation;
};

/** Teams pages by 50 to 500; smaller pages are allowed here so that paging can be seen with a small cast. */
const pageShape = z.object({
  pageSize: z.coerce.number().int().min(1).max(500).default(200),
  continuationToken: z.coerce.number().int().nonnegative().default(0),
});

export const pageOfMembers: Operation = (req) => {
  const members = membersOf(paramOf(req, 'conversationId'));
  if (!members) return noConversation;
  const page = pageShape.safeParse(req.query);
  if (!page.success) return refuse(400, 'BadArgument', 'Bad page.');
  const { pageSize, continuationToken: from } = page.data;
  const next = from + pageSize;
  return {
    status: 200,
    body: {
      members: members.slice(from, next).map(memberOf),
      ...(next < members.length ? { continuationToken: String(next) } : {}),
    },
  };
};

export const oneMember: Operation = (req) => {
  const members = membersOf(paramOf(req, 'conversationId'));
  if (!members) return noConversation;
  const person = findByTeamsId(paramOf(req, 'memberId'));
  return person && members.includes(person) ? { status: 200, body: memberOf(person) } : noMember;
};

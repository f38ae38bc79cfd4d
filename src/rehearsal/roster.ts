/** Who is in a conversation, as the Bot Connector answers it. A team has the members of its channel. */
import type { Request } from 'express';
import { z } from 'zod';
import type { Answer } from './faulty.ts';
import type { FictionalPerson } from './people.ts';
import { channel, findByTeamsId, parseConversationId } from './places.ts';

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

const noConversation: Answer = {
  status: 404,
  body: { error: { code: 'ConversationNotFound', message: 'Conversation not found.' } },
};
const noMember: Answer = {
  status: 404,
  body: { error: { code: 'MemberNotFoundInConversation', message: 'Member not found in conversation.' } },
};

const conversationIn = (req: Request): string => z.string().parse(req.params['conversationId']);

export const listMembers = (req: Request): Answer => {
  const members = membersOf(conversationIn(req));
  return members ? { status: 200, body: members.map(memberOf) } : noConversation;
};

/** Teams pages by 50 to 500; smaller pages are allowed here so that paging can be seen with a small cast. */
const pageShape = z.object({
  pageSize: z.coerce.number().int().min(1).max(500).default(200),
  continuationToken: z.coerce.number().int().nonnegative().default(0),
});

export const pageOfMembers = (req: Request): Answer => {
  const members = membersOf(conversationIn(req));
  if (!members) return noConversation;
  const page = pageShape.safeParse(req.query);
  if (!page.success) return { status: 400, body: { error: { code: 'BadArgument', message: 'Bad page.' } } };
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

export const oneMember = (req: Request): Answer => {
  const members = membersOf(conversationIn(req));
  if (!members) return noConversation;
  const person = findByTeamsId(z.string().parse(req.params['memberId']));
  return person && members.includes(person) ? { status: 200, body: memberOf(person) } : noMember;
};

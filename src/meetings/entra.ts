/**
 * People as Microsoft Entra has them, for whoever keeps the directory: with a token of their own, for the time of one
 * command. The bot itself may read nobody’s account.
 */
import { z } from 'zod';
import { EntraFault, type EntraAccount, type EntraPeople } from '../directory/entra.ts';
import { createGraphClient, type GraphCall, type GraphEdges } from './graphClient.ts';

const fields = { $select: 'id,displayName,jobTitle,mail,userPrincipalName,accountEnabled' };

const user = z
  .object({
    id: z.string(),
    displayName: z.string(),
    jobTitle: z.string().nullable().default(null),
    mail: z.string().nullable().default(null),
    accountEnabled: z.boolean().nullable().default(null),
  })
  .transform((read): EntraAccount => ({
    ...{ id: read.id, name: read.displayName, title: read.jobTitle, email: read.mail },
    isOpen: read.accountEnabled !== false,
  }));
const page = z.object({ value: z.array(user), '@odata.nextLink': z.string().optional() });

export const createEntra = (edges: GraphEdges): EntraPeople => {
  const ask = createGraphClient(edges);

  /** What Graph answered; null where there is nothing of that name. */
  const get = async (path: string, query: GraphCall['query'] = fields): Promise<unknown> => {
    const answer = await ask({ method: 'GET', path, query });
    if (!answer.answered) throw new EntraFault('Microsoft Graph did not answer. Try again.');
    if (answer.status === 404) return null;
    if (answer.status !== 200) throw new EntraFault(refusalOf(answer.status, answer.code));
    return answer.body;
  };

  return {
    byAddress: async (email) => {
      const quoted = `'${email.replaceAll("'", "''")}'`;
      const $filter = `mail eq ${quoted} or userPrincipalName eq ${quoted}`;
      const { value } = page.parse(await get('/users', { ...fields, $filter }));
      return value.length === 1 ? (value[0] ?? null) : null;
    },
    byId: async (id) => user.nullable().parse(await get(`/users/${encodeURIComponent(id)}`)),
    membersOf: async (group) => {
      const members: EntraAccount[] = [];
      const path = `/groups/${encodeURIComponent(group)}/transitiveMembers/microsoft.graph.user`;
      let query: GraphCall['query'] | null = fields;
      while (query !== null) {
        const body = await get(path, query);
        if (body === null) throw new EntraFault(`There is no group ${group} in Microsoft Entra.`);
        const { value, '@odata.nextLink': next } = page.parse(body);
        members.push(...value);
        // The token goes where it was sent before, whatever address the answer names.
        query = next === undefined ? null : Object.fromEntries(new URL(next).searchParams);
      }
      return members;
    },
  };
};

const refusalOf = (status: number, code: string | null): string =>
  status === 401
    ? 'Microsoft Graph does not take this token. Ask for a new one: it works for about an hour.'
    : `Microsoft Graph refused it (${status}${code === null ? '' : `, ${code}`}). Reading accounts takes User.Read.All, and groups GroupMember.Read.All.`;

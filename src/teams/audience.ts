/** Who reads what is posted in a channel or group chat, as Teams lists its members: asked before a discussion is convened there. */
import type { CloudAdapter } from 'botbuilder';
import { z } from 'zod';
import { second } from '../practice/time/instant.ts';
import { createConnector } from './connector.ts';
import type { Roster } from './roster.ts';

interface Reader {
  readonly name: string;
  readonly tenantId: string | null;
  readonly userId: string | null;
}

/** Null where Teams does not say in time. */
export type AudienceOf = (conversation: string) => Promise<readonly Reader[] | null>;

const page = z.object({
  members: z.array(
    z.looseObject({
      name: z.string().default(''),
      tenantId: z.string().optional(),
      aadObjectId: z.string().optional(),
    }),
  ),
  continuationToken: z.string().nullish(),
});

/** A team has up to 25,000 members: somebody who waits for a page of a form is told of the first thousand. */
const mostPages = 2;
const pageSize = 500;
/** For each page; the form has three seconds in all. Milliseconds. */
const timeoutMs = second;

export const createAudience = (edges: {
  readonly adapter: CloudAdapter;
  readonly appId: string;
  readonly roster: Roster;
}): AudienceOf => {
  const connector = createConnector({ ...edges, timeoutMs });
  return async (conversation) => {
    const serviceUrl = (await edges.roster.conversation(conversation))?.serviceUrl;
    if (serviceUrl === undefined) return null;
    const readers: Reader[] = [];
    let token = '';
    for (let pages = 0; pages < mostPages; pages += 1) {
      const query = `pageSize=${pageSize}${token === '' ? '' : `&continuationToken=${encodeURIComponent(token)}`}`;
      const path = `v3/conversations/${encodeURIComponent(conversation)}/pagedmembers?${query}`;
      const outcome = await connector({ method: 'GET', serviceUrl, path });
      const read = outcome.answered && outcome.status === 200 ? page.safeParse(outcome.body).data : undefined;
      if (read === undefined) return null;
      for (const { name, tenantId, aadObjectId } of read.members) {
        readers.push({ name, tenantId: tenantId?.toLowerCase() ?? null, userId: aadObjectId?.toLowerCase() ?? null });
      }
      token = read.continuationToken ?? '';
      if (token === '') break;
    }
    return readers;
  };
};

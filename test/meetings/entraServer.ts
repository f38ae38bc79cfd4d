/** What Microsoft Graph says about people and groups, on this machine: real HTTP, its query options, its pages and its refusals. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export const entraToken = 'a-token-of-the-administrator';

export interface EntraUser {
  readonly id: string;
  readonly displayName: string;
  readonly jobTitle: string | null;
  readonly mail: string | null;
  readonly userPrincipalName: string;
  readonly accountEnabled: boolean;
}

export interface EntraServer {
  readonly url: string;
  readonly users: EntraUser[];
  readonly groups: Map<string, readonly string[]>;
  close(): Promise<void>;
}

/** As many members as it gives at once. */
const pageSize = 2;

export const startEntra = async (): Promise<EntraServer> => {
  const users: EntraUser[] = [];
  const groups: EntraServer['groups'] = new Map();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://graph');
    if (request.headers.authorization !== `Bearer ${entraToken}`) {
      return answer(response, 401, error('InvalidAuthenticationToken'));
    }
    const [, version, kind, name = ''] = url.pathname.split('/').map(decodeURIComponent);
    if (version !== 'v1.0') return answer(response, 400, error('BadRequest'));
    if (kind === 'groups') return answer(response, ...membersOf(url, groups.get(name), users));
    if (name !== '') {
      const found = users.find(({ id }) => id === name);
      return found === undefined
        ? answer(response, 404, error('Request_ResourceNotFound'))
        : answer(response, 200, found);
    }
    answer(response, 200, { value: users.filter(matching(url.searchParams.get('$filter') ?? '')) });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    users,
    groups,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
};

const answer = (response: ServerResponse, status: number, body: object): void =>
  void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

const error = (code: string) => ({ error: { code, message: 'As Graph says it.' } });

/** The one form of filter that is asked for, as OData reads it: a quote in a text is written twice. */
const matching = (filter: string) => {
  const read = /^mail eq '((?:[^']|'')*)' or userPrincipalName eq '((?:[^']|'')*)'$/.exec(filter);
  if (read === null) throw new Error(`not a filter Graph would understand: ${filter}`);
  const [mail, name] = read.slice(1).map((text) => text.replaceAll("''", "'").toLowerCase());
  return (user: EntraUser): boolean =>
    user.mail?.toLowerCase() === mail || user.userPrincipalName.toLowerCase() === name;
};

const membersOf = (
  url: URL,
  ids: readonly string[] | undefined,
  users: readonly EntraUser[],
): [status: number, body: object] => {
  if (!url.pathname.endsWith('/transitiveMembers/microsoft.graph.user')) return [400, error('BadRequest')];
  if (ids === undefined) return [404, error('Request_ResourceNotFound')];
  const from = Number(url.searchParams.get('$skiptoken') ?? 0);
  const value = users.filter(({ id }) => ids.includes(id)).slice(from, from + pageSize);
  const next = new URL(url);
  next.searchParams.set('$skiptoken', String(from + pageSize));
  return [200, from + pageSize < ids.length ? { value, '@odata.nextLink': next.href } : { value }];
};

/** docs/rehearsal-api.md is what the rehearsal answers: each of its examples is tried, and every path stands in it. */
import { globSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conveneInChannel } from '../journey/convening.ts';
import { startCouncil, type Council } from '../journey/council.ts';

const document = readFileSync('docs/rehearsal-api.md', 'utf8');
const headings = [...document.matchAll(/^### `(GET|POST|PUT|DELETE) (\/\S+)`$/gm)].map(([, method, path]) => ({
  method: method ?? '',
  path: path ?? '',
}));
const examples = [...document.matchAll(/^curl .*$/gm)].map(([example]) => example);

let council: Council;
const variables: Record<string, string> = {};
beforeAll(async () => {
  council = await startCouncil();
  await conveneInChannel(council);
  await council.as('carol-tench').letter('Invitation');
}, 60_000);
afterAll(() => council.stop());

const inWords = (example: string): string =>
  Object.entries(variables).reduce(
    (text, [name, value]) => text.replaceAll(`'$${name}'`, value).replaceAll(`$${name}`, value),
    example,
  );

/** What curl would send. */
const requestOf = (example: string) => {
  const text = inWords(example);
  const body = / -d '(.*)'$/.exec(text)?.[1];
  const method = / -X (\w+)/.exec(text)?.[1] ?? (body === undefined ? 'GET' : 'POST');
  const url = /"([^"]+\/rehearsal\/api[^"]*)"/.exec(text)?.[1] ?? '';
  const headers = text.includes('$JSON') ? { 'content-type': 'application/json' } : {};
  return { url, init: { method, headers, ...(body === undefined ? {} : { body }) } };
};

/** What the next examples name: the newest message with a form to open, and the newest mail that has an attachment. */
const lookAgain = async (): Promise<void> => {
  const ask = async (path: string): Promise<unknown> => (await fetch(`${variables['API'] ?? ''}/${path}`)).json();
  const { messages } = (await ask('conversations/priya-shah/chat')) as { messages: readonly { id: string }[] };
  const { cursor } = (await ask('conversations/priya-shah/channel')) as { cursor: string };
  const { mail } = (await ask('mail/carol-tench')) as {
    mail: readonly { id: number; attachments: readonly unknown[] }[];
  };
  const { now } = (await ask('clock')) as { now: string };
  // What the bot sends besides its answer follows a little later, and other news may come in between.
  const newest = messages.findLast((message) => JSON.stringify(message).includes('"verb":"convene.'));
  variables['CURSOR'] = cursor;
  variables['MESSAGE'] = newest?.id ?? '';
  variables['REFERENCE'] = /SD-[A-Z0-9]{6}/.exec(JSON.stringify(newest))?.[0] ?? '';
  variables['MAIL'] = String(mail.find(({ attachments }) => attachments.length > 0)?.id);
  variables['TOMORROW'] = new Date(Date.parse(now) + 86_400_000).toISOString();
};

describe('the HTTP interface of the rehearsal', () => {
  it('answers every example of the document, one after the other', async () => {
    variables['API'] = `${council.origin}/rehearsal/api`;
    const failed: unknown[] = [];
    for (const example of examples) {
      await lookAgain();
      if (example.includes('$MESSAGE')) {
        await expect.poll(() => lookAgain().then(() => variables['MESSAGE']), { timeout: 10_000 }).not.toBe('');
      }
      const { url, init } = requestOf(example);
      const stop = new AbortController();
      const answer = await fetch(url, { ...init, signal: stop.signal });
      if (example.includes('/events')) stop.abort();
      else if (!answer.ok) failed.push([example, answer.status, await answer.text()]);
      else if (example.includes('/press')) expect(await answer.json()).toMatchObject({ kind: 'card' });
    }
    expect(failed).toEqual([]);
  });

  it('has an example for every path, and says what it answers', () => {
    const shapes = examples.map((example) => {
      const path = /"\$API(\/[^"]*)"/.exec(example)?.[1] ?? '';
      const method = / -X (\w+)/.exec(example)?.[1] ?? (example.includes(' -d ') ? 'POST' : 'GET');
      return { method, path };
    });
    const pattern = (path: string): RegExp => new RegExp(`^${path.replaceAll(/\b[A-Z]+\b/g, '[^/]+')}$`);
    const without = headings.filter(
      ({ method, path }) => !shapes.some((shape) => shape.method === method && pattern(path).test(shape.path)),
    );
    expect(without).toEqual([]);
  });

  it('has every path that there is', () => {
    const under: Readonly<Record<string, string>> = {
      mailRoutes: '/mail',
      faultRoutes: '/faults',
      clock: '/clock',
      procedure: '/procedure',
    };
    const files = [...globSync('src/rehearsal/api/*.ts'), 'src/rehearsal/clock.ts', 'src/rehearsal/procedure.ts'];
    const routes = files.flatMap((file) => {
      const prefix = under[/(\w+)\.ts$/.exec(file)?.[1] ?? ''] ?? '';
      const found = readFileSync(file, 'utf8').matchAll(/router\.(get|post|put|delete)\('([^']+)'/g);
      return [...found].map(([, method = '', path = '']) => {
        const named = `${prefix}${path}`
          .replace(/(.)\/$/, '$1')
          .replaceAll(/:(\w+)/g, (_, name: string) => name.toUpperCase());
        return { method: method.toUpperCase(), path: named };
      });
    });
    const sorted = (all: readonly { method: string; path: string }[]) =>
      all.map(({ method, path }) => `${method} ${path}`).toSorted();
    expect(sorted(headings)).toEqual(sorted(routes));
  });
});

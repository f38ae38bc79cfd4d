/** The directory beside what Microsoft Entra has, from the command line, with the token of whoever types. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { createEntra } from '../../src/meetings/entra.ts';
import { directoryCommands } from '../../src/operator/directory.ts';
import { instant } from '../../src/practice/time/instant.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import type { Stores } from '../../src/store/store.ts';
import { entraToken, startEntra, type EntraServer, type EntraUser } from '../meetings/entraServer.ts';

const tenant = '7a1e5c0d-2b64-4e3f-9d18-0c5a6b7e8f90';
const group = '5d1c9b1e-0f55-4a63-9c55-2d6f0b7a1c11';
const objectId = (last: string): string => `0b2c4d6e-1f3a-4b5c-8d7e-9f0a1b2c3d4${last}`;

const account = (last: string, displayName: string, over: Partial<EntraUser> = {}): EntraUser => {
  const mail = `${displayName.toLowerCase().replaceAll(' ', '.')}@exampleshire.gov.uk`;
  const named = { id: objectId(last), displayName, jobTitle: 'Social worker', mail, userPrincipalName: mail };
  return { ...named, accountEnabled: true, ...over };
};

let server: EntraServer;
let folder: string;
let out: string;
let err: string;
let given: string;
let token: string;
beforeAll(async () => {
  server = await startEntra();
});
afterAll(() => server.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'strategy-entra-'));
  token = entraToken;
  server.users.splice(0);
  server.groups.clear();
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = (): Promise<Stores> => Promise.resolve(openSqlite(join(folder, 'strategy.sqlite')));

const type = async (command: readonly string[], file = ''): Promise<void> => {
  out = '';
  err = '';
  given = file;
  const io = {
    read: () => given,
    out: (text: string) => void (out += text),
    err: (text: string) => void (err += text),
    exit: () => undefined,
  };
  const program = new Command('strategy').exitOverride().configureOutput({ writeOut: io.out, writeErr: io.err });
  const entra = () =>
    Promise.resolve(
      createEntra({
        token: () => Promise.resolve(token),
        clock: () => instant('2026-11-28T09:00:00Z'),
        baseUrl: server.url,
      }),
    );
  directoryCommands(program, { io, open, openOrCreate: open, entra });
  await program.parseAsync(['directory', ...command], { from: 'user' });
};

const people = `id,name,title,agency,roles,email
ellie,Ellie Vaughan,Social worker,Exampleshire,socialWorker,ellie.vaughan@exampleshire.gov.uk
sean,Sean O’Brien,Social worker,Exampleshire,socialWorker,sean.o'brien@exampleshire.gov.uk
carol,Carol Tench,Nursery manager,Little Acorns,referrer,carol@littleacorns.example
`;

it('look-up finds those without a Teams user by their address, and what it writes is imported', async () => {
  server.users.push(account('1', 'Ellie Vaughan'), account('2', "Sean O'Brien"));
  await type(['import', 'people.csv'], people);
  await type(['look-up', '--tenant', tenant]);
  expect(err).toBe('Not found: carol.\n');
  expect(out).toContain(`${tenant},${objectId('1')}`);
  await type(['import', 'found.csv'], out);
  await type(['look-up', '--tenant', tenant]);
  expect(out.trim().split('\n')).toHaveLength(1);
  await type(['export']);
  expect(out).toContain(
    `sean,Sean O’Brien,Social worker,Exampleshire,socialWorker,,,sean.o'brien@exampleshire.gov.uk,,${tenant},${objectId('2')}`,
  );
});

it('an address that two accounts have is nobody’s', async () => {
  server.users.push(account('1', 'Ellie Vaughan'), account('2', 'Ellie Vaughan'));
  await type(['import', 'people.csv'], people);
  await type(['look-up', '--tenant', tenant]);
  expect(err).toBe('Not found: carol, ellie, sean.\n');
});

it('a group is read to its last page, and stands for roles, a rank and offices', async () => {
  server.users.push(
    ...[account('1', 'Ellie Vaughan'), account('2', 'Priya Shah'), account('3', 'Olive Marsh')],
    account('4', 'Gone Already', { accountEnabled: false }),
  );
  server.groups.set(
    group,
    server.users.map(({ id }) => id),
  );
  const what = ['--agency', 'Exampleshire', '--roles', 'teamManager', '--rank', 'teamManager', '--offices', 'auditor'];
  await type(['group', group, '--tenant', tenant, ...what]);
  expect(out).toContain('Priya Shah,Social worker,Exampleshire,teamManager,teamManager,auditor,priya.shah@');
  expect(out).toContain('Olive Marsh');
  expect(out).not.toContain('Gone Already');
  await type(['import', 'group.csv'], out);
  await type(['list']);
  expect(out).toContain('Ellie Vaughan, Social worker, Exampleshire');
});

it('whoever the directory has keeps their entry, and gains what the group stands for', async () => {
  server.users.push(account('1', 'Ellie Vaughan'));
  server.groups.set(group, [objectId('1')]);
  await type(['import', 'people.csv'], people);
  await type(['look-up', '--tenant', tenant]);
  await type(['import', 'found.csv'], out);
  const what = ['--agency', 'Elsewhere', '--roles', 'leadSocialWorker', '--offices', 'recordsOfficer'];
  await type(['group', group, '--tenant', tenant, ...what]);
  expect(out).toContain(
    'ellie,Ellie Vaughan,Social worker,Exampleshire,socialWorker; leadSocialWorker,,recordsOfficer,',
  );
});

it('leavers are those whose account is closed or gone, as ids to take out', async () => {
  server.users.push(account('1', 'Ellie Vaughan'), account('2', "Sean O'Brien"));
  await type(['import', 'people.csv'], people);
  await type(['look-up', '--tenant', tenant]);
  await type(['import', 'found.csv'], out);
  await type(['leavers', '--tenant', tenant]);
  expect([out, err]).toEqual(['', 'Nobody.\n']);
  server.users.splice(0, 2, account('1', 'Ellie Vaughan', { accountEnabled: false }));
  await type(['leavers', '--tenant', tenant]);
  expect(out).toBe('ellie\nsean\n');
});

it.each<[string, () => void, readonly string[], string]>([
  [
    'a token that has run out',
    () => (token = 'old'),
    ['leavers', '--tenant', tenant],
    'Microsoft Graph does not take this token. Ask for a new one: it works for about an hour.',
  ],
  [
    'a group that is not there',
    () => undefined,
    ['group', group, '--tenant', tenant, '--agency', 'A', '--roles', 'police'],
    `There is no group ${group} in Microsoft Entra.`,
  ],
  [
    'a rank that is none',
    () => void server.groups.set(group, []),
    ['group', group, '--tenant', tenant, '--agency', 'A', '--roles', 'police', '--rank', 'king'],
    '--rank must be one of',
  ],
])('%s is said in a sentence', async (_name, given, command, sentence) => {
  given();
  server.users.push(account('1', 'Ellie Vaughan'));
  await type(
    ['import', 'people.json'],
    JSON.stringify({
      people: [
        {
          id: 'ellie',
          name: 'E',
          title: 'T',
          agency: 'A',
          roles: ['police'],
          teams: { tenantId: tenant, userId: objectId('1') },
        },
      ],
    }),
  );
  await expect(type(command)).rejects.toThrow(sentence);
});

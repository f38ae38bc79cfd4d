import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDirectory, type Directory } from '../../src/directory/directory.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import type { Stores } from '../../src/store/store.ts';

const tenantId = '7a1e5c0d-2b64-4e3f-9d18-0c5a6b7e8f90';
const userId = (last: number): string => `00000000-0000-4000-8000-00000000000${last}`;

const khan = {
  id: 'ds-khan',
  name: 'Imran Khan',
  title: 'Detective Sergeant',
  agency: 'Exampleshire Police',
  roles: ['police'],
  rank: null,
  offices: [],
  email: 'imran.khan@exampleshire.police.uk',
  telephone: '01632 960 101 ext. 12',
  teams: null,
};
const shah = {
  id: 'priya-shah',
  name: 'Priya Shah',
  title: 'Team manager',
  agency: 'Exampleshire County Council',
  roles: ['teamManager', 'childrensSocialCare'],
  rank: 'teamManager',
  offices: [],
  email: 'priya.shah@exampleshire.gov.uk',
  telephone: null,
  teams: { tenantId, userId: userId(1) },
};
const inbox = { agency: 'Exampleshire Police', email: 'referrals@exampleshire.police.uk' };

let folder: string;
let stores: Stores;
let directory: Directory;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'strategy-directory-'));
  stores = openSqlite(join(folder, 'discussions.db'));
  directory = createDirectory(stores.directory);
});

afterEach(async () => {
  await stores.close();
  rmSync(folder, { recursive: true });
});

const importFile = (file: object) => directory.importPeople(JSON.stringify(file));

describe('the directory', () => {
  it('finds people by id and by Teams identity', async () => {
    expect(await importFile({ people: [shah, khan], inboxes: [inbox] })).toEqual({
      result: 'imported',
      people: 2,
      inboxes: 1,
    });
    expect(await directory.byId('ds-khan')).toEqual(khan);
    expect(await directory.byTeamsUser(tenantId, userId(1))).toEqual(shah);
  });

  it('lists everybody by name', async () => {
    await importFile({ people: [{ ...khan, id: 'z', name: 'Émile Aubert' }, shah, khan] });
    expect((await directory.all()).map((p) => p.name)).toEqual(['Émile Aubert', 'Imran Khan', 'Priya Shah']);
  });

  it('knows nobody by the user id of another tenant', async () => {
    await importFile({ people: [shah] });
    expect(await directory.byTeamsUser('d3f0b2a4-6c81-4f7e-8a95-1e2d3c4b5a69', userId(1))).toBeNull();
  });

  it('takes GUIDs and e-mail addresses in either case for the same', async () => {
    const loud = {
      ...shah,
      email: 'Priya.Shah@EXAMPLESHIRE.gov.uk',
      teams: { tenantId: tenantId.toUpperCase(), userId: userId(1) },
    };
    await importFile({ people: [loud] });
    expect(await directory.byTeamsUser(tenantId, userId(1).toUpperCase())).toEqual(shah);
  });

  it('finds the inbox of an agency, however its name is capitalised', async () => {
    await importFile({ people: [], inboxes: [inbox] });
    expect(await directory.inboxOf('exampleshire police')).toEqual(inbox);
    expect(await directory.inboxOf('Exampleshire Fire Service')).toBeNull();
  });

  it('reads what a later release has written, as far as it knows of such things', async () => {
    const later = { ...shah, pronouns: 'she', rank: 'headOfPractice', offices: ['auditor', 'archivist'] };
    await stores.directory.put([{ kind: 'person', id: shah.id, teamsKey: null, body: JSON.stringify(later) }]);
    expect(await directory.all()).toEqual([{ ...shah, rank: null, offices: ['auditor'] }]);
  });

  it('reads what an earlier release has written, which knew less', async () => {
    const { offices: _, telephone: __, ...earlier } = shah;
    await stores.directory.put([{ kind: 'person', id: shah.id, teamsKey: null, body: JSON.stringify(earlier) }]);
    expect(await directory.all()).toEqual([shah]);
  });

  it('sees at once what another instance has changed', async () => {
    await importFile({ people: [shah] });
    expect((await directory.byId(shah.id))?.title).toBe(shah.title);
    await createDirectory(stores.directory).importPeople(JSON.stringify({ people: [{ ...shah, title: 'Head' }] }));
    expect((await directory.byId(shah.id))?.title).toBe('Head');
  });

  it('does not know those who are not in it', async () => {
    expect(await directory.byId('nobody')).toBeNull();
    expect(await directory.all()).toEqual([]);
  });
});

describe('importing', () => {
  it('replaces an entry with the same id and leaves the others', async () => {
    await importFile({ people: [shah, khan] });
    await importFile({ people: [{ ...khan, title: 'Detective Inspector' }] });
    expect((await directory.all()).map((p) => p.title)).toEqual(['Detective Inspector', 'Team manager']);
  });

  it('lets two people exchange Teams accounts', async () => {
    const second = { ...khan, teams: { tenantId, userId: userId(2) } };
    await importFile({ people: [shah, second] });
    await importFile({
      people: [
        { ...shah, teams: second.teams },
        { ...second, teams: shah.teams },
      ],
    });
    expect((await directory.byTeamsUser(tenantId, userId(1)))?.id).toBe('ds-khan');
  });

  it('may leave out the rank, e-mail and Teams user of somebody who has none', async () => {
    const { id, name, title, agency, roles } = khan;
    await importFile({ people: [{ id, name, title, agency, roles }] });
    expect(await directory.byId('ds-khan')).toEqual({ ...khan, email: null, telephone: null });
  });

  it.each<[string, object, readonly string[]]>([
    ['no name', { people: [{ ...khan, name: ' ' }] }, ['Person 1 (ds-khan) name must not be empty.']],
    [
      'a bad e-mail address',
      { people: [shah, { ...khan, email: 'imran' }] },
      ['Person 2 (ds-khan) email must be an e-mail address.'],
    ],
    [
      'an unknown rank',
      { people: [{ ...khan, rank: 'king' }] },
      [expect.stringContaining('Person 1 (ds-khan) rank must be one of')],
    ],
    [
      'a family role (S-1)',
      { people: [{ ...khan, roles: ['police', 'parent'] }] },
      ['Person 1 (ds-khan) roles 2 is a family role: the directory is for professionals.'],
    ],
    ['no role', { people: [{ ...khan, roles: [] }] }, ['Person 1 (ds-khan) roles must have at least one role.']],
    [
      'an id that is an address',
      { people: [{ ...khan, id: 'a@b/c' }] },
      ['Person 1 (a@b/c) id must be 1 to 64 letters, digits, dots, underscores or hyphens.'],
    ],
    [
      'half a Teams identity',
      { people: [{ ...khan, teams: { tenantId } }] },
      ['Person 1 (ds-khan) teams userId must be text.'],
    ],
    [
      'an unknown field',
      { people: [{ ...khan, mobile: '1' }] },
      ['Person 1 (ds-khan) has a field nobody knows: mobile.'],
    ],
    ['a person that is none', { people: [7] }, [expect.stringContaining('Person 1 ')]],
    ['two people with one id', { people: [khan, khan] }, ['There is more than one person with the id ds-khan.']],
    [
      'two people with one Teams user',
      { people: [shah, { ...khan, teams: shah.teams }] },
      [`There is more than one person with the Teams user ${userId(1)}.`],
    ],
    [
      'two inboxes for one agency',
      { people: [], inboxes: [inbox, inbox] },
      ['There is more than one inbox for exampleshire police.'],
    ],
    [
      'an inbox without address',
      { people: [], inboxes: [{ agency: 'Police' }] },
      ['Inbox 1 (Police) email must be an e-mail address.'],
    ],
    ['no people', {}, ['The file people must be a list.']],
    [
      'two faults',
      {
        people: [
          { ...khan, name: '' },
          { ...shah, email: 'x' },
        ],
      },
      ['Person 1 (ds-khan) name must not be empty.', 'Person 2 (priya-shah) email must be an e-mail address.'],
    ],
  ])('a file with %s is refused whole, naming the entry and the field', async (_case, file, faults) => {
    expect(await importFile(file)).toEqual({ result: 'refused', faults });
    expect(await directory.all()).toEqual([]);
  });

  it('refuses a Teams user who is somebody else in the directory', async () => {
    await importFile({ people: [shah] });
    const faults = [`Person ds-khan has the Teams user ${userId(1)}, which is priya-shah in the directory.`];
    expect(await importFile({ people: [{ ...khan, teams: shah.teams }] })).toEqual({ result: 'refused', faults });
    expect(await directory.byId('ds-khan')).toBeNull();
  });

  it.each([
    ['{\n"people": [\n{"id": "x",}\n]}', 'The file is not JSON: see line 3.'],
    ['{people}', 'The file is not JSON: see line 1.'],
    ['', 'Line 1 must name the columns id, name, title, agency, roles.'],
  ])('says where a file is neither JSON nor CSV: %j', async (json, fault) => {
    expect(await directory.importPeople(json)).toEqual({ result: 'refused', faults: [fault] });
  });
});

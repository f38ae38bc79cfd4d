/** The directory as a file of CSV: as councils' systems write it, and as it is written for them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEntries } from '../../src/directory/entry.ts';
import { peopleColumns } from '../../src/directory/peopleFile.ts';
import { peopleRows } from '../../src/directory/peopleRows.ts';
import { offices } from '../../src/discussion/state/people.ts';
import { csv } from '../../src/operator/csv.ts';

const tenant = '7a1e5c0d-2b64-4e3f-9d18-0c5a6b7e8f90';
const user = '0b2c4d6e-1f3a-4b5c-8d7e-9f0a1b2c3d4e';

it('columns come in any order and under usual names, several roles in a cell', () => {
  const file = [
    'Display name,Job title,Organisation,Employee ID,Roles,Email address,Object ID,Tenant ID',
    `Tom Reyes,"Detective Inspector, DDM",Exampleshire Police,tom,"policeDdm; police",Tom.Reyes@exampleshire.police.uk,${user},${tenant}`,
    ',,Exampleshire Police,,,duty@exampleshire.police.uk,,',
  ].join('\r\n');
  expect(parseEntries(file)).toEqual({
    result: 'parsed',
    entries: {
      people: [
        {
          id: 'tom',
          name: 'Tom Reyes',
          title: 'Detective Inspector, DDM',
          agency: 'Exampleshire Police',
          roles: ['policeDdm', 'police'],
          rank: null,
          offices: [],
          email: 'tom.reyes@exampleshire.police.uk',
          telephone: null,
          teams: { tenantId: tenant, userId: user },
        },
      ],
      inboxes: [{ agency: 'Exampleshire Police', email: 'duty@exampleshire.police.uk' }],
    },
  });
});

it('cells may be parted by semicolons', () => {
  const file = 'id;name;title;agency;roles\nana;Ana, of health;Nurse;NHS Trust;"namedNurse, health"\n';
  expect(parseEntries(file)).toMatchObject({
    entries: { people: [{ name: 'Ana, of health', roles: ['namedNurse', 'health'] }] },
  });
});

describe('what is wrong is named by its line, all of it at once', () => {
  const head = 'id,name,title,agency,roles,email,user,tenant\n';
  it.each([
    [
      'a column nobody knows',
      'id,name,title,agency,roles,shoe size\n',
      ['Line 1: nobody knows the column “shoe size”.'],
    ],
    ['a column that is missing', 'id,name,title\n', ['Line 1 must name the columns agency, roles.']],
    [
      'entries',
      `${head}tom,Tom,DI,Police,police,not an address,,\n\nmum,Mum,None,None,parent,,,\n,,,Police,,,,\n`,
      [
        'Line 2 (tom) email must be an e-mail address.',
        expect.stringContaining('Line 4 (mum) roles 1 is a family role'),
        'Line 5 (Police) email must be an e-mail address.',
      ],
    ],
    [
      'an identity in Teams by half',
      `${head}tom,Tom,DI,Police,police,,${user},\n`,
      ['Line 2 (tom) teams tenantId must be an id such as 7a1e5c0d-2b64-4e3f-9d18-0c5a6b7e8f90.'],
    ],
  ])('%s', (_what, file, faults) => {
    expect(parseEntries(file)).toEqual({ result: 'refused', faults });
  });
});

it('what is exported is read again as it was', () => {
  const words = fc
    .string({ minLength: 1, maxLength: 40, unit: 'grapheme' })
    .filter((text) => /^[^\s'][^]*\S$|^[^\s']$/u.test(text));
  const person = fc.record({
    id: fc.stringMatching(/^[A-Za-z0-9._-]{1,20}$/),
    name: words,
    title: words,
    agency: words,
    roles: fc.uniqueArray(fc.constantFrom('police', 'health', 'socialWorker'), { minLength: 1 }),
    rank: fc.constantFrom('teamManager' as const, null),
    offices: fc.uniqueArray(fc.constantFrom(...offices)),
    email: fc.constantFrom('a.b@exampleshire.gov.uk', null),
    telephone: fc.constantFrom('01632 960 101', '+44 1632 960102', null),
    teams: fc.constant(null),
  });
  fc.assert(
    fc.property(fc.uniqueArray(person, { selector: ({ id }) => id }), (people) => {
      const inboxes = [{ agency: 'Exampleshire Police', email: 'duty@exampleshire.police.uk' }];
      const file = csv(peopleColumns, peopleRows({ people, inboxes }));
      const tidy = people.map((each) => ({
        ...each,
        name: each.name.trim(),
        title: each.title.trim(),
        agency: each.agency.trim(),
      }));
      expect(parseEntries(file)).toEqual({ result: 'parsed', entries: { people: tidy, inboxes } });
    }),
  );
});

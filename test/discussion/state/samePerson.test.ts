import { describe, expect, it } from 'vitest';
import { personId } from '../../../src/discussion/state/people.ts';
import { isSamePerson, onePersonEach } from '../../../src/discussion/state/samePerson.ts';

const priya = {
  personId: personId('priya-shah'),
  name: 'Priya Shah',
  agency: 'Exampleshire County Council',
  email: null,
};
const typed = (name: string, agency: string, email: string | null = null) => ({
  personId: personId(`SD-TEST22:attended:${name}/${agency}/${email ?? ''}`),
  ...{ name, agency, email },
});

describe('somebody typed by hand is somebody known', () => {
  it.each([
    ['in other capitals', 'PRIYA shah', 'exampleshire county council'],
    ['with stops and spaces', ' Priya  Shah.', 'Exampleshire County Council, '],
    ['surname first', 'Shah, Priya', 'Exampleshire County Council'],
    ['with a title', 'Ms Priya Shah', 'Exampleshire County Council'],
    ['with accents', 'Prïya Shàh', 'Exampleshire County Council'],
    ['of an agency in short', 'Priya Shah', 'the Council'],
    ['of an agency at length', 'Priya Shah', 'Exampleshire County Council, Children’s Services'],
  ])('%s', (_how, name, agency) => {
    expect(isSamePerson(typed(name, agency), priya)).toBe(true);
    expect(isSamePerson(priya, typed(name, agency))).toBe(true);
  });

  it('by one address in any case, whatever the name', () => {
    const one = typed('Kit Marlow', 'Hill Street Surgery', 'kit@hill.nhs.net');
    expect(isSamePerson(one, typed('K. Marlow', 'Surgery in Hill Street', 'KIT@Hill.NHS.net'))).toBe(true);
  });
});

describe('two people are two', () => {
  it.each([
    ['of the same name in different agencies', 'Priya Shah', 'Exampleshire Police'],
    ['of one agency with different names', 'Priya Sharma', 'Exampleshire County Council'],
    ['where no agency is known', 'Priya Shah', ''],
    ['where the name is nothing but marks', '***', 'Exampleshire County Council'],
  ])('%s', (_how, name, agency) => {
    expect(isSamePerson(typed(name, agency), priya)).toBe(false);
  });

  it('whom the directory has apart, though they are namesakes', () => {
    expect(isSamePerson(priya, { ...priya, personId: personId('priya-shah-2') })).toBe(false);
  });
});

it('everybody is counted under one id, the directory’s where it has one', () => {
  const one = typed('Shah, Priya', 'Exampleshire County Council');
  const two = typed('priya shah', 'Council', 'p.shah@exampleshire.gov.uk');
  const three = typed('P. S.', 'Somewhere', 'P.Shah@exampleshire.gov.uk');
  const other = typed('Kit Marlow', 'Hill Street Surgery');
  const counted = onePersonEach([one, three, two, priya, other]);
  for (const each of [one, two, three, priya]) expect(counted.get(each.personId)).toBe(priya.personId);
  expect(counted.get(other.personId)).toBe(other.personId);
});

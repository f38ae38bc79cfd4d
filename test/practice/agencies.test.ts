import { describe, expect, it } from 'vitest';
import { kindsNamed } from '../../src/practice/language/agencies.ts';
import { agenciesOf, isChildrensSocialCare, roles } from '../../src/practice/language/roles.ts';
import { rulesOfKind } from '../../src/practice/practice.ts';
import { practiceFor, standardKeys } from '../builders/standards.ts';

describe('what an agency is by its name', () => {
  const aCouncil = ['childrensSocialCare', 'council'];
  it.each<[string, readonly string[]]>([
    ['West Midlands Police', ['police']],
    ['Devon & Cornwall CONSTABULARY', ['police']],
    ['Heddlu Gogledd Cymru', ['police']],
    ['Northmoor Borough Council', aCouncil],
    ['Northmoor MBC', aCouncil],
    ['Sandwell Children’s Trust', ['childrensSocialCare']],
    ["Sandwell Children's Trust", ['childrensSocialCare']],
    ['Exampleshire Community NHS Trust', ['health']],
    ['Hill Street, G.P. Surgery', ['health']],
    ['St Mary’s C of E Primary School', ['education']],
    ['Little Acorns Nursery', ['education']],
    ['The Hospital School', ['health', 'education']],
    // A word inside another says nothing.
    ['Policemans Halt Ltd', []],
    ['Little Acorns', []],
    ['', []],
  ])('%s', (name, kinds) => {
    expect(kindsNamed(name)).toEqual(kinds);
  });
});

describe('which agency a role belongs to', () => {
  it.each(standardKeys)('under %s nobody of just any agency can take a seat of the minimum', (key) => {
    const seats = rulesOfKind(practiceFor(key), 'seats').flatMap((rule) => rule.seats);
    const anybodys = seats.flatMap((seat) => seat.roles).filter((role) => agenciesOf(role).length === 0);
    expect(anybodys).toEqual([]);
  });

  it('no role of another agency counts as children’s social care, which chairs (CH-10)', () => {
    const ours = roles.filter(isChildrensSocialCare);
    expect(ours).toContain('socialWorker');
    expect(ours.filter((role) => agenciesOf(role).join() !== 'childrensSocialCare')).toEqual([]);
  });

  it('a role nobody knows belongs to none', () => {
    expect(agenciesOf('constructor')).toEqual([]);
  });
});

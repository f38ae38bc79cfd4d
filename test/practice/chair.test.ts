import { describe, expect, it } from 'vitest';
import type { FactName } from '../../src/practice/language/commonFacts.ts';
import type { Rank } from '../../src/practice/language/vocabulary.ts';
import { chairEligible, meetingType, under } from './given.ts';

const manager = (rank: Rank | null) => ({ role: 'teamManager', rank });

describe('a meeting is complex in Sandwell', () => {
  it.each<FactName>([
    'positionOfTrust',
    'multiplePerpetrators',
    'childrenFromDifferentFamilies',
    'organisedAbuse',
    'ritualAbuse',
    'independentViewNeeded',
    'fii',
    'forcedMarriage',
  ])('for %s, wherever it is written', (reason) => {
    expect(meetingType(under('SA'), { complexReasons: [reason] })).toBe('complex');
    expect(meetingType(under('SA'), { concerns: [reason] })).toBe('complex');
    expect(meetingType(under('SA'), { meetingType: 'ordinary', circumstances: [reason] })).toBe('complex');
  });

  it('not for a physical injury', () => {
    expect(meetingType(under('SA'), { concerns: ['physicalInjury'] })).toBe('ordinary');
  });

  it('and nowhere else for those reasons alone', () => {
    expect(meetingType(under('LI'), { complexReasons: ['positionOfTrust'] })).toBe('ordinary');
    expect(meetingType(under('LI'), { circumstances: ['complex'] })).toBe('complex');
  });
});

describe('who may chair', () => {
  it.each<[string, Parameters<typeof under>[0], Rank | null, FactName[], string]>([
    ['Practice Standards: a team manager', 'PS', 'teamManager', [], 'CH-1'],
    ['Practice Standards: a service manager', 'PS', 'serviceManager', [], 'CH-1'],
    ['Sandwell: the unit manager', 'SA', 'socialWorkUnitManager', [], 'CH-3'],
    ['Sandwell: somebody more senior', 'SA', 'seniorManager', [], 'CH-3'],
    ['Sandwell, complex: a Safeguarding Unit chair', 'SA', 'safeguardingUnitChair', ['positionOfTrust'], 'CH-4'],
    ['Sandwell, complex: a Head of Service, a Senior Manager too', 'SA', 'headOfService', ['positionOfTrust'], 'CH-4'],
    ['Sandwell, forced marriage: a trust manager', 'SA', 'socialWorkUnitManager', ['forcedMarriage'], 'CH-6'],
    ['Liverpool: a deputy', 'LI', 'deputyTeamLeader', [], 'CH-9'],
    ['Darlington: no rank is asked for', 'DA', null, [], 'CH-10'],
  ])('%s', (_, standard, rank, concerns, rule) => {
    expect(chairEligible(under(standard), manager(rank), { concerns })).toMatchObject({ eligible: true, rule });
  });

  it.each<[string, Parameters<typeof under>[0], Rank | null, FactName[], string, Rank[]]>([
    ['Practice Standards: not a deputy', 'PS', 'deputyTeamLeader', [], 'CH-1', ['teamManager', 'serviceManager']],
    ['Practice Standards: not without a rank', 'PS', null, [], 'CH-1', ['teamManager', 'serviceManager']],
    [
      'Sandwell, organised abuse: not the unit manager, even with fabricated illness (CH-6 gives way)',
      'SA',
      'socialWorkUnitManager',
      ['organisedAbuse', 'fii'],
      'CH-4',
      ['safeguardingUnitChair', 'seniorManager', 'headOfService'],
    ],
    ['Liverpool: not a team manager', 'LI', 'teamManager', [], 'CH-9', ['childrensTeamLeader', 'deputyTeamLeader']],
  ])('%s', (_, standard, rank, concerns, rule, ranksAllowed) => {
    const found = chairEligible(under(standard), manager(rank), { concerns });
    expect(found).toEqual({ eligible: false, rule, ranksAllowed });
  });

  it('is warned of where another rank is preferred (CH-6)', () => {
    const found = chairEligible(under('SA'), manager('socialWorkUnitManager'), { concerns: ['fii'] });
    expect(found).toEqual({ eligible: true, rule: 'CH-6', caution: 'notPreferredRank' });
    const senior = chairEligible(under('SA'), manager('seniorManager'), { concerns: ['fii'] });
    expect(senior).toEqual({ eligible: true, rule: 'CH-6' });
  });

  it('is from social care where no rank is asked for (CH-10)', () => {
    const found = chairEligible(under('DA'), { role: 'police', rank: 'teamManager' }, {});
    expect(found).toEqual({ eligible: false, rule: 'CH-10', ranksAllowed: null });
  });
});

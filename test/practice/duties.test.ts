import { describe, expect, it } from 'vitest';
import { escalation } from '../../src/practice/answers/duties.ts';
import type { RuleFact } from '../../src/practice/language/commonFacts.ts';
import { factors } from '../../src/practice/answers/factors.ts';
import type { Moment } from '../../src/practice/language/rule.ts';
import { discussionRequired, notABar } from '../../src/practice/answers/triggers.ts';
import { assess } from '../../src/practice/assess.ts';
import { emptyMatter, type Matter } from '../../src/practice/matter.ts';
import { duties, noticesOwed, readingOf, triggers, under } from './given.ts';

type Short = Parameters<typeof under>[0];

describe('a discussion is called for', () => {
  it('by reasonable cause, everywhere (C-1)', () => {
    for (const standard of ['WT', 'PS', 'DA', 'SA', 'LI'] as const) {
      expect(discussionRequired(readingOf(under(standard), ['reasonableCause']))).toEqual(['C-1']);
    }
  });

  it('by a recent plan: an enquiry for one kind of referral, a meeting for the other (C-8, C-9)', () => {
    const lead = (fact: RuleFact) =>
      triggers(under('SA'), new Set(['cpPlanWithinTwoYears', fact])).map(({ rule, requires }) => [rule, requires]);
    expect(lead('childProtectionReferral')).toEqual([['C-8', 's47']]);
    expect(lead('cinReferral')).toEqual([['C-9', 'meeting']]);
  });

  it('by a child moving in on a plan, unless the other area keeps the case (C-17)', () => {
    const moved = { concerns: ['cpPlanTransferIn'] as const };
    const ids = (facts: readonly RuleFact[]) => triggers(under('LI'), new Set(facts)).map(({ rule }) => rule);
    expect(ids(moved.concerns)).toEqual(['C-17']);
    expect(ids([...moved.concerns, 'otherAuthorityRetains'])).toEqual([]);
  });

  it('with a conference for both children after an assault between them (C-18)', () => {
    const [found] = triggers(under('LI'), new Set(['childSexualAssaultByChild']));
    expect(found?.conferenceFor).toEqual(['victim', 'allegedPerpetrator']);
  });

  it('whether or not the case is open or was assessed lately (C-2, C-7)', () => {
    expect(notABar(under('PS'), 'caseAlreadyOpen')).toBe('C-2');
    expect(notABar(under('SA'), 'recentlyAssessed')).toBe('C-7');
    expect(notABar(under('PS'), 'recentlyAssessed')).toBeNull();
  });
});

describe('the seven factors', () => {
  it('have prompts that differ between standards (X-2)', () => {
    const hint = (standard: Short) => factors(under(standard)).find(({ name }) => name === 'childVulnerability')?.hint;
    expect(hint('PS')).toContain('looked after');
    expect(hint('SA')).not.toContain('looked after');
    expect(factors(under('LI'))).toEqual([]);
  });

  it('are said to be blank where nobody wrote anything (X-1)', () => {
    const answers = Object.fromEntries(factors(under('PS')).map(({ name }) => [name, 'Weighed']));
    const blankIn = (given: Matter['answers']) => assess(under('PS'), { ...emptyMatter, answers: given }).blankFactors;
    expect(blankIn(answers)).toEqual([]);
    expect(blankIn({ ...answers, source: ' ' }).map(({ name }) => name)).toEqual(['source']);
  });
});

describe('what is to be done', () => {
  it.each<[string, Short, Moment, RuleFact[], string[]]>([
    ['a child who is bleeding goes to hospital (MD-3)', 'SA', 'convening', ['bleeding'], ['MD-3']],
    ['emergency action is followed by the discussion (E-1)', 'PS', 'convening', ['emergencyActionTaken'], ['E-1']],
    ['whose child it is (H-1)', 'PS', 'convening', ['hostNotHome'], ['H-1']],
    [
      'what an order in place means (E-4), and legal advice (L-3)',
      'SA',
      'meeting',
      ['policeProtection'],
      ['E-4', 'L-3'],
    ],
    ['what would raise the score (SC-4)', 'LI', 'meeting', [], ['SC-4']],
    ['an order in force is not left to run (L-2)', 'LI', 'afterwards', ['emergencyProtectionOrder'], ['L-2', 'AC-1']],
    ['actions are followed up by whoever convened (AC-1)', 'DA', 'afterwards', [], ['R-10', 'AC-1']],
    ['the enquiry has its tasks (PL-6, V-4, F-6)', 'PS', 'enquiry', ['s47Yes'], ['PL-6', 'V-4', 'F-6']],
    ['a disabled child has priority (X-4)', 'SA', 'enquiry', ['disabledChild'], ['X-4']],
  ])('%s', (_, standard, moment, facts, rules) => {
    expect(duties(under(standard), moment, new Set(facts)).map(({ rule }) => rule)).toEqual(rules);
  });

  it('lists the eight tasks of a social worker (PL-6)', () => {
    expect(duties(under('PS'), 'enquiry', new Set(['s47Yes']))[0]?.tasks).toHaveLength(8);
  });
});

describe('who is told', () => {
  it.each<[string, Short, Moment, RuleFact[], [string, string, string][]]>([
    ['the home authority at once (H-2)', 'PS', 'convening', ['hostNotHome'], [['H-2', 'homeAuthority', 'immediately']]],
    [
      'the Safeguarding Service of a complex meeting (CH-7)',
      'SA',
      'convening',
      ['complexMeeting'],
      [['CH-7', 'safeguardingService', 'asap']],
    ],
    [
      'a referrer who was not there, in person or by telephone (N-2)',
      'LI',
      'afterwards',
      ['referrerNotInvolved'],
      [
        ['N-2', 'referrer', 'verbally'],
        ['N-6', 'referrer', 'withTheOutcome'],
      ],
    ],
    [
      'the police again if a crime proves worse (J-11)',
      'PS',
      'afterwards',
      ['crimeMoreSerious'],
      [
        ['J-11', 'policeChildProtectionTeam', 'asap'],
        ['R-4', 'chair', 'immediately'],
        ['N-6', 'referrer', 'withTheOutcome'],
      ],
    ],
  ])('%s', (_, standard, moment, facts, told) => {
    const found = noticesOwed(under(standard), moment, new Set(facts));
    expect(found.map(({ rule, to, how }) => [rule, to, how])).toEqual(told);
  });
});

describe('disagreement goes', () => {
  it('to senior managers and then the board in Sandwell (D-1)', () => {
    expect(escalation(under('SA'), 'agencyDissent')?.steps).toEqual(['seniorManagers', 'lscbEscalation']);
  });

  it('to the partnership for a referrer in Liverpool (D-2), and nowhere else that is written down', () => {
    expect(escalation(under('LI'), 'referrerDisagrees')?.rule).toBe('D-2');
    expect(escalation(under('PS'), 'agencyDissent')).toBeNull();
  });
});

/** A telephone call alone: refused where a meeting is needed, and elsewhere for a reason (M-1, M-3, M-4). */
import { describe, expect, it } from 'vitest';
import type { CommandOf } from '../../../src/discussion/commands/command.ts';
import type { Refusal } from '../../../src/discussion/commands/refusal.ts';
import type { StandardKey } from '../../../src/practice/language/vocabulary.ts';
import { instant } from '../../../src/practice/time/instant.ts';
import { refusalWords } from '../../../src/words/refusalWords.ts';
import { convene, saying } from '../../builders/convene.ts';
import { manager, professional } from '../../builders/people.ts';
import { story } from '../../builders/story.ts';

/** Chairs anything, under any of the standards that have ranks. */
const chairs: Partial<Record<StandardKey, CommandOf<'convene'>['chair']>> = {
  sandwell: professional('senior', 'seniorManager', { rank: 'seniorManager' }),
  liverpool: professional('leader', 'childrensTeamLeader', { rank: 'childrensTeamLeader' }),
};

const byPhone = (standard: StandardKey, facts: readonly string[], phoneOnlyReason?: string): Refusal | null => {
  const meeting = { startsAt: instant('2026-09-15T16:00:00+01:00'), format: 'phone' as const, where: '01632 960000' };
  const answers = phoneOnlyReason === undefined ? {} : { phoneOnlyReason };
  const said = { ...saying(facts), answers };
  const chair = chairs[standard] ?? manager;
  return story(standard).when(manager, convene({ chair, facts: said, meeting })).refusal;
};

describe('an ordinary discussion', () => {
  it.each<[string, StandardKey, string]>([
    ['under the Practice Standards (M-1)', 'practice-standards-2025', 'M-1'],
    ['under Sandwell (M-3)', 'sandwell', 'M-3'],
  ])('by telephone alone needs a reason %s', (_name, standard, rule) => {
    const refusal = byPhone(standard, []);
    expect(refusal).toMatchObject({ code: 'barred', blocks: [{ rule, reasonIn: 'phoneOnlyReason' }] });
    if (refusal !== null) expect(refusalWords(refusal).join()).toMatch(/Give the reason if it has to be so/);
    expect(byPhone(standard, [], '   ')).toMatchObject({ code: 'barred' });
    expect(byPhone(standard, [], 'Nobody can travel in the snow')).toBeNull();
  });

  it.each<[string, StandardKey, readonly string[]]>([
    ['under the Practice Standards, if the risk is immediate (M-1)', 'practice-standards-2025', ['immediateRisk']],
    ['under Sandwell, by how urgent it is (M-3)', 'sandwell', ['emergencyActionNeeded']],
    ['under the baseline, which allows calls (M-2)', 'working-together-2023', []],
    ['in Darlington, the same (M-2)', 'darlington', []],
    ['in Liverpool, which does not say', 'liverpool', []],
  ])('needs none %s', (_name, standard, facts) => {
    expect(byPhone(standard, facts)).toBeNull();
  });
});

describe('under Sandwell a meeting is needed, whatever the reason for a call (M-4)', () => {
  it.each<[string, readonly string[]]>([
    ['a complex case', ['multiplePerpetrators']],
    ['a child in need referral after a plan in the past two years (C-9)', ['cpPlanWithinTwoYears', 'cinReferral']],
    ['the same of a child who is on a plan now', ['cpPlan', 'cinReferral']],
  ])('of %s', (_name, facts) => {
    expect(byPhone('sandwell', facts, 'Nobody can travel in the snow')).toMatchObject({
      code: 'barred',
      blocks: [{ rule: 'M-4', reasonIn: null }],
    });
  });

  it('but not where the risk is immediate', () => {
    expect(byPhone('sandwell', ['multiplePerpetrators', 'immediateRisk'])).toBeNull();
  });
});

it('a meeting, or a video call, is asked nothing', () => {
  for (const format of ['meeting', 'video'] as const) {
    expect(story().when(manager, convene({ meeting: { ...convene().meeting, format } })).refusal).toBeNull();
  }
});

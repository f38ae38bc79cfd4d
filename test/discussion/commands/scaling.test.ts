import { describe, expect, it } from 'vitest';
import type { CommandOf } from '../../../src/discussion/commands/command.ts';
import { matterOf } from '../../../src/discussion/matter/matterOf.ts';
import { inSession } from '../../builders/attendance.ts';
import { child, convene } from '../../builders/convene.ts';
import { health, police, professional, stranger } from '../../builders/people.ts';
import { story, type Story } from '../../builders/story.ts';

const leader = professional('leader', 'childrensSocialCare', { rank: 'childrensTeamLeader' });
const siblings = [child(), child({ childId: 'B', name: 'Kim Sample', initials: 'K.S.' })];

const convened = (standard = 'liverpool'): Story =>
  story(standard).then(leader, convene({ chair: leader, invitees: [police, health], children: siblings }));
const met = (): Story => inSession(convened(), leader, police);

const scaling = (over: Partial<CommandOf<'scaleSafety'>> = {}): CommandOf<'scaleSafety'> => ({
  kind: 'scaleSafety',
  personId: police.personId,
  childId: 'A',
  score: 4,
  analysis: 'Two injuries in a week',
  wouldRaise: '',
  ...over,
});

describe('how safe a child is (SC-2, SC-3)', () => {
  it('is said by each for each child, and the last word of each stands', () => {
    const said = met()
      .then(police, scaling())
      .then(police, scaling({ childId: 'B', score: 9, analysis: 'With an aunt' }))
      .then(police, scaling({ score: 6, analysis: 'He has left' }))
      .then(leader, scaling({ personId: leader.personId, score: 5 }));
    if (said.state === null) throw new Error('it was convened');
    const [a, b] = matterOf(said.state).children;
    expect(a?.decision?.scores.map(({ personId, score }) => [personId, score])).toEqual([
      ['police', 6],
      ['leader', 5],
    ]);
    expect(b?.decision?.scores.map(({ score }) => score)).toEqual([9]);
    expect(said.notices.map(({ kind }) => kind)).toEqual(['agendaCard']);
  });

  it.each<[string, Partial<CommandOf<'scaleSafety'>>, string]>([
    ['without a number', { score: null }, 'scaleOutOfRange:police'],
    ['off the scale', { score: 11 }, 'scaleOutOfRange:police'],
    ['below it', { score: -1 }, 'scaleOutOfRange:police'],
    ['between two numbers', { score: 4.5 }, 'scaleOutOfRange:police'],
    ['without a reason', { analysis: ' ' }, 'scaleAnalysisRequired:police'],
  ])('is refused %s', (_, over, code) => {
    const { refusal } = met().when(police, scaling(over));
    expect(refusal).toMatchObject({ code: 'scoreRefused', faults: [{ code }] });
  });

  it('is said of a child of the discussion, by somebody who takes part', () => {
    expect(met().when(police, scaling({ childId: 'C' })).refusal).toEqual({ code: 'noSuchChild' });
    expect(met().when(health, scaling({ personId: health.personId })).refusal).toEqual({
      code: 'notPresent',
      name: null,
    });
    expect(met().when(stranger, scaling({ personId: stranger.personId })).refusal).toMatchObject({
      code: 'notAllowed',
    });
  });

  it('is not asked under a standard without a scale', () => {
    const there = inSession(convened('darlington'), leader, police);
    expect(there.when(police, scaling()).refusal).toEqual({ code: 'notAskedHere' });
  });

  it('stands when they meet again', () => {
    const again = met()
      .then(police, scaling())
      .then(leader, { kind: 'reconvene', meeting: convene().meeting, reason: 'Health could not come' });
    expect(again.state?.scores).toHaveLength(1);
  });
});

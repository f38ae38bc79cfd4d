import { describe, expect, it } from 'vitest';
import { attendanceOf } from '../../../src/discussion/state/discussion.ts';
import { standardKeys } from '../../builders/standards.ts';
import { inSession, present } from '../../builders/attendance.ts';
import { tuesday } from '../../builders/convene.ts';
import { manager, police, professional, school, socialWorker, stranger } from '../../builders/people.ts';
import { convenedStory } from '../../builders/story.ts';

describe('attendance', () => {
  it('of the first person puts the discussion in session', () => {
    const { state, events } = convenedStory().then(police, present(police, { mode: 'phone' }));
    expect(events).toEqual([
      { type: 'attendanceRecorded', participant: police, mode: 'phone', hasAuthority: true, substituteFor: null },
    ]);
    expect(state).toMatchObject({ stage: 'inSession', decisionOpenedAt: null });
  });

  it('recorded again replaces what was recorded, and counts nobody twice', () => {
    const { state } = inSession(convenedStory(), police).then(
      manager,
      present(police, { mode: 'phone', hasAuthority: false }),
    );
    expect(state && attendanceOf(state)).toEqual([
      {
        participant: police,
        mode: 'phone',
        hasAuthority: false,
        substituteFor: null,
        joined: { at: tuesday, isSaid: false },
      },
    ]);
  });

  it('of somebody who was never invited is recorded by the chair', () => {
    const { state } = convenedStory().then(manager, present(stranger));
    expect(state && attendanceOf(state).map((a) => a.participant.personId)).toEqual([stranger.personId]);
  });

  it('may leave open whether somebody can decide', () => {
    const { state } = convenedStory().then(manager, present(school, { hasAuthority: null }));
    expect(state && attendanceOf(state)).toMatchObject([{ hasAuthority: null }]);
  });

  it.each(['child', 'parent', 'carer', 'familyMember'])('of a %s is refused (S-1)', (role) => {
    const relative = professional('relative', role);
    expect(convenedStory().when(manager, present(relative)).refusal).toEqual({
      code: 'familyInvited',
      rule: 'S-1',
      name: 'relative',
    });
  });
});

describe('authority to decide (Q-10)', () => {
  it('is confirmed later, by the person or for them', () => {
    const given = convenedStory().then(manager, present(police, { hasAuthority: null }));
    const own = given.then(police, { kind: 'confirmAuthority', personId: police.personId, hasAuthority: true });
    const forThem = given.then(manager, { kind: 'confirmAuthority', personId: police.personId, hasAuthority: false });
    expect(own.state && attendanceOf(own.state)).toMatchObject([{ hasAuthority: true }]);
    expect(forThem.state && attendanceOf(forThem.state)).toMatchObject([{ hasAuthority: false }]);
  });

  it('is not confirmed for somebody who is not there', () => {
    const command = { kind: 'confirmAuthority', personId: police.personId, hasAuthority: true } as const;
    expect(convenedStory().when(manager, command).refusal).toEqual({ code: 'notPresent', name: null });
    expect(inSession(convenedStory(), socialWorker).when(manager, command).refusal).toMatchObject({
      code: 'notPresent',
    });
  });
});

describe('information', () => {
  const command = { kind: 'shareInformation', text: 'Two bruises seen on Monday' } as const;

  it('is shared before anybody has met, and in an inquorate meeting: it never waits (Q-9)', () => {
    for (const given of [convenedStory(), inSession(convenedStory(), socialWorker)]) {
      const { state, events } = given.then(socialWorker, command);
      expect(events).toEqual([{ type: 'informationShared', personId: socialWorker.personId, text: command.text }]);
      expect(state?.information).toEqual([
        { personId: socialWorker.personId, at: tuesday, text: command.text, proposedActions: null },
      ]);
    }
  });

  it.each(standardKeys)('is kept in the order it was given (%s)', (key) => {
    const ranks = { sandwell: 'socialWorkUnitManager', liverpool: 'childrensTeamLeader' } as const;
    const chair = professional('the-chair', 'socialWorkManager', {
      rank: key === 'sandwell' || key === 'liverpool' ? ranks[key] : 'teamManager',
    });
    const { state } = convenedStory(key, chair, { chair })
      .then(police, { kind: 'shareInformation', text: 'first' })
      .then(school, { kind: 'shareInformation', text: 'second' });
    expect(state?.information.map(({ text }) => text)).toEqual(['first', 'second']);
  });
});

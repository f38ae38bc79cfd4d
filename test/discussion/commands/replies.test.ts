import { describe, expect, it } from 'vitest';
import type { CommandOf } from '../../../src/discussion/commands/command.ts';
import { invitationOf } from '../../../src/discussion/state/discussion.ts';
import { health, manager, police, professional, school } from '../../builders/people.ts';
import { convenedStory } from '../../builders/story.ts';
import { convene } from '../../builders/convene.ts';

const written = { information: 'Attendance fell in June', proposedActions: 'Daily check with the class teacher' };
const sergeant = professional('sergeant', 'police');

const decline = (over: Partial<CommandOf<'decline'>> = {}): CommandOf<'decline'> => ({
  kind: 'decline',
  reason: 'In court',
  substitute: null,
  written: null,
  ...over,
});

describe('accepting', () => {
  it.each([true, false])('says whether they can decide for their agency: %s (Q-10)', (hasAuthority) => {
    const { state, events } = convenedStory().then(police, { kind: 'accept', hasAuthority });
    expect(events).toEqual([{ type: 'invitationAccepted', personId: police.personId, hasAuthority }]);
    expect(state && invitationOf(state, police.personId)?.reply).toEqual({ answer: 'accepted', hasAuthority });
  });

  it('leaves everybody else’s answer as it was', () => {
    const { state } = convenedStory().then(police, { kind: 'accept', hasAuthority: true });
    expect(state && invitationOf(state, health.personId)?.reply).toEqual({ answer: 'awaited' });
  });

  it('a later answer replaces an earlier one', () => {
    const { state } = convenedStory().then(police, decline()).then(police, { kind: 'accept', hasAuthority: true });
    expect(state && invitationOf(state, police.personId)?.reply.answer).toBe('accepted');
  });
});

describe('declining', () => {
  it('in favour of somebody invited already invites nobody twice, and asks nobody', () => {
    const { state, events } = convenedStory().then(police, decline({ substitute: health }));
    expect(events.map((e) => e.type)).toEqual(['invitationDeclined']);
    expect(state?.invitations.map((i) => i.participant.personId)).toEqual(convene().invitees.map((p) => p.personId));
    expect(state && invitationOf(state, police.personId)?.substitute).toEqual({
      standing: 'invited',
      participant: health,
    });
  });

  it('with written information keeps it, with the actions proposed (S-3)', () => {
    const { state, events } = convenedStory().then(school, decline({ written }));
    expect(events.map((e) => e.type)).toEqual(['invitationDeclined', 'writtenInformationGiven']);
    expect(state?.information).toMatchObject([
      { personId: school.personId, text: written.information, proposedActions: written.proposedActions },
    ]);
  });

  it('with nothing is accepted where the standard asks for no substitute', () => {
    expect(convenedStory().when(police, decline()).refusal).toBeNull();
  });

  it('in favour of a relative is refused (S-1)', () => {
    const relative = professional('relative', 'familyMember');
    expect(convenedStory().when(police, decline({ substitute: relative })).refusal).toEqual({
      code: 'familyInvited',
      rule: 'S-1',
      name: 'relative',
    });
  });
});

describe('declining in Sandwell, where an agency representative must be named (S-2)', () => {
  const unitManager = professional('unit-manager', 'socialWorkManager', { rank: 'socialWorkUnitManager' });
  const sandwell = () => convenedStory('sandwell', unitManager, { chair: unitManager });

  it('with nothing is refused, and says what would do', () => {
    expect(sandwell().when(police, decline()).refusal).toEqual({ code: 'substituteRequired', rule: 'S-2' });
  });

  it.each([
    ['a substitute', { substitute: sergeant }],
    ['written information instead (S-3)', { written }],
  ])('with %s is accepted', (_name, over) => {
    expect(sandwell().when(police, decline(over)).refusal).toBeNull();
  });
});

it.each([
  ['the manager who convened it and chairs', manager],
  ['a substitute nobody has named', sergeant],
])('%s has no invitation to answer', (_name, who) => {
  expect(convenedStory().when(who, decline()).refusal).toMatchObject({ code: 'notAllowed', allowed: ['invitee'] });
});

/** The convenor, the chair and the lead social worker are handed over: to whom they may be, and what stands afterwards. */
import { describe, expect, it } from 'vitest';
import type { CommandOf } from '../../../src/discussion/commands/command.ts';
import { capacitiesOf } from '../../../src/discussion/commands/capacity.ts';
import { assessed } from '../../../src/discussion/matter/assessed.ts';
import { convenedBy, holderOf } from '../../../src/discussion/state/handover.ts';
import { namedPersonId } from '../../../src/discussion/state/namedPerson.ts';
import { leadSocialWorker } from '../../../src/discussion/state/responsible.ts';
import { summarise } from '../../../src/discussion/state/summarise.ts';
import { inSession, present, quorate } from '../../builders/attendance.ts';
import { recordDecision } from '../../builders/decision.ts';
import { actor, health, manager, police, professional, socialWorker, stranger, system } from '../../builders/people.ts';
import { practiceFor } from '../../builders/standards.ts';
import { convenedStory, stateOf, story } from '../../builders/story.ts';

const chair = professional('chair', 'serviceManager', { rank: 'serviceManager' });
const deputy = professional('deputy', 'teamManager', { rank: 'teamManager' });
const teamLeader = professional('leader', 'childrensTeamLeader', { rank: 'childrensTeamLeader' });
const colleague = professional('colleague', 'socialWorker');

const handOver = (over: Partial<CommandOf<'handOver'>> = {}): CommandOf<'handOver'> => ({
  kind: 'handOver',
  part: 'chair',
  to: deputy,
  reason: 'On leave from tomorrow',
  seen: 0,
  ...over,
});
/** One manager convened it, another chairs it. */
const convened = () => convenedStory('practice-standards-2025', manager, { chair });

describe('the chair', () => {
  it('is whoever it was handed over to, and who had it, when and why stays on the record', () => {
    const { chair: now, handovers } = stateOf(convened().then(chair, handOver()));
    expect(now).toEqual(deputy);
    expect(handovers).toMatchObject([
      { part: 'chair', from: chair, to: deputy, reason: 'On leave from tomorrow', by: chair.personId, version: 2 },
    ]);
  });

  it('goes to nobody whom the standard does not let chair, whoever asks (CH-1)', () => {
    for (const who of [chair, manager]) {
      expect(convened().when(who, handOver({ to: teamLeader })).refusal).toEqual({
        code: 'chairNotEligible',
        rule: 'CH-1',
        name: 'leader',
        ranks: ['teamManager', 'serviceManager'],
      });
    }
  });

  it('goes to nobody who is in no directory, for they could not sign in', () => {
    const typed = professional(namedPersonId('SD-TEST22', 'invited', 'n'), 'teamManager', { rank: 'teamManager' });
    expect(convened().when(chair, handOver({ to: typed })).refusal).toMatchObject({ code: 'notInDirectory' });
  });

  it('is taken over by a manager who may chair it, whom it did not concern until then', () => {
    expect(stateOf(convened().then(deputy, handOver())).chair).toEqual(deputy);
  });

  it('is not taken over by a manager who may not chair it: for them there is no such discussion', () => {
    expect(convened().when(teamLeader, handOver({ to: teamLeader })).refusal).toEqual({
      code: 'unknownDiscussion',
      reference: 'SD-TEST22',
    });
  });

  it('is no other manager’s to give to somebody else', () => {
    expect(convened().when(teamLeader, handOver()).refusal).toMatchObject({ code: 'notAllowed', command: 'handOver' });
  });

  it('of before can no longer decide, and reads who can', () => {
    const after = quorate(convened()).then(chair, handOver());
    for (const command of [{ kind: 'openDecision' } as const, recordDecision(), handOver({ to: manager, seen: 1 })]) {
      expect(after.when(chair, command).refusal).toEqual({ code: 'handedOn', part: 'chair', name: 'deputy' });
    }
  });

  it('of now decides, once they are there themselves', () => {
    const met = inSession(convened(), chair, socialWorker, police, health).then(chair, handOver());
    expect(met.when(deputy, recordDecision()).refusal).toMatchObject({ code: 'inquorate' });
    expect(met.then(deputy, present(deputy)).then(deputy, recordDecision()).state?.stage).toBe('decided');
  });

  it('to whom it is given back decides as before', () => {
    const back = convened()
      .then(chair, handOver())
      .then(deputy, handOver({ to: chair, seen: 1 }));
    expect(inSession(back, chair).when(chair, { kind: 'openDecision' }).refusal).toBeNull();
  });

  it('who chaired stays on the record of the decision, and counts as having chaired it', () => {
    const decided = inSession(convened(), chair, socialWorker, police, health).then(chair, recordDecision());
    const after = stateOf(decided.then(manager, handOver()));
    expect(after).toMatchObject({ chair: deputy, decision: { chair, by: chair.personId } });
    expect(assessed(after, practiceFor('practice-standards-2025')).quorum.quorate).toBe(true);
  });
});

describe('the convenor', () => {
  it('is whoever it was handed over to; who convened it is still known', () => {
    const after = stateOf(convened().then(manager, handOver({ part: 'convenor' })));
    expect(after.convenor).toEqual(deputy);
    expect(convenedBy(after)).toMatchObject({ personId: manager.personId });
  });

  it('is a manager (C-1)', () => {
    expect(convened().when(manager, handOver({ part: 'convenor', to: socialWorker })).refusal).toEqual({
      code: 'notAManager',
      rule: 'C-1',
      name: 'social-worker',
    });
  });
});

describe('the lead social worker', () => {
  const taken = () => convened().then(chair, handOver({ part: 'socialWorker', to: colleague }));

  it('is invited in the place of the one before, and carries the case on whoever is there', () => {
    const { invitations } = stateOf(taken());
    expect(invitations.map(({ participant }) => participant.personId)).toEqual([
      'colleague',
      'police',
      'health',
      'school',
    ]);
    const met = taken().then(chair, present(socialWorker));
    expect(leadSocialWorker(stateOf(met))).toEqual(colleague);
  });

  it('who is invited already is invited once', () => {
    const both = convenedStory('practice-standards-2025', manager, { chair, invitees: [socialWorker, colleague] });
    const { invitations } = stateOf(both.then(chair, handOver({ part: 'socialWorker', to: colleague })));
    expect(invitations.map(({ participant }) => participant.personId)).toEqual(['colleague']);
  });

  it('is of social work, or a manager who holds the case for the time being', () => {
    expect(convened().when(chair, handOver({ part: 'socialWorker', to: police })).refusal).toMatchObject({
      code: 'roleNotTheirs',
      name: 'police',
    });
    const held = stateOf(convened().then(chair, handOver({ part: 'socialWorker', to: deputy })));
    expect(capacitiesOf(held, actor(deputy))).toContain('socialWorker');
  });

  it('where there is none the chair carries it on, and still chairs when somebody takes it', () => {
    const alone = convenedStory('practice-standards-2025', manager, { chair, invitees: [chair, police] });
    expect(holderOf(stateOf(alone), 'socialWorker')).toEqual(chair);
    const after = stateOf(alone.then(chair, handOver({ part: 'socialWorker', to: colleague })));
    expect(after.invitations.map(({ participant }) => participant.personId)).toEqual(['chair', 'police', 'colleague']);
  });
});

it('whoever had it may look at it no more, but for what they are otherwise to it', () => {
  const after = stateOf(convened().then(chair, handOver()));
  expect([...capacitiesOf(after, actor(chair))]).toEqual(['manager']);
  expect(summarise(after, { owed: null, toFileSince: null }).people).toContain(chair.personId);
});

it('two hand the same over at once: the second hears who has it, and nothing happens', () => {
  const first = convened().then(chair, handOver());
  expect(first.when(manager, handOver({ to: manager })).refusal).toEqual({
    code: 'handedOverMeanwhile',
    part: 'chair',
    name: 'deputy',
  });
  expect(first.when(manager, handOver({ to: manager, seen: 1 })).refusal).toBeNull();
  expect(first.when(manager, handOver({ part: 'convenor' })).refusal).toBeNull();
});

it('is not handed over to whoever has it', () => {
  expect(convened().when(manager, handOver({ to: chair })).refusal).toMatchObject({ code: 'alreadyTheirs' });
});

it('a discussion that was stood down is handed over to nobody', () => {
  const ended = convened().then(manager, { kind: 'standDown', because: null, reason: 'Entered twice' });
  expect(ended.when(chair, handOver()).refusal).toEqual({
    code: 'tooLate',
    command: 'handOver',
    stage: 'stoodDown',
  });
});

it('somebody never invited, and the police, hand nothing over', () => {
  for (const who of [stranger, police]) {
    expect(convened().when(who, handOver()).refusal).toMatchObject({ code: 'notAllowed' });
  }
});

describe('somebody who has left the directory', () => {
  const replace = { kind: 'replaceLeaver', part: 'chair', leaver: chair.personId, to: deputy } as const;

  it('is replaced by this program, once', () => {
    const after = convened().then(system, replace);
    expect(stateOf(after)).toMatchObject({ chair: deputy, handovers: [{ from: chair, hasLeft: true, reason: '' }] });
    expect(after.when(system, replace).refusal).toEqual({ code: 'notAskedHere' });
  });

  it('is replaced by nobody whom the standard does not let chair', () => {
    expect(convened().when(system, { ...replace, to: teamLeader }).refusal).toMatchObject({
      code: 'chairNotEligible',
    });
  });
});

it('nobody hands over what has not been convened', () => {
  expect(story().when(manager, handOver()).refusal).toMatchObject({ code: 'unknownDiscussion' });
});

import { describe, expect, test } from 'vitest';
import type { Command } from '../../../src/discussion/commands/command.ts';
import type { Participant } from '../../../src/discussion/state/people.ts';
import { capacities, may, mayDo } from '../../../src/discussion/commands/authority.ts';
import { inSession, present } from '../../builders/attendance.ts';
import { convene, tuesday } from '../../builders/convene.ts';
import { recordDecision } from '../../builders/decision.ts';
import { health, manager, police, professional, socialWorker, stranger } from '../../builders/people.ts';
import { story, type Story } from '../../builders/story.ts';

const chair = professional('chair', 'serviceManager', { rank: 'serviceManager' });
const otherManager = professional('other-manager', 'teamManager', { rank: 'teamManager' });
const substitute = professional('substitute', 'education');
const walkedIn = professional('walked-in', 'police');
const dutyWorker = professional('duty-worker', 'socialWorker');
const leaver = professional('leaver', 'education');

/** A manager convened it and somebody else chairs it; people are there in every capacity. */
const underWay = (): Story =>
  inSession(
    story().then(manager, convene({ chair, invitees: [socialWorker, police, health, leaver] })),
    chair,
    socialWorker,
    police,
    health,
  )
    .then(leaver, { kind: 'decline', reason: 'On leave', substitute, written: null })
    .then(chair, present(walkedIn))
    .then(chair, present(dutyWorker));

const everybody: Readonly<Record<string, Participant>> = {
  'the convenor': manager,
  'the chair': chair,
  'an invited social worker': socialWorker,
  'an invited police officer': police,
  'a substitute who was named': substitute,
  'an officer who walked in': walkedIn,
  'a duty social worker who walked in': dutyWorker,
  'a manager of another team': otherManager,
  'somebody who was never invited': stranger,
};

const lead = ['the convenor', 'the chair'];
const invited = ['an invited social worker', 'an invited police officer', 'a substitute who was named'];
const walkedInAll = ['an officer who walked in', 'a duty social worker who walked in'];
const takingPart = [...lead, ...invited, ...walkedInAll];
const meeting = { ...convene().meeting, where: 'Room 5' };

const table: readonly (readonly [string, (who: Participant) => Command, readonly string[]])[] = [
  ['accept the invitation', () => ({ kind: 'accept', hasAuthority: true }), invited],
  ['decline it', () => ({ kind: 'decline', reason: 'Ill', substitute: null, written: null }), invited],
  ['say they are here', (who) => present(who), takingPart],
  ['record somebody else’s attendance', () => present(professional('anybody', 'gp')), lead],
  [
    'say they can decide for their agency',
    (who) => ({ kind: 'confirmAuthority', personId: who.personId, hasAuthority: true }),
    takingPart,
  ],
  [
    'say so for somebody else',
    () => ({ kind: 'confirmAuthority', personId: health.personId, hasAuthority: true }),
    lead,
  ],
  ['share information', () => ({ kind: 'shareInformation', text: 'Seen on Monday' }), takingPart],
  [
    'record emergency action',
    () => ({ kind: 'recordEmergencyAction', action: 'Police protection', takenAt: tuesday, takenBy: 'Police' }),
    [...lead, 'an invited social worker', 'a duty social worker who walked in'],
  ],
  ['open the decision form', () => ({ kind: 'openDecision' }), ['the chair']],
  ['record the decision', () => recordDecision(), ['the chair']],
  [
    'ask somebody else to come',
    () => ({ kind: 'invite', participant: professional('late-comer', 'gp'), insteadOf: null }),
    lead,
  ],
  ['change the time', () => ({ kind: 'reconvene', meeting, reason: 'Room taken' }), lead],
  ['stand it down', () => ({ kind: 'standDown', reason: 'Convened twice' }), lead],
];

describe.each(table)('who may %s', (_deed, command, allowed) => {
  test.each(Object.entries(everybody))('%s', (name, who) => {
    const refusal = underWay().when(who, command(who)).refusal;
    if (allowed.includes(name)) expect(refusal?.code).not.toBe('notAllowed');
    else expect(refusal).toMatchObject({ code: 'notAllowed' });
  });
});

describe('who may convene', () => {
  test.each<[string, Participant, boolean]>([
    ['a team manager', manager, true],
    ['a manager of another team', otherManager, true],
    ['a social worker', socialWorker, false],
    ['a police officer', police, false],
    ['somebody nobody knows', stranger, false],
  ])('%s', (_name, who, allowed) => {
    const refusal = story().when(who, convene()).refusal;
    if (allowed) expect(refusal).toBeNull();
    else expect(refusal).toEqual({ code: 'notAllowed', command: 'convene', allowed: ['manager'] });
  });
});

test('a refusal says who could have done it', () => {
  expect(underWay().when(police, { kind: 'openDecision' }).refusal).toEqual({
    code: 'notAllowed',
    command: 'openDecision',
    allowed: ['chair'],
  });
});

test('an absent invitee says they are here before anybody has met', () => {
  const first = story().then(manager, convene()).then(police, present(police));
  expect(first.state).toMatchObject({ stage: 'inSession' });
});

test('being present at an earlier meeting gives no say in a later one', () => {
  const again = underWay().then(chair, { kind: 'reconvene', meeting, reason: 'No paediatrician' });
  expect(again.when(walkedIn, { kind: 'shareInformation', text: 'x' }).refusal).toMatchObject({ code: 'notAllowed' });
});

describe('the table itself', () => {
  test('allows nothing to somebody with no capacity', () => {
    for (const deed of Object.keys(mayDo) as (keyof typeof mayDo)[]) expect(may(deed, new Set())).toBe(false);
  });

  test('reading needs a part in the discussion, listing needs a manager', () => {
    const able = (deed: keyof typeof mayDo) => capacities.filter((capacity) => may(deed, new Set([capacity])));
    expect(able('read')).toEqual(['convenor', 'chair', 'invitee', 'present']);
    expect(able('seeDeliveries')).toEqual(['convenor', 'chair']);
    expect(able('list')).toEqual(['manager']);
  });
});

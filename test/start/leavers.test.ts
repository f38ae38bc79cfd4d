/** Who takes over from somebody who has left the directory, and of which discussions. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createDirectory, type Directory } from '../../src/directory/directory.ts';
import type { Discussion } from '../../src/discussion/state/discussion.ts';
import type { Participant } from '../../src/discussion/state/people.ts';
import { replaceLeavers } from '../../src/start/leavers.ts';
import { agree } from '../builders/action.ts';
import { present } from '../builders/attendance.ts';
import { convene, tuesday } from '../builders/convene.ts';
import { recordDecision } from '../builders/decision.ts';
import { complete } from '../builders/gate.ts';
import { directoryOf, health, manager, police, professional, socialWorker } from '../builders/people.ts';
import { openOffice, reference, type Office } from '../conduct/office.ts';

const chair = professional('chair', 'teamManager', { rank: 'teamManager' });
const service = professional('service', 'serviceManager', { rank: 'serviceManager' });
const leader = professional('a-leader', 'childrensTeamLeader', { rank: 'childrensTeamLeader' });

let office: Office;
let directory: Directory;
let logged: object[];
beforeEach(async () => {
  office = await openOffice();
  directory = createDirectory(office.stores.directory);
  logged = [];
});
afterEach(() => office.close());

const come = (...people: readonly Participant[]) => directory.importPeople(directoryOf(...people));
const leave = (...ids: readonly string[]) => directory.remove(ids);
const goRound = () =>
  replaceLeavers({ ...office, store: office.stores.store, directory, log: (entry) => void logged.push(entry) });
const now = async (): Promise<Discussion> => (await office.conduct.current(reference)) ?? expect.fail('none is there');
const convened = async (): Promise<void> => {
  await come(chair, service, leader);
  expect(await office.act(manager, convene({ chair }))).toMatchObject({ result: 'done' });
};

it('each part of an open discussion goes to the service manager', async () => {
  await convened();
  await leave('manager', 'chair', 'social-worker');
  await goRound();
  const { convenor, chair: chairs, handovers } = await now();
  expect([convenor.personId, chairs.personId]).toEqual(['service', 'service']);
  expect(handovers.map(({ part, from, to }) => [part, from.personId, to.personId])).toEqual([
    ['convenor', 'manager', 'service'],
    ['chair', 'chair', 'service'],
    ['socialWorker', 'social-worker', 'service'],
  ]);
});

it('a second round, or another program that goes round, changes nothing more', async () => {
  await convened();
  await leave('chair');
  await Promise.all([goRound(), goRound()]);
  await goRound();
  expect((await now()).handovers).toHaveLength(1);
});

it('where there is no service manager another manager takes it over, of those who may', async () => {
  await convened();
  await leave('chair', 'service');
  await goRound();
  expect((await now()).chair.personId).toBe('manager');
});

it('where nobody may, it stays with whoever has left, and the log says so', async () => {
  await convened();
  await leave('chair', 'service', 'manager');
  await goRound();
  expect(await now()).toMatchObject({ chair: { personId: 'chair' }, convenor: { personId: 'a-leader' } });
  expect(logged).toEqual([{ what: 'nobodyToTakeOver', reference, part: 'chair' }]);
});

it('nothing changes where somebody else has left', async () => {
  await convened();
  await leave('police');
  await goRound();
  expect((await now()).handovers).toEqual([]);
});

it('what is still to be done after a decision is handed over too', async () => {
  await convened();
  for (const who of [chair, socialWorker, police, health]) await office.act(who, present(who));
  expect(await office.act(chair, recordDecision())).toMatchObject({ result: 'done' });
  await leave('chair');
  await goRound();
  expect(await now()).toMatchObject({
    stage: 'decided',
    chair: { personId: 'service' },
    decision: { chair: { personId: 'chair' } },
  });
});

const decided = async (): Promise<void> => {
  await convened();
  for (const who of [chair, socialWorker, police, health]) await office.act(who, present(who));
  expect(await office.act(chair, recordDecision())).toMatchObject({ result: 'done' });
};

it('what they were to do goes to whoever follows the actions up, with why', async () => {
  await decided();
  await come(...[police, professional('nurse', 'schoolNurse')]);
  await office.act(chair, agree(professional('nurse', 'schoolNurse')));
  await leave('nurse');
  await goRound();
  await goRound();
  const [action] = (await now()).actions;
  expect(action).toMatchObject({
    owner: { personId: 'manager' },
    changed: { reason: expect.stringContaining('is no longer in the directory.') as string },
  });
  expect((await office.stores.store.load(reference)).filter(({ actor }) => actor.via === 'system')).toHaveLength(1);
});

it('the result they were asked for is asked of another of their rank, and of nobody who had a hand in it', async () => {
  await decided();
  const head = (id: string) => professional(id, 'headOfService', { rank: 'headOfService' });
  await come(head('first-head'), head('second-head'));
  await reportAndSign(head('first-head'));
  await leave('first-head');
  await goRound();
  expect(await now()).toMatchObject({ reports: [{ standing: { check: { decider: { personId: 'second-head' } } } }] });
  await leave('second-head');
  await goRound();
  expect(logged).toContainEqual({ what: 'nobodyToTakeOver', reference, part: 'result' });
});

/** By the social worker, and by the chair. */
const reportAndSign = async (decider: Participant): Promise<void> => {
  const seen = { at: tuesday, answers: { seenAlone: 'yes' } };
  const answers = { parentalPermission: { permissionGiven: 'yes' } };
  await office.act(socialWorker, { kind: 'recordEnquiry', childId: 'A', seen, answers });
  const reporting = { kind: 'reportEnquiry', childId: 'A', answers: complete(await now()) } as const;
  expect(await office.act(socialWorker, reporting)).toMatchObject({ result: 'done' });
  expect(await office.act(chair, { kind: 'checkEnquiry', childId: 'A', decider })).toMatchObject({ result: 'done' });
};

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { attendanceOf, invitationOf } from '../../src/discussion/state/discussion.ts';
import { namedPersonId } from '../../src/discussion/state/namedPerson.ts';
import type { Participant } from '../../src/discussion/state/people.ts';
import { createDirectory } from '../../src/directory/directory.ts';
import { present } from '../builders/attendance.ts';
import { convene, referrer } from '../builders/convene.ts';
import { health, manager, police, professional, school, socialWorker, stranger } from '../builders/people.ts';
import { openOffice, reference, type Office } from './office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

/** The manager has more roles, as a directory gives them. */
const listed = {
  ...{ id: manager.personId, name: 'Priya Shah', agency: 'Exampleshire County Council', title: 'Manager' },
  ...{ roles: ['teamManager', 'socialWorkManager'], rank: 'teamManager', email: 'priya@exampleshire.gov.uk' },
};
const enter = (...people: readonly object[]) =>
  createDirectory(office.stores.directory).importPeople(JSON.stringify({ people }));

const named = (key: string, over: Partial<Participant>): Participant =>
  professional(namedPersonId(reference, 'attended', key), 'police', { agency: 'Northmoor Police', ...over });
const identified = { how: 'idCardSeen', note: '' } as const;

describe('somebody of the directory', () => {
  beforeEach(async () => {
    await enter(listed);
    await office.act(manager, convene());
  });

  it('has the name, agency, rank and roles of their entry, whatever was entered', async () => {
    const entered = { ...manager, name: 'Chief Constable', agency: 'Police', rank: null, email: 'a@b.example' };
    const acted = await office.act(manager, present(entered, { identified }));
    const { id: personId, name, agency, rank, roles } = listed;
    const asListed = { personId, name, agency, rank, roles, role: 'teamManager', email: null };
    expect(acted).toMatchObject({ discussion: { attendance: [{ participant: asListed }] } });
    // Nobody has to be identified whom the directory knows.
    expect(acted).not.toHaveProperty('discussion.attendance.0.identified');
  });

  it.each(['policeDdm', 'health', 'socialWorker', 'chair', 'referrer', 'constructor'])('is no %s', async (role) => {
    const acted = await office.act(manager, present({ ...manager, role }));
    expect(acted).toMatchObject({
      refusal: { code: 'roleNotTheirs', name: 'Priya Shah', roles: ['Team Manager', 'Social Work Manager'] },
    });
  });

  it('is recognised by address, or by name and agency, and is still no police officer', async () => {
    for (const over of [
      { name: 'Anybody', email: 'PRIYA@Exampleshire.gov.uk' },
      { name: 'shah priya', agency: 'exampleshire county council' },
    ]) {
      const command = { kind: 'invite', participant: named('p', over), insteadOf: null } as const;
      expect(await office.act(manager, command)).toMatchObject({ refusal: { code: 'roleNotTheirs' } });
    }
  });

  it('who is not in it any more has to be entered by name', async () => {
    const gone = professional('gone', 'police');
    expect(await office.act(manager, present(gone))).toMatchObject({
      refusal: { code: 'notInDirectory', name: 'gone' },
    });
  });
});

describe('in somebody’s place', () => {
  it('comes whoever takes the same seat, as themselves (S-2)', async () => {
    await office.act(manager, convene());
    await enter({
      ...listed,
      id: 'sam',
      name: 'Sam Whitlock',
      agency: 'Exampleshire Police',
      roles: ['police'],
      rank: null,
      email: null,
    });
    const substitute = professional('sam', police.role);
    const acted = await office.act(police, { kind: 'decline', reason: '', substitute, written: null });
    expect(acted).toMatchObject({ result: 'done' });
    const proposed = acted.result === 'done' ? invitationOf(acted.discussion, police.personId)?.substitute : null;
    expect(proposed).toMatchObject({ standing: 'proposed', participant: { name: 'Sam Whitlock', role: 'police' } });
  });

  it('nobody comes who cannot take the seat', async () => {
    await office.act(manager, convene());
    const substitute = { ...school, role: police.role };
    expect(await office.act(police, { kind: 'decline', reason: '', substitute, written: null })).toMatchObject({
      refusal: { code: 'cannotStandIn', name: 'school' },
    });
    const instead = present(substitute, { substituteFor: police.role });
    expect(await office.act(manager, instead)).toMatchObject({ refusal: { code: 'cannotStandIn' } });
  });

  it('nobody names themselves', async () => {
    await office.act(manager, convene());
    const decline = { kind: 'decline', reason: '', substitute: police, written: null } as const;
    expect(await office.act(police, decline)).toEqual({
      result: 'refused',
      refusal: { code: 'substituteRequired', rule: 'S-2' },
    });
  });
});

describe('somebody in no directory', () => {
  beforeEach(() => office.act(manager, convene()));

  it('is one person, however often and by whomever they are entered', async () => {
    await office.act(manager, present(named('1', { name: 'Amal Noor' }), { identified }));
    const again = named('2', { name: 'NOOR, Amal', agency: 'Police (Northmoor)' });
    const acted = await office.act(manager, present(again, { mode: 'phone' }));
    const there = acted.result === 'done' ? attendanceOf(acted.discussion) : [];
    expect(there).toMatchObject([{ participant: { name: 'Amal Noor' }, mode: 'phone', identified }]);
    const invite = { kind: 'invite', participant: again, insteadOf: null } as const;
    expect(await office.act(manager, invite)).toMatchObject({ result: 'done' });
    expect(await office.act(manager, invite)).toMatchObject({ refusal: { code: 'alreadyInvited' } });
  });

  it.each([
    ['Northmoor Borough Council', true],
    ['The Annexe', false],
    // The directory knows what this agency is, though its name does not say.
    ['Hillside Primary School', true],
  ])('of %s is no police officer', async (agency, isKnown) => {
    const acted = await office.act(manager, present(named('1', { agency }), { identified }));
    expect(acted).toMatchObject({ refusal: { code: 'roleOfAnotherAgency', belongsTo: ['police'], agency, isKnown } });
  });
});

describe('when it is convened', () => {
  it('whoever is there twice is invited once', async () => {
    const twice = named('1', { name: health.name, agency: health.agency, role: 'health' });
    const acted = await office.act(manager, convene({ invitees: [socialWorker, police, health, twice] }));
    expect(acted).toHaveProperty('discussion.invitations.length', 3);
  });

  it('somebody of the directory who made the referral may be invited as just that (I-1)', async () => {
    const asReferrer = { ...school, role: 'referrer' };
    const referral = { ...convene().referral, referrer: referrer({ personId: school.personId }) };
    const acted = await office.act(manager, convene({ referral, invitees: [police, asReferrer] }));
    expect(acted).toMatchObject({ result: 'done' });
    expect(await office.act(manager, present(asReferrer))).toMatchObject({ result: 'done' });
  });
});

it('whoever may not do it learns nothing of anybody', async () => {
  await office.act(manager, convene());
  const probe = present({ ...manager, role: 'policeDdm' });
  expect(await office.act(stranger, probe)).toMatchObject({ refusal: { code: 'unknownDiscussion' } });
  expect(await office.act(police, probe)).toMatchObject({ refusal: { code: 'notAllowed' } });
});

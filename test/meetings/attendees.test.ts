/** Who has the meeting in their calendar through it, and who gets a calendar file instead. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calendarEdges, isInCalendar, type Meetings } from '../../src/start/meetingEvents.ts';
import { createDirectory, type Directory } from '../../src/directory/directory.ts';
import { plusMillis, type Instant } from '../../src/practice/time/instant.ts';
import { quorate } from '../builders/attendance.ts';
import { convene, tuesday } from '../builders/convene.ts';
import { recordDecision } from '../builders/decision.ts';
import { health, manager, police, school, socialWorker, system } from '../builders/people.ts';
import { convenedStory, stateOf, type Story } from '../builders/story.ts';
import { openOffice, type Office } from '../conduct/office.ts';
import { aNotice } from '../store/contract/commits.ts';

const tenantId = '99999999-8888-4777-8666-555555555555';
const otherTenant = '11111111-8888-4777-8666-555555555555';
const userId = (n: number): string => `00000000-0000-4000-8000-00000000000${n}`;

const entryOf = (who: typeof police, email: string | null, teams: { tenantId: string; userId: string } | null) => ({
  id: who.personId,
  name: who.name,
  title: 'Professional',
  agency: who.agency,
  roles: [who.role],
  rank: null,
  email,
  teams,
});
const people = [
  entryOf(manager, 'manager@exampleshire.gov.uk', { tenantId, userId: userId(1) }),
  entryOf(socialWorker, 'worker@exampleshire.gov.uk', { tenantId, userId: userId(2) }),
  entryOf(police, 'police@exampleshire.police.uk', { tenantId: otherTenant, userId: userId(3) }),
  entryOf(health, null, { tenantId, userId: userId(4) }),
  entryOf(school, 'head@school.example', null),
];

let office: Office;
let directory: Directory;
beforeAll(async () => {
  office = await openOffice();
  directory = createDirectory(office.stores.directory);
  const imported = await directory.importPeople(JSON.stringify({ people }));
  expect(imported).toMatchObject({ result: 'imported' });
});
afterAll(() => office.close());

const meetings: Meetings = { tenantId, send: () => Promise.reject(new Error('nothing is sent')) };
const meeting = { ...convene().meeting, calendar: 'entry' } as const;
const convened = convenedStory(undefined, manager, { meeting });
const planOf = async (given: Story, now: Instant = tuesday) => {
  const { conduct } = office;
  const parts = calendarEdges({ meetings, conduct, directory, clock: () => now });
  const notice = aNotice('SD-TEST22/1/meetingEvent/calendar', { kind: 'meetingEvent', recipient: { to: 'calendar' } });
  return parts.planFor(notice, stateOf(given));
};
const attendeesOf = async (given: Story): Promise<readonly string[]> => {
  const plan = await planOf(given);
  if (plan === 'superseded') throw new Error('nothing is entered');
  return plan.entry.attendees;
};

describe('in the calendar', () => {
  it('the chair and those invited who are in our own Teams with an address of their own', async () => {
    expect(await attendeesOf(convened)).toEqual(['manager@exampleshire.gov.uk', 'worker@exampleshire.gov.uk']);
  });

  it('not whoever has said that they are not coming', async () => {
    const written = { information: 'Known to us', proposedActions: 'None' };
    const given = convened.then(socialWorker, { kind: 'decline', reason: 'On leave', substitute: null, written });
    expect(await attendeesOf(given)).toEqual(['manager@exampleshire.gov.uk']);
  });

  it('the reference, the time and the place, and nothing else', async () => {
    const plan = await planOf(convened);
    expect(plan).toMatchObject({
      entry: {
        subject: 'Strategy discussion SD-TEST22',
        text: 'Strategy discussion SD-TEST22. You will find the details in your invitation.',
        startsAt: meeting.startsAt,
        endsAt: plusMillis(meeting.startsAt, 3_600_000),
        location: 'Room 4',
        online: false,
        cancelled: false,
      },
    });
    expect(JSON.stringify(plan)).not.toMatch(/Jo Sample|J\.S\.|2019|marks|Nursery/);
  });

  it('no longer than an hour after it was to start', async () => {
    expect(await planOf(convened, plusMillis(meeting.startsAt, 3_600_000))).not.toBe('superseded');
    expect(await planOf(convened, plusMillis(meeting.startsAt, 3_600_001))).toBe('superseded');
  });

  it('once it has been decided, as it was: nothing is entered any more', async () => {
    expect(await planOf(convened)).not.toBe('superseded');
    expect(await planOf(quorate(convened).then(manager, recordDecision()))).toBe('superseded');
  });

  it('stood down, as not taking place', async () => {
    const given = convened.then(manager, { kind: 'standDown', because: null, reason: 'Entered twice' });
    expect(await planOf(given)).toMatchObject({ entry: { cancelled: true } });
  });
});

describe('a calendar file goes to whoever is not', () => {
  const isIn = (given: Story, who: typeof police, where: Meetings | null = meetings) =>
    isInCalendar(stateOf(given), who.personId, { directory, meetings: where });
  it.each([
    ['nobody in our own Teams gets one', socialWorker, true],
    ['somebody in another tenant does', police, false],
    ['somebody known without an address does', health, false],
    ['somebody outside Teams does', school, false],
  ])('%s', async (_name, who, expected) => {
    expect(await isIn(convened, who)).toBe(expected);
  });

  it('everybody does where no meetings are made, or the calendar did not take this one', async () => {
    expect(await isIn(convenedStory(), socialWorker)).toBe(false);
    expect(await isIn(convened, socialWorker, null)).toBe(false);
    const failed = convened.then(system, { kind: 'reportMeetingFault', why: 'The calendar said no' });
    expect(await isIn(failed, socialWorker)).toBe(false);
  });
});

it('a meeting entered once, where meetings are no longer made: the convenor hears of it', async () => {
  const parts = calendarEdges({ meetings: null, conduct: office.conduct, directory, clock: () => tuesday });
  const plan = await planOf(convened);
  if (plan === 'superseded') throw new Error('nothing is entered');
  const id = aNotice('SD-TEST22/1/meetingEvent/calendar').id;
  expect(await parts.send({ ...plan.entry, id, replaces: null })).toEqual({
    result: 'closed',
    detail: 'This service no longer makes meetings: GRAPH_ORGANISER is not set',
  });
});

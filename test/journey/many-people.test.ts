/** A hundred and fifty people in one discussion: every form opens, every list says what it leaves out, every letter leaves. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDirectory } from '../../src/directory/directory.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import { conveneInChannel } from './convening.ts';
import { startCouncil, textOf, until, type Council, type Shown } from './council.ts';
import { planOfJointEnquiry } from './deciding.ts';
import { recordOf } from './record.ts';
import { agendaOf, arrive, everybodyNeeded, firstPageOfDecision, openDecision } from './takingPart.ts';

const crowd = Array.from({ length: 150 }, (_, i) => ({
  id: `teacher-${i}`,
  name: `Teacher Number ${i} Featherstonehaugh-Cholmondeley`,
  title: 'Designated safeguarding lead and deputy head of the upper school',
  agency: `Exampleshire School ${i} of the Northern Learning Partnership Trust`,
  roles: ['school'],
  rank: null,
  email: `teacher-${i}@school-${i}.example`,
  teams: null,
}));

let council: Council;
let reference: string;
beforeAll(async () => {
  council = await startCouncil();
  const stores = openSqlite(join(council.dataDir, 'strategy.sqlite'));
  const imported = await createDirectory(stores.directory).importPeople(JSON.stringify({ people: crowd }));
  await stores.close();
  expect(imported.result).not.toBe('refused');
  ({ reference } = await conveneInChannel(council, {
    people: { others: crowd.map(({ id }) => id).join(',') },
    meeting: { time: '10:30' },
  }));
});
afterAll(async () => {
  expect(council.faults).toEqual([]);
  await council.stop();
});

const opened = async (person: string, title: string): Promise<Shown> =>
  council.as(person).press(await council.as(person).press(await agendaOf(council), 'Show what I can do'), title);

describe('of 150 invited', () => {
  it('the agenda counts those it does not name', async () => {
    expect((await recordOf(council, reference)).discussion?.invitations.length).toBeGreaterThan(150);
    expect(textOf((await agendaOf(council, 'priya-shah')).cards)).toMatch(/And \d+ more\./);
  });

  it.each([
    ['priya-shah', 'Record attendance', /Lists show \d+ of \d+\. Anybody else: /],
    ['priya-shah', 'Invite somebody else', /Lists show \d+ of \d+\. Anybody else: /],
    ['tom-reyes', 'Reply to the invitation', /Send my reply/],
    ['priya-shah', 'Record a telephone call', /Record/],
    ['priya-shah', 'Change the time', /Set the new time/],
    ['ellie-vaughan', 'Emergency action', /Record the action/],
    ['ellie-vaughan', 'Read what was said', /concern/i],
  ])('%s opens “%s”', async (person, title, says) => {
    expect((await opened(person, title)).text).toMatch(says);
  });

  it('somebody the list has no room for is recorded by hand, as who the directory has', async () => {
    const form = await opened('priya-shah', 'Record attendance');
    const last = crowd[149];
    const recorded = await council.as('priya-shah').press(form, 'Record attendance', {
      name: last?.name ?? '',
      role: 'school',
      agency: last?.agency ?? '',
      identified: 'knownPersonally',
      mode: 'phone',
      authority: 'yes',
    });
    expect(recorded.text).toContain('is recorded as taking part');
    const { discussion } = await recordOf(council, reference);
    const here = discussion?.stage === 'inSession' ? discussion.attendance : [];
    expect(here.map(({ participant }) => participant.personId)).toEqual(['teacher-149']);
  });

  it('it is decided, and every notice can be made', async () => {
    await arrive(council, everybodyNeeded);
    const chair = council.as('priya-shah');
    let form = await openDecision(council);
    form = await chair.press(form, 'Continue', firstPageOfDecision);
    form = await chair.press(form, 'Continue', planOfJointEnquiry);
    expect((await chair.press(form, 'Record the decision')).text).toMatch(/^✔ /);
    await until(
      'outcomes to have been tried',
      async () => {
        const { notices } = await recordOf(council, reference);
        const outcomes = notices.filter(({ notice }) => notice.kind === 'outcome');
        return outcomes.length > 140 && outcomes.some(({ delivery }) => delivery.status === 'sent') ? true : undefined;
      },
      60_000,
    );
    const told = await council.as('priya-shah').card('channel', 'Who has been told');
    expect(textOf(told.cards)).toMatch(/\d+ of \d+ sent\..* \d+ more are not listed here/);
  }, 90_000);
});

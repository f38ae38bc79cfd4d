/** The last pages of the convene form, filled in wrongly; and forms that are stale, skipped or somebody else's. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCouncil, type Council, type Message, type Shown } from './council.ts';
import {
  child,
  concern,
  expectKept,
  long,
  meeting,
  referral,
  refusedFor,
  unchanging,
  type Inputs,
  pastParticulars,
  toPeople,
} from './formFilling.ts';
import { openReferences, recordOf } from './record.ts';

let council: Council;
let announced: Message;
let reference: string;
let firstPage: Shown;
let people: Shown;
let last: Shown;

const priya = () => council.as('priya-shah');
const refused = (on: Shown, button: string, inputs: Inputs): Promise<Shown> =>
  refusedFor(council, 'priya-shah')(reference, on, button, inputs);

beforeAll(async () => {
  council = await startCouncil();
  await priya().say('channel', '/strategy', { mention: true });
  announced = await priya().card('channel', 'New strategy discussion');
  reference = /SD-[A-Z0-9]{6}/.exec(JSON.stringify(announced.cards))?.[0] ?? '';
  firstPage = await priya().press(announced, 'Open the form');
  people = firstPage;
  for (const inputs of [{ ...child, ...referral }, concern]) people = await priya().press(people, 'Continue', inputs);
  people = await toPeople(priya(), await pastParticulars(priya(), people));
});
afterAll(async () => {
  expect(council.faults).toEqual([]);
  await council.stop();
});

describe('the people', () => {
  const named: Inputs = {
    namedName: 'Noor Aziz',
    namedRole: 'gp',
    namedAgency: 'Hill Street Surgery',
    namedEmail: 'noor@hill.nhs.net',
  };
  it.each<[string, Inputs, string]>([
    [
      'somebody who is not in the directory, in a seat',
      { 'seat.police': 'nobody-here' },
      'Choose people from the list: one of those sent is not in the directory.',
    ],
    [
      'somebody who is not in the directory, besides',
      { others: 'ruth-ellison,nobody-here' },
      'Choose people from the list',
    ],
    [
      'a parent',
      { ...named, namedName: 'Pat Sample', namedRole: 'parent' },
      'Pat Sample cannot take part: parents, carers and family are not invited to a strategy discussion.',
    ],
    ['a carer', { ...named, namedRole: 'carer' }, 'S-1'],
    ['a member of the family', { ...named, namedRole: 'familyMember' }, 'S-1'],
    ['a role nobody knows', { ...named, namedRole: 'wizard' }, 'Choose the role from the list.'],
    [
      'a name without anything else',
      { namedName: 'Noor Aziz' },
      'Choose what the person who is not listed takes part as.',
    ],
    ['no agency', { ...named, namedAgency: '' }, 'Enter the agency of the person who is not listed.'],
    ['no address', { ...named, namedEmail: '' }, 'Enter the e-mail address of the person who is not listed.'],
    [
      'an address that is none',
      { ...named, namedEmail: 'noor at surgery' },
      'The e-mail address must be an e-mail address',
    ],
    ['an agency that is too long', { ...named, namedAgency: long(101) }, 'The agency must be 100 characters or fewer.'],
  ])('%s', async (_name, over, sentence) => {
    const inputs = { others: 'nadia-hussain', ...over };
    const shown = await refused(people, 'Continue', inputs);
    expect(shown.text).toContain(sentence);
    expectKept(shown, inputs);
  });

  it('“add this person” with nobody to add', async () => {
    const shown = await refused(people, 'Add this person', {});
    expect(shown.text).toContain('Enter the details of the person to add.');
  });
});

describe('page 3: when and where', () => {
  beforeAll(async () => {
    last = await priya().press(people, 'Continue', {});
  });

  it.each<[string, Inputs, string]>([
    ['no date', { date: '' }, 'Enter the date of the meeting.'],
    ['no time', { time: '' }, 'Enter the time of the meeting.'],
    ['31 April', { date: '2026-04-31' }, 'The meeting: enter a real date.'],
    [
      'half past one on the night the clocks go forward',
      { date: '2027-03-28', time: '01:30' },
      'there is no 01:30 on Sunday 28 March 2027',
    ],
    ['this morning', { time: '08:00' }, 'The meeting cannot start in the past.'],
    ['beyond the deadline', { date: '2026-09-21' }, 'The meeting must start by Friday 18 September 2026, 11:59pm.'],
    ['no place', { where: '' }, 'Say where the meeting is or how to join it.'],
    ['a place that is too long', { where: long(501) }, 'Where it is must be 500 characters or fewer.'],
  ])('%s', async (_name, over, sentence) => {
    const inputs = { ...meeting, ...over };
    const shown = await refused(last, 'Convene', inputs);
    expect(shown.text).toContain(sentence);
    expectKept(shown, inputs);
    expect(await openReferences(council)).toEqual([]);
  });

  it('by telephone alone, without the reason it needs (M-1)', async () => {
    const inputs = { ...meeting, format: 'phone', where: '01632 960000', phoneOnlyReason: ' ' };
    const shown = await refused(last, 'Convene', inputs);
    expect(shown.text).toContain('Give the reason if it has to be so.');
    expectKept(shown, { where: '01632 960000', format: 'phone' });
  });

  it('a way of meeting nobody knows', async () => {
    const shown = await refused(last, 'Convene', { ...meeting, format: 'seance' });
    expect(shown.text).toContain('Say how the meeting is held.');
  });
});

describe('the form is its owner’s, and one copy of it counts', () => {
  it('a page filled in before is out of date: it is said, and the newest page is shown', async () => {
    const shown = await refused(firstPage, 'Continue', { ...child, initials: 'Z.Z.' });
    expect(shown.text).toContain('Nothing was changed');
    expect(shown.text).toContain('This copy of the form is out of date. Here is the form as it is now.');
    expect(shown.text).toContain('Check before you convene');
  });

  it('the last page sent again just gets its answer', async () => {
    const shown = await refused(people, 'Continue', {});
    expect(shown.text).not.toContain('out of date');
    expect(shown.text).toContain('Check before you convene');
  });

  it('a page cannot be skipped by sending another page’s button', async () => {
    const back = await priya().press(last, 'Go back');
    const action = { type: 'Action.Execute', verb: 'convene.meeting', data: { reference, revision: 7, ...meeting } };
    const before = await unchanging(council, reference);
    const shown = await priya().forge(back.message, action);
    expect(shown.text).toContain('This copy of the form is out of date');
    expect(await unchanging(council, reference)).toEqual(before);
  });

  const notTheirs =
    'You cannot open this form: it belongs to the person who asked for it, or it has been closed. Type /strategy to start your own.';

  it('somebody else, whatever they send, hears the same as of a form that never was', async () => {
    const before = await unchanging(council, reference);
    for (const verb of ['convene.show', 'convene.child', 'convene.meeting', 'convene.back', 'convene.discard']) {
      const action = { type: 'Action.Execute', verb, data: { reference, revision: 7, ...child, ...meeting } };
      const shown = await council.as('martin-okafor').forge(announced, action);
      expect(shown.text).toBe(notTheirs);
    }
    expect(await unchanging(council, reference)).toEqual(before);
    for (const made of ['SD-ZZZZZZ', `${reference}:decision:0`, 'SD-ZZZZZZ:decision:0']) {
      const action = { type: 'Action.Execute', verb: 'convene.show', data: { reference: made } };
      expect((await council.as('martin-okafor').forge(announced, action)).text).toBe(notTheirs);
    }
  });

  it('a form that was discarded is closed, for its owner and for anybody', async () => {
    const open = await priya().press(announced, 'Open the form');
    let form = open;
    for (const _page of ['people', 'concern']) form = await priya().press(form, 'Go back');
    form = await priya().press(form, 'Discard the form');
    expect(form.text).toContain('Nothing was kept');
    expect((await recordOf(council, reference)).form).toBeNull();
    for (const person of ['priya-shah', 'tom-reyes']) {
      const shown = await council.as(person).press(announced, 'Open the form');
      expect(shown.text).toBe(notTheirs);
    }
    expect(await openReferences(council)).toEqual([]);
  });
});

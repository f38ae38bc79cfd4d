import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { OwnStandard } from './cast.ts';
import { begin, type Story } from './story.ts';

/** The procedure of a council that does not exist. Nothing in the product knows it. */
const fernshire = `
standard: fernshire
title: Fernshire
version: '1'
source: Fernshire safeguarding handbook
extends: working-together-2023
replaces: [Q-1, CH-10, T-13, A-DA-1, A-DA-2, A-DA-3, A-DA-4, A-DA-5, A-DA-6]
facts:
  groomedOnline: { group: concerns, of: child, words: Somebody has groomed the child online }
roles:
  digitalInvestigator: Digital investigator
rules:
  - id: T-201
    text: Hold the discussion within 2 working days of the referral.
    heading: Page 4
    strength: must
    bot: [schedule]
    kind: timescale
    from: referralReceivedAt
    limits: [{ workingDays: 2 }]
  - id: T-202
    text: Where a child is groomed online, hold it within 8 hours of the referral, before anything is deleted.
    heading: Page 4
    strength: must
    bot: [schedule]
    kind: timescale
    when: { anyOf: [groomedOnline] }
    from: referralReceivedAt
    limits: [{ hours: 8 }]
  - id: CH-201
    text: A Service Manager chairs.
    heading: Page 5
    strength: must
    bot: [block]
    kind: chair
    ranks: [serviceManager]
  - id: Q-201
    text: The chair, the police and a social worker take part.
    heading: Page 5
    strength: must
    bot: [block]
    kind: seats
    seats:
      - { seat: chair, words: Chair, roles: [], inviteAs: serviceManager }
      - { seat: police, words: Police officer, roles: [police, policeDdm], inviteAs: police }
      - { seat: socialWorker, words: Social worker, roles: [socialWorker], inviteAs: socialWorker }
  - id: Q-202
    text: Where a child is groomed online, somebody who can read a telephone takes part.
    heading: Page 6
    strength: must
    bot: [block, invite]
    kind: seats
    when: { anyOf: [groomedOnline] }
    seats:
      - seat: digitalInvestigator
        words: Who reads the telephone
        roles: [digitalInvestigator]
        inviteAs: digitalInvestigator
  - id: A-FE-1
    text: What is known, and by whom
    heading: Page 7
    strength: must
    bot: [agenda]
    kind: agenda
  - id: A-FE-2
    text: Whether the telephone is taken today
    heading: Page 7
    strength: must
    bot: [agenda]
    kind: agenda
    when: { anyOf: [groomedOnline] }
  - id: V-201
    text: Whoever sees the child looks at where it sleeps.
    heading: Page 8
    strength: should
    bot: [ask, warn]
    kind: requirement
    asks:
      about: childSeen
      fields:
        - { name: sleepsWhere, words: Where the child sleeps, kind: longText }
        - { name: bedOfItsOwn, words: Has the child a bed of its own?, kind: yesNo }
  - id: N-201
    text: The referrer hears the outcome within 4 hours.
    heading: Page 9
    strength: must
    bot: [notify]
    kind: deadline
    due:
      - { name: referrerNoticeDueAt, from: meetingEndAt, limit: { hours: 4 } }
    to: [referrer]
`;

const folder = mkdtempSync(join(tmpdir(), 'fernshire-'));
const own: OwnStandard = {
  name: 'fernshire',
  file: join(folder, 'fernshire.yaml'),
  manager: 'serviceManager',
  seats: ['police', 'socialWorker'],
};
beforeAll(() => writeFileSync(own.file, fernshire));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let story: Story;
afterEach(() => story.end());

const groomed = { concern: 'Messages from a grown man', concerns: ['Somebody has groomed the child online'] };
const investigator = {
  namedName: 'Kit Marlow',
  namedRole: 'Digital investigator',
  namedAgency: 'Fernshire Police',
  namedEmail: 'kit.marlow@fernshire.police.uk',
};

it('a council’s own procedure, from the referral to the letter the absent referrer is owed', async () => {
  story = await begin({ standard: own, at: '2026-11-24T10:00' });
  const people = await story.fillToPeople({ concern: groomed });
  expect(people.text).toContain('Hold it by Tuesday 24 November 2026, 5pm');
  expect(people.text).toMatch(/Required here: .*Digital investigator/);
  await expect(story.convene({ concern: groomed, meetsAt: '2026-11-24T18:00' })).rejects.toThrow('T-202');

  const convened = await story.convene({ concern: groomed, people: investigator, meetsAt: '2026-11-24T14:00' });
  expect(convened.text).toContain('Deadline: Tuesday 24 November 2026, 5pm');
  expect(convened.text).toContain('2. Whether the telephone is taken today');
  expect(convened.text).toContain('Fernshire. Convened by Martin Okafor.');
  expect(convened.text).toMatch(/Who reads the telephone\nKit Marlow, not in the directory\nNo answer/);

  // He does not answer: somebody else is invited in his place, as what the council calls them.
  await story.passUntil('2026-11-24T13:30');
  const short = await story.chair.news('Not all who are needed have said they are coming');
  expect(short.text).toContain('Nobody has said they are coming for: Who reads the telephone');
  const form = await short.press('Invite somebody else');
  const as = { 'They take part as, if they are not in the list': 'Digital investigator' };
  const nadia = { ...as, Who: 'Nadia Hussain, in Teams, Exampleshire County Council' };
  await expect(form.done('Invite them', nadia)).rejects.toThrow('the directory has them as “Adult services”');
  await story.inDirectory('adultServices', ['digitalInvestigator', 'adultServices']);
  await form.done('Invite them', nadia);
  const invitation = await story.letter('adultServices', 'asks you to take part');
  expect(invitation.text).toContain('Martin Okafor asks you to take part as digital investigator.');

  await story.passUntil('2026-11-24T14:00');
  await story.arrive();
  const lastPage = await story.chair.fillsDecision();
  await expect(lastPage.done('Record the decision')).rejects.toThrow('Missing: Who reads the telephone');
  await story.as('adultServices').here();
  await lastPage.done('Record the decision');

  const outcome = await story.letter('referrer', 'Outcome of strategy discussion');
  expect(outcome.text).toContain('A section 47 enquiry will start');
  expect(outcome.text).not.toMatch(/Jo Sample|J\.S\.|2019/);
  expect((await story.letter('police', 'What was decided')).text).toContain('a section 47 enquiry will start');
});

it('its own fact and its own role are in words wherever they are shown', async () => {
  story = await begin({ standard: own, at: '2026-11-24T10:00' });
  const two = [{ name: 'Jo Sample' }, { name: 'Kim Sample', initials: 'K.S.', birthDate: '2021-06-01' }];
  const told = { children: two, concern: groomed, people: investigator, particulars: { 'of.groomedOnline': ['A'] } };
  const people = await story.fillToPeople(told);
  const lastPage = await people.press('Continue', { ...investigator, 'seat.police': 'tom-reyes' });
  expect(lastPage.text).toContain('Digital investigator: Kit Marlow, Fernshire Police');
  await story.sendConvening(lastPage, { meetsAt: '2026-11-24T14:00' });

  await story.passUntil('2026-11-24T14:00');
  await story.arrive();
  await story.inDirectory('adultServices', ['digitalInvestigator', 'adultServices']);
  await story.chair.recordsAttendance('adultServices');
  const card = await story.chair.agenda();
  expect(card.text).toMatch(/Who reads the telephone\nNadia Hussain\. By telephone, joined 2pm\nPresent/);
  expect(card.text).toContain('Kit Marlow, Digital investigator, Fernshire Police (not in the directory): no answer');
  for (const shown of [people, lastPage, card]) expect(shown.text).not.toMatch(/groomedOnline|digitalInvestigator/);
});

it('what only should be filled in does not stop anybody, and is said to whoever left it out', async () => {
  story = await begin({ standard: own, at: '2026-11-24T10:00' });
  await story.convene({ meetsAt: '2026-11-24T14:00' });
  await story.passUntil('2026-11-24T12:00');
  const seen = { seenDate: '2026-11-24', seenTime: '11:00', 'Has the child a bed of its own?': 'Yes' };
  const recorded = await story.as('socialWorker').recordsEnquiry(seen);
  expect(recorded.text).toContain('It is recorded.');
  expect(recorded.text).toMatch(/What to weigh:\n.*“Where the child sleeps”/);
  expect(recorded.text).toContain('V-201: Fill in “Where the child sleeps”.');
  const complete = await story
    .as('socialWorker')
    .recordsEnquiry({ ...seen, 'Where the child sleeps': 'With two brothers' });
  expect(complete.text).not.toContain('What to weigh');
});

it('without its own fact, its ordinary times and seats are what counts', async () => {
  story = await begin({ standard: own, at: '2026-11-24T10:00' });
  const people = await story.fillToPeople();
  expect(people.text).toContain('Hold it by Thursday 26 November 2026, 11:59pm');
  expect(people.text).not.toContain('Digital investigator');
  await story.convene({ meetsAt: '2026-11-24T14:00' });
  await story.passUntil('2026-11-24T14:00');
  await story.arrive();
  await story.chair.decides();
});

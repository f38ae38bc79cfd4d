/** Somebody goes on leave, falls ill or leaves: who answers for a discussion is somebody else, before, during and after the meeting. */
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDirectory } from '../../src/directory/directory.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import { conveneInChannel } from './convening.ts';
import { startCouncil, textOf, until, type Council, type Shown } from './council.ts';
import { planOfJointEnquiry } from './deciding.ts';
import { eventsOf, recordOf } from './record.ts';
import { agendaOf, arrive, everybodyNeeded, firstPageOfDecision, openDecision } from './takingPart.ts';

let council: Council;
beforeEach(async () => {
  council = await startCouncil();
});
afterEach(async () => {
  expect(council.faults).toEqual([]);
  await council.stop();
});

/** The answer to a line that somebody types in their own chat, where the bot’s welcome may come just then. */
const typed = async (person: string, line: string, says = ''): Promise<Shown> => {
  const who = council.as(person);
  await who.card('chat', 'nobody else reads it');
  const before = new Set((await who.posted('chat')).map(({ id }) => id));
  await who.say('chat', line);
  const message = await until(`an answer to “${line}”`, async () =>
    (await who.posted('chat')).findLast(
      (m) => !before.has(m.id) && m.cards.length > 0 && textOf(m.cards).includes(says),
    ),
  );
  const card = message.cards[0] ?? {};
  return { message, outcome: { kind: 'card', card }, card, text: textOf(card) };
};

const handOver = async (by: string, reference: string, what: Readonly<Record<string, string>>): Promise<Shown> =>
  council.as(by).press(await typed(by, `/strategy handover ${reference}`, 'Hand over'), 'Hand it over', {
    reason: 'On leave from today',
    ...what,
  });

/** What has been owed to somebody of one kind, by what became of it. */
const owedTo = async (reference: string, person: string, kind: string): Promise<readonly string[]> =>
  (await recordOf(council, reference)).notices
    .filter(
      ({ notice: { kind: is, recipient } }) =>
        is === kind && recipient.to === 'person' && recipient.personId === person,
    )
    .map(({ delivery }) => delivery.status);

/** All that was due on the first day has left: a message under way would lose its lease to a clock that jumps. */
const allSent = (reference: string): Promise<true> =>
  until('everything due to be sent', async () => {
    const due = (await recordOf(council, reference)).notices.filter(({ notice }) => notice.owedAt < '2026-09-15T09:10');
    return due.every(({ delivery }) => ['sent', 'superseded', 'telephone'].includes(delivery.status))
      ? true
      : undefined;
  });

const decide = async (chair: string): Promise<Shown> => {
  const who = council.as(chair);
  let form = await openDecision(council, chair);
  expect(form.text).not.toContain(firstPageOfDecision.reasons);
  form = await who.press(form, 'Continue', firstPageOfDecision);
  form = await who.press(form, 'Continue', planOfJointEnquiry);
  return who.press(form, 'Record the decision');
};

describe('during the meeting', () => {
  it('the chair hands over: the one before cannot decide, the new one opens an empty form and can', async () => {
    const { reference } = await conveneInChannel(council);
    await arrive(council, everybodyNeeded);
    const priya = council.as('priya-shah');
    const opened = await openDecision(council);
    const half = await priya.press(opened, 'Continue', firstPageOfDecision);

    const done = await handOver('priya-shah', reference, { part: 'chair', person: 'martin-okafor' });
    expect(done.text).toContain('Martin Okafor is the chair now.');
    for (const stale of [
      () => priya.press(half, 'Continue', planOfJointEnquiry),
      async () => priya.press(await agendaOf(council), 'Open the decision form'),
    ]) {
      expect((await stale()).text).toContain(
        'Martin Okafor is the chair now. Ask them if something still has to be done.',
      );
    }

    const told = await council.as('martin-okafor').card('chat', 'You are the chair now');
    expect(textOf(told.cards)).toContain('Until now, Priya Shah was its chair.');
    expect(textOf(told.cards)).toContain('Reason given: On leave from today');
    await priya.card('chat', 'It was handed over');
    await arrive(council, ['martin-okafor']);
    const agenda = await until('the agenda with the new chair', async () => {
      const text = textOf((await agendaOf(council, 'tom-reyes')).cards);
      return text.includes('Chair: Martin Okafor in the place of Priya Shah') ? text : undefined;
    });
    expect(agenda).toContain('Convened by Priya Shah');
    expect((await decide('martin-okafor')).text).toContain('The decision is recorded');

    const { discussion } = await recordOf(council, reference);
    expect(discussion).toMatchObject({
      chair: { personId: 'martin-okafor' },
      handovers: [{ part: 'chair', from: { personId: 'priya-shah' }, to: { personId: 'martin-okafor' } }],
    });
    expect((await eventsOf(council, reference)).filter((type) => type !== 'attendanceRecorded')).toEqual([
      'discussionConvened',
      'decisionOpened',
      'handedOver',
      'decisionRecorded',
    ]);
  });

  it('the channel reads neither who handed it over nor why', async () => {
    const { reference } = await conveneInChannel(council);
    await handOver('priya-shah', reference, { part: 'chair', person: 'martin-okafor', reason: 'Knows the family' });
    await council.as('martin-okafor').card('chat', 'You are the chair now');
    const seen = (await council.as('victor-lane').posted('channel')).map(({ cards }) => textOf(cards)).join('\n');
    expect(seen).not.toMatch(/Knows the family|Martin Okafor|andover/);
  });
});

describe('before the meeting', () => {
  it('the new chair is invited, the new convenor has the reminders, the new social worker is asked to come', async () => {
    const { reference } = await conveneInChannel(council, { meeting: { date: '2026-09-17', time: '14:00' } });
    expect((await handOver('priya-shah', reference, { part: 'socialWorker', person: 'ellie-vaughan' })).text).toContain(
      'Ellie Vaughan is the lead social worker already. Choose somebody else.',
    );
    await handOver('priya-shah', reference, { part: 'chair', person: 'martin-okafor' });
    await council.as('martin-okafor').card('chat', 'asks you to take part');
    const given = await handOver('martin-okafor', reference, { part: 'convenor', person: 'martin-okafor' });
    expect(given.text).toContain('Martin Okafor is the convenor now.');
    const typedIn = { name: 'Rosa Duty', email: 'rosa.duty@exampleshire.gov.uk', part: 'socialWorker' };
    expect((await handOver('martin-okafor', reference, typedIn)).text).toContain(
      'Rosa Duty is the lead social worker now.',
    );

    const { discussion } = await recordOf(council, reference);
    expect(discussion?.invitations.map(({ participant }) => participant.name)).not.toContain('Ellie Vaughan');
    // Whoever has nothing to do with it any more reads no more of it.
    expect((await typed('priya-shah', `/strategy show ${reference}`)).text).toContain(
      'Martin Okafor is the convenor now. Ask them if something still has to be done.',
    );

    await allSent(reference);
    await council.setClock(new Date('2026-09-17T12:05:00+01:00'));
    await council.as('martin-okafor').card('chat', 'who are needed have said');
    expect(await owedTo(reference, 'priya-shah', 'quorumWarning')).not.toContain('sent');
    expect(await owedTo(reference, 'ellie-vaughan', 'replyChaser')).not.toContain('sent');
  });
});

describe('after the decision', () => {
  const decided = async (): Promise<string> => {
    const { reference } = await conveneInChannel(council, { meeting: { time: '10:30' } });
    await arrive(council, everybodyNeeded);
    expect((await decide('priya-shah')).text).toContain('The decision is recorded');
    await allSent(reference);
    return reference;
  };

  it('what is to be done, the digest of what is not and the reminders go to whoever has it now', async () => {
    const reference = await decided();
    for (const part of ['chair', 'convenor']) {
      const by = part === 'chair' ? 'priya-shah' : 'martin-okafor';
      expect((await handOver(by, reference, { part, person: 'martin-okafor' })).text).toContain('Martin Okafor is the');
    }
    const record = await council.as('martin-okafor').card('chat', 'What was decided');
    expect(textOf(record.cards)).toContain('was chaired by Priya Shah');
    await allSent(reference);

    await council.setClock(new Date('2026-09-18T10:00:00+01:00'));
    await council.as('martin-okafor').card('chat', 'Not yet reported as done');
    await until('the reminder to be sent', async () =>
      (await owedTo(reference, 'martin-okafor', 'recordDue')).includes('sent') ? true : undefined,
    );
    expect(await owedTo(reference, 'priya-shah', 'overdueDigest')).not.toContain('sent');
    expect(await owedTo(reference, 'priya-shah', 'recordDue')).not.toContain('sent');
  });

  it('the new social worker has what follows, and says what is done', async () => {
    const reference = await decided();
    const rosa = { part: 'socialWorker', person: 'hannah-boyle' };
    expect((await handOver('priya-shah', reference, rosa)).text).toContain(
      'Hannah Boyle is the lead social worker now.',
    );
    const hannah = council.as('hannah-boyle');
    await hannah.card('chat', 'What was decided');
    const follows = await hannah.card('chat', 'What follows from the decision');
    expect((await hannah.press(follows, 'I have seen this')).text).toContain('It is recorded');
  });
});

describe('who may', () => {
  it('a manager who may chair takes the chair, with a reason; those who lead are told, and nobody else finds anything', async () => {
    const { reference } = await conveneInChannel(council, {
      manager: 'martin-okafor',
      people: { 'seat.chair': 'priya-shah' },
    });
    const invented = 'SD-222222';
    for (const person of ['leon-baptiste', 'nadia-hussain']) {
      const answer = async (about: string): Promise<string> =>
        (await typed(person, `/strategy handover ${about}`, 'There is no strategy discussion')).text;
      expect((await answer(reference)).replaceAll(reference, invented)).toBe(await answer(invented));
    }
    expect((await typed('tom-reyes', `/strategy handover ${reference}`, 'That cannot be done')).text).toContain(
      'Only the manager who convened it or the chair can hand this over.',
    );
    await council.as('priya-shah').card('chat', 'asks you to take part');
    await importPeople([deputy]);
    const form = await typed('priya-shah', `/strategy handover ${reference}`);
    const refused = await council
      .as('priya-shah')
      .press(form, 'Hand it over', { part: 'chair', person: 'leon-baptiste', reason: 'Ill' });
    expect(refused.text).toContain(
      'Leon Baptiste cannot chair this discussion. Choose a Team Manager or a Service Manager.',
    );
    const typedIn = await council.as('priya-shah').press(form, 'Hand it over', {
      ...{ part: 'chair', name: 'Rosa Duty', email: 'rosa.duty@exampleshire.gov.uk', reason: 'Ill' },
    });
    expect(typedIn.text).toContain('Rosa Duty is not in the directory');
  });

  it('somebody else of the council takes it over when the chair is away', async () => {
    const { reference } = await conveneInChannel(council);
    const form = await typed('martin-okafor', `/strategy handover ${reference}`);
    expect(form.text).toContain('Priya Shah is the chair now.');
    expect(form.text).not.toMatch(/J\.S\.|Jo Sample|Unexplained/);
    const martin = council.as('martin-okafor');
    expect((await martin.press(form, 'Take the chair')).text).toContain('Say why.');
    expect((await martin.press(form, 'Take the chair', { reason: 'Priya is ill' })).text).toContain(
      'Martin Okafor is the chair now.',
    );
    const told = await council.as('priya-shah').card('chat', 'It was handed over');
    expect(textOf(told.cards)).toContain('Reason given: Priya is ill');
  });

  it('two hand it over at the same moment: it has one effect, and the other hears of it', async () => {
    const { reference } = await conveneInChannel(council, {
      manager: 'martin-okafor',
      people: { 'seat.chair': 'priya-shah' },
    });
    await council.as('priya-shah').card('chat', 'asks you to take part');
    await importPeople([deputy]);
    const forms = await Promise.all(
      ['priya-shah', 'martin-okafor'].map((person) => typed(person, `/strategy handover ${reference}`, 'Hand over')),
    );
    const to = ['dana-quill', 'martin-okafor'];
    const answers = await Promise.all(
      ['priya-shah', 'martin-okafor'].map((person, i) =>
        council
          .as(person)
          .press(forms[i] as Shown, 'Hand it over', { part: 'chair', person: to[i] ?? '', reason: 'Ill' }),
      ),
    );
    const texts = answers.map(({ text }) => text);
    expect(texts.filter((text) => /is the chair now. Those who lead/.test(text))).toHaveLength(1);
    expect(texts.filter((text) => text.includes('It has just been handed over'))).toHaveLength(1);
    expect((await recordOf(council, reference)).discussion?.handovers).toHaveLength(1);
  });

  it('the same press again hands nothing over twice', async () => {
    const { reference } = await conveneInChannel(council);
    const form = await typed('priya-shah', `/strategy handover ${reference}`);
    const press = () =>
      council.as('priya-shah').press(form, 'Hand it over', { part: 'chair', person: 'martin-okafor', reason: 'Ill' });
    for (const { text } of await Promise.all([press(), press()]))
      expect(text).toContain('Martin Okafor is the chair now.');
    expect((await recordOf(council, reference)).discussion?.handovers).toHaveLength(1);
  });
});

/** A team manager of the council who is in no rehearsal, and so may leave. */
const deputy = {
  id: 'dana-quill',
  name: 'Dana Quill',
  title: 'Team manager',
  agency: 'Exampleshire County Council',
  roles: ['teamManager', 'childrensSocialCare'],
  rank: 'teamManager',
  email: 'dana.quill@exampleshire.gov.uk',
};

const inDirectory = async (change: (directory: ReturnType<typeof createDirectory>) => Promise<unknown>) => {
  const stores = openSqlite(join(council.dataDir, 'strategy.sqlite'));
  await change(createDirectory(stores.directory));
  await stores.close();
};
const importPeople = (people: readonly object[]): Promise<void> =>
  inDirectory(async (directory) => {
    expect(await directory.importPeople(JSON.stringify({ people }))).toMatchObject({ result: 'imported' });
  });

it('what somebody who has left was to do goes to the convenor, who hears why', async () => {
  await importPeople([deputy]);
  const { reference } = await conveneInChannel(council, { meeting: { time: '10:30' } });
  await arrive(council, everybodyNeeded);
  const priya = council.as('priya-shah');
  const list = await priya.press(await agendaOf(council), 'Actions');
  const agreed = await priya.press(await priya.press(list, 'Add an action'), 'Add this action', {
    ...{ step: 'Ring the school', name: 'Dana Quill', agency: deputy.agency, due: '2026-09-17' },
  });
  expect(agreed.text).toContain('Dana Quill is told.');
  await council.stop(true);
  await inDirectory((directory) => directory.remove(['dana-quill']));
  council = await startCouncil({ dataDir: council.dataDir, at: new Date('2026-09-15T11:00:00+01:00') });
  await council.as('priya-shah').say('chat', 'help');
  const told = await council.as('priya-shah').card('chat', 'An action for you');
  expect(textOf(told.cards)).toContain('Dana Quill is no longer in the directory.');
  expect((await recordOf(council, reference)).discussion?.actions).toMatchObject([
    { owner: { personId: 'priya-shah' }, formerOwners: [{ personId: 'dana-quill' }] },
  ]);
});

it('somebody who has left the directory is replaced by the service manager, and owed nothing more', async () => {
  await importPeople([deputy]);
  const { reference } = await conveneInChannel(council, {
    people: { 'seat.chair': 'dana-quill' },
    meeting: { date: '2026-09-17', time: '14:00' },
  });
  await allSent(reference);
  await council.stop(true);
  await inDirectory(async (directory) => {
    expect(await directory.remove(['dana-quill'])).toEqual({ result: 'removed' });
  });
  council = await startCouncil({ dataDir: council.dataDir, at: new Date('2026-09-15T11:00:00+01:00') });
  // Where the pretend Teams is reached changes with each start: it is known again from the first word.
  for (const person of ['martin-okafor', 'priya-shah']) await council.as(person).say('chat', 'help');

  const told = await council.as('martin-okafor').card('chat', 'You are the chair now');
  expect(textOf(told.cards)).toContain('Dana Quill, who was the chair of the strategy discussion');
  expect(textOf(told.cards)).toContain('is no longer in the directory');
  await council.as('priya-shah').card('chat', 'It was handed over');
  expect((await recordOf(council, reference)).discussion).toMatchObject({
    chair: { personId: 'martin-okafor' },
    handovers: [{ from: { personId: 'dana-quill' }, hasLeft: true }],
  });
  await allSent(reference);
  await council.setClock(new Date('2026-09-17T17:00:00+01:00'));
  await council.as('martin-okafor').card('chat', 'No decision has been recorded');
  await until('the reminder of the one before to be overtaken', async () =>
    (await owedTo(reference, 'dana-quill', 'decisionOverdue'))[0] === 'superseded' ? true : undefined,
  );
  expect(await owedTo(reference, 'dana-quill', 'telephoneTask')).toEqual([]);
});

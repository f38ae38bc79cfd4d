import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { conveneInChannel } from './convening.ts';
import { startCouncil, textOf, until, type Council, type Mail, type Message } from './council.ts';
import { planOfJointEnquiry } from './deciding.ts';

let council: Council;
beforeEach(async () => {
  council = await startCouncil();
});
afterEach(async () => {
  expect(council.faults).toEqual([]);
  await council.stop();
});

/** A moment on Tuesday 15 September 2026, the day of the meeting. */
const at = (time: string): Date => new Date(`2026-09-15T${time}:00+01:00`);
const linkIn = (text: string): string => /https?:\/\/\S+\/reply\/\S+/.exec(text)?.[0] ?? 'no link in the e-mail';

const answer = async (letter: Mail, fields: Readonly<Record<string, string>>): Promise<string> => {
  const link = linkIn(letter.text);
  const nonce = /name="nonce" value="([^"]+)"/.exec(await (await fetch(link)).text())?.[1] ?? 'no nonce';
  return (await fetch(link, { method: 'POST', body: new URLSearchParams({ nonce, ...fields }) })).text();
};

/** The newest message in somebody's own chat about one discussion that says this, waiting past the next poll. */
const news = (person: string, reference: string, text: string): Promise<Message> =>
  until(
    `“${text}” about ${reference} for ${person}`,
    async () =>
      (await council.as(person).messages('chat')).findLast((m) =>
        m.cards.some((card) => textOf(card).includes(text) && textOf(card).includes(reference)),
      ),
    15_000,
  );

/** The card of who has been told shows that nothing is under way: the clock may jump. */
const settled = (reference: string): Promise<true> =>
  until('everybody to be told', async () => ((await told(reference)).everybody ? true : undefined));

/** How many messages have been sent, by the card of who has been told. */
const told = async (reference: string): Promise<{ readonly count: number; readonly everybody: boolean }> => {
  const cards = (await council.as('priya-shah').messages('channel')).map((m) => textOf(m.cards));
  const counts = cards.flatMap((text) => (text.includes(reference) ? (/(\d+) of (\d+) sent/.exec(text) ?? []) : []));
  return { count: Number(counts[1] ?? 0), everybody: counts[1] !== undefined && counts[1] === counts[2] };
};

const calendarOf = async (letter: Mail): Promise<string> => {
  const response = await fetch(`${council.origin}/rehearsal/api/mail/source/${letter.id}/attachments/0`);
  return (await response.text()).replaceAll('\r\n ', '');
};

/** Everybody needed is recorded as there and a joint enquiry decided. */
const decide = async (reference: string): Promise<void> => {
  const manager = council.as('priya-shah');
  const agenda = await until('the agenda', async () =>
    (await manager.messages('channel')).findLast(
      (m) => textOf(m.cards).includes(reference) && textOf(m.cards).includes('Who must be there'),
    ),
  );
  for (const person of ['priya-shah', 'ellie-vaughan', 'tom-reyes', 'grace-mensah']) {
    const here = await council.as(person).press(agenda, 'I am here');
    await council.as(person).press(here, 'Record that I am here', { mode: 'teams', authority: 'yes' });
  }
  await manager.press(agenda, 'Open the decision form');
  const posted = await manager.card('channel', `Decision on ${reference}`);
  const open = await manager.press(posted, 'Open the decision form');
  const details = await manager.press(open, 'Continue', {
    s47: 'yes',
    reasons: 'Two unexplained injuries in a week.',
    outcomes: 's47Joint',
    family: 'told',
    familyWhat: 'The social worker visits today and explains.',
  });
  const check = await manager.press(details, 'Continue', planOfJointEnquiry);
  expect((await manager.press(check, 'Record the decision')).text).toContain('The decision is recorded');
};

it(
  'before the meeting: a chaser, a warning with a way to a substitute, and a reminder put off',
  { timeout: 60_000 },
  async () => {
    const { reference } = await conveneInChannel(council);
    await settled(reference);
    await council.setClock(at('12:00'));
    // Half-way between 10 and 2 everybody who has not answered is chased, by the way they were invited.
    await news('tom-reyes', reference, 'Please reply to your invitation');
    const chaser = await council.as('carol-tench').letter('Please reply to your invitation');
    expect(await answer(chaser, { answer: 'acceptWithAuthority' })).toContain('You are down as coming');

    const warning = await news('priya-shah', reference, 'Not all who are needed have said they are coming');
    expect(textOf(warning.cards)).toContain('Police Dedicated Decision Maker');
    expect(textOf(warning.cards)).toContain('No reply from DI Tom Reyes');
    const manager = council.as('priya-shah');
    const later = await manager.press(warning, 'Remind me in an hour');
    expect(later.text).toContain('You will be reminded again');
    const form = await manager.press(warning, 'Invite somebody else');
    const invited = await manager.press(form, 'Invite them', { insteadOf: 'tom-reyes', person: 'sam-whitlock' });
    expect(invited.text).toContain('PC Sam Whitlock is invited');
    await council.as('sam-whitlock').letter(`Invitation to strategy discussion ${reference}`);

    await settled(reference);
    const before = (await manager.messages('chat')).length;
    await council.setClock(at('13:01'));
    await until(
      'the warning again',
      async () => ((await manager.messages('chat')).length > before ? true : undefined),
      15_000,
    );
  },
);

it(
  'after the decision: the referrer reads the outcome and disagrees, and the chair has it as a task',
  { timeout: 60_000 },
  async () => {
    const { reference } = await conveneInChannel(council);
    await decide(reference);
    const letter = await council.as('carol-tench').letter(`Outcome of strategy discussion ${reference}`);
    const both = await answer(letter, { answer: 'read', reason: 'He is not safe there.' });
    expect(both).toContain('You have written what you disagree with.');
    expect(both).toContain('He is not safe there.');
    expect(await answer(letter, { answer: 'read' })).toContain('We know that you have read it');
    expect(await answer(letter, { answer: 'disagree', reason: '' })).toContain('Say what you disagree with');
    expect(await answer(letter, { answer: 'disagree', reason: 'His sister lives there too.' })).toContain(
      'you disagree',
    );
    const task = await news('priya-shah', reference, 'Somebody disagrees with the outcome');
    expect(textOf(task.cards)).toContain('His sister lives there too.');

    const followUp = await news('ellie-vaughan', reference, 'What follows from the decision');
    expect(textOf(followUp.cards)).toContain('(read otherwise, by Wednesday 16 September 2026, 9am)');
    expect(textOf(followUp.cards)).toContain('The social worker visits today and explains.');
  },
);

it(
  'those who took part have the record; what falls due is reported as done, or followed up',
  { timeout: 60_000 },
  async () => {
    const { reference } = await conveneInChannel(council);
    await decide(reference);
    const record = await news('tom-reyes', reference, 'What was decided');
    expect(textOf(record.cards)).toContain('Reasons: Two unexplained injuries in a week.');
    expect((await council.as('tom-reyes').press(record, 'I have read this')).text).toContain('It is recorded');

    // Four invitations, then the outcome, three records, two lists of what follows and the record to sign.
    await until('eleven messages', async () => ((await told(reference)).count >= 11 ? true : undefined));
    await council.setClock(new Date('2026-09-16T09:01:00+01:00'));
    const due = await news('priya-shah', reference, 'The record is due');
    const toSign = await council.as('priya-shah').press(due, 'Read and sign the record');
    expect((await council.as('priya-shah').press(toSign, 'Sign the record')).text).toContain('The record is signed.');
    await until('thirteen messages', async () => ((await told(reference)).count >= 13 ? true : undefined));
    await council.setClock(new Date('2026-09-17T09:01:00+01:00'));
    const digest = await news('priya-shah', reference, 'Not yet reported as done');
    expect(textOf(digest.cards)).toContain('Seeing the child: due by Wednesday 16 September 2026');
    expect(textOf(digest.cards)).not.toContain('The record:');
    // V-3: not just done, but when and how.
    const form = await council.as('priya-shah').press(digest, 'Done: the child has been seen');
    const seen = { seenDate: '2026-09-16', seenTime: '08:30', 'enquiry.childSeen.seenAlone': 'yes' };
    const reported = await council
      .as('priya-shah')
      .press(form, 'Record this', { ...seen, 'enquiry.parentalPermission.permissionGiven': 'yes' });
    expect(reported.text).toContain('It is recorded.');
  },
);

it('the calendar entry keeps its identity through a new time and a cancellation, and names no child', async () => {
  const { reference } = await conveneInChannel(council);
  const carol = council.as('carol-tench');
  const invited = await calendarOf(await carol.letter(`Invitation to strategy discussion ${reference}`));
  const manager = council.as('priya-shah');
  const agenda = await until('the agenda', async () =>
    (await manager.messages('channel')).findLast(
      (m) => textOf(m.cards).includes(reference) && textOf(m.cards).includes('Who must'),
    ),
  );
  const form = await manager.press(agenda, 'Change the time');
  await manager.press(form, 'Set the new time', {
    date: '2026-09-15',
    time: '15:30',
    where: 'Room 4',
    reason: 'Police',
  });
  const moved = await calendarOf(await carol.letter(`New time for strategy discussion ${reference}`));
  await manager.say('chat', `/strategy cancel ${reference}`);
  await manager.press(await news('priya-shah', reference, 'Stand it down'), 'Stand it down', {
    because: 'other',
    reason: 'Entered twice',
  });
  const cancelled = await calendarOf(await carol.letter(`${reference} is not going ahead`));

  const uid = `UID:${reference.toLowerCase()}@exampleshire.gov.uk`;
  for (const calendar of [invited, moved, cancelled]) {
    expect(calendar).toContain(uid);
    expect(calendar).not.toMatch(/Jo Sample|J\.S\.|2019|arms/);
  }
  expect(invited).toMatch(/METHOD:REQUEST[^]*SEQUENCE:0[^]*DTSTART:20260915T130000Z/);
  expect(moved).toMatch(/METHOD:REQUEST[^]*SEQUENCE:1[^]*DTSTART:20260915T143000Z/);
  expect(cancelled).toMatch(/METHOD:CANCEL[^]*SEQUENCE:2[^]*STATUS:CANCELLED/);
});

it(
  'somebody neither Teams nor e-mail reaches is telephoned, and the proof says by whom',
  { timeout: 60_000 },
  async () => {
    const { reference } = await conveneInChannel(council, {
      referral: { referrerEmail: '', referrerPhone: '01632 960123', referrerName: 'Ivy Northcott' },
    });
    await decide(reference);
    const task = await news('priya-shah', reference, 'Please telephone');
    expect(textOf(task.cards)).toContain(
      'Telephone the referrer, before Wednesday 16 September 2026, 11:59pm. Tell them the outcome.',
    );
    const manager = council.as('priya-shah');
    const form = await manager.press(task, 'I have told them');
    const recorded = await manager.press(form, 'Record the call', { spokeTo: '=Ivy Northcott' });
    expect(recorded.text).toContain('The call is recorded');

    const strategy = async (...args: readonly string[]): Promise<string> => {
      const command = ['src/start/launch.cjs', 'strategy', 'notices', reference, '--data', council.dataDir, ...args];
      return (await promisify(execFile)(process.execPath, command)).stdout;
    };
    const proof = JSON.parse(await strategy('--json')) as {
      notices: { who: string; what: string; stands: string; detail: string }[];
    };
    expect(proof.notices.find((n) => n.who === 'The referrer' && n.what === 'Outcome')).toMatchObject({
      stands: 'Told by telephone',
      detail: expect.stringContaining('by Priya Shah') as string,
    });
    expect(await strategy('--csv')).toMatch(
      /^notice,who,what,rule,owed,due,state,detail,read,attempt,route,result,answer\r\n/,
    );
    expect(await strategy()).toContain('The referrer: Outcome');
  },
);

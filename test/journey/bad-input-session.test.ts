/** The forms of those who take part, filled in wrongly: a clear sentence, nothing changed, nothing lost. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conveneInChannel } from './convening.ts';
import { startCouncil, type Council, type Message, type Shown } from './council.ts';
import { expectKept, long, refusedFor, type Inputs } from './formFilling.ts';
import { eventsOf } from './record.ts';

let council: Council;
let reference: string;
/** The agenda card as everybody first sees it. */
let agenda: Message;

beforeAll(async () => {
  council = await startCouncil();
  ({ reference } = await conveneInChannel(council, { people: { others: 'ruth-ellison' } }));
  agenda = await council.as('priya-shah').card('channel', 'Who must be there');
});
afterAll(async () => {
  expect(await eventsOf(council, reference)).toEqual(['discussionConvened']);
  expect(council.faults).toEqual([]);
  await council.stop();
});

/** Opens a form from the agenda card, fills it in wrongly, and looks that nothing was changed or lost. */
const refused = async (
  person: string,
  open: string,
  send: string,
  inputs: Inputs,
  sentence: string,
): Promise<Shown> => {
  const who = council.as(person);
  const form = await who.press(agenda, open);
  const shown = await refusedFor(council, person)(reference, form, send, inputs);
  expect(shown.text).toContain(sentence);
  if (shown.outcome.kind === 'card') expectKept(shown, inputs);
  return shown;
};

describe('what was done about a child', () => {
  const forged = (childId: string): Promise<Shown> => {
    const data = { reference, nonce: 'n', childId, seenDate: '2026-09-15', seenTime: '08:30' };
    return council.as('ellie-vaughan').forge(agenda, { type: 'Action.Execute', verb: 'enquiry.send', data });
  };

  it.each([
    ['a child of another discussion', 'Z', 'That child is not part of this discussion. Choose one who is.'],
    ['no child at all', '', 'That child is not part of this discussion. Choose one who is.'],
  ])('%s', async (_name, childId, sentence) => {
    expect((await forged(childId)).text).toContain(sentence);
  });

  it.each<[string, Inputs, string]>([
    ['nothing', {}, 'Fill in at least one part.'],
    ['a day without a time', { seenDate: '2026-09-15' }, 'When the child was seen: enter a time, such as 14:30.'],
    [
      'a day that is none',
      { seenDate: '2026-02-31', seenTime: '08:30' },
      'When the child was seen: enter a real date.',
    ],
    [
      'an answer nobody offered',
      { 'enquiry.childSeen.seenAlone': 'perhaps', seenDate: '2026-09-15', seenTime: '08:30' },
      'Was the child seen alone?: choose from the list.',
    ],
    [
      'more than a line about who was there',
      { 'enquiry.childSeen.whoPresent': long(301) },
      'Who was present (if it applies) must be 300 characters or fewer.',
    ],
  ])('%s', async (_name, inputs, sentence) => {
    const ellie = council.as('ellie-vaughan');
    const form = await ellie.press(await ellie.press(agenda, 'Show what I can do'), 'Child and family');
    const shown = await refusedFor(council, 'ellie-vaughan')(reference, form, 'Record this', inputs);
    expect(shown.text).toContain(sentence);
    expectKept(shown, inputs);
  });
});

describe('the reply to an invitation', () => {
  const decline: Inputs = { answer: 'decline', reason: 'In court' };
  it.each<[string, Inputs, string]>([
    ['no answer', {}, 'Say whether you will take part.'],
    ['an answer nobody offered', { answer: 'maybe' }, 'Say whether you will take part.'],
    ['a reason that is too long', { ...decline, reason: long(301) }, 'The reason must be 300 characters or fewer.'],
    [
      'a substitute without an address',
      { ...decline, substituteName: 'Kay Ford', substituteRole: 'Sergeant' },
      'Enter the substitute’s e-mail address.',
    ],
    ['an address without a name', { ...decline, substituteEmail: 'kay@police.uk' }, 'Enter the substitute’s name.'],
    [
      'an address that is none',
      { ...decline, substituteName: 'Kay Ford', substituteRole: 'Sergeant', substituteEmail: 'kay' },
      'The substitute’s e-mail address must be an e-mail address',
    ],
    [
      'information without actions',
      { ...decline, information: 'Known to us' },
      'Say what actions you propose to keep the child safe.',
    ],
    [
      'actions without information',
      { ...decline, proposedActions: 'Visit' },
      'Add your agency’s information to the actions you propose.',
    ],
    [
      'a substitute who is in no directory',
      { ...decline, substitute: 'nobody-here' },
      'Choose a substitute from the list, or enter their name and e-mail address.',
    ],
    [
      'a substitute from another agency, forged',
      { ...decline, substitute: 'nadia-hussain' },
      'Choose a substitute from the list',
    ],
    [
      'somebody invited already, forged',
      { ...decline, substitute: 'ruth-ellison' },
      'Choose a substitute from the list',
    ],
    ['themselves, forged', { ...decline, substitute: 'tom-reyes' }, 'Choose a substitute from the list'],
  ])('%s', async (_name, inputs, sentence) => {
    await refused('tom-reyes', 'Reply to the invitation', 'Send my reply', inputs, sentence);
  });

  it('more than a card can show back is answered in words, and stays where it was typed', async () => {
    const inputs = { ...decline, information: long(50_000), proposedActions: 'Visit' };
    const shown = await refused('tom-reyes', 'Reply to the invitation', 'Send my reply', inputs, '');
    expect(shown.outcome).toEqual({ kind: 'message', text: 'The information must be 4000 characters or fewer.' });
  });
});

describe('“I am here”', () => {
  it.each<[string, Inputs, string]>([
    [
      'without saying whether they can decide (Q-10)',
      { mode: 'teams' },
      'Say whether they can decide for their agency.',
    ],
    ['by telepathy', { mode: 'telepathy', authority: 'yes' }, 'Say how they take part.'],
    ['in writing, which fills no seat (S-4)', { mode: 'written', authority: 'yes' }, 'Say how they take part.'],
  ])('%s', async (_name, inputs, sentence) => {
    const form = await council.as('grace-mensah').press(agenda, 'I am here');
    const shown = await refusedFor(council, 'grace-mensah')(reference, form, 'Record that I am here', inputs);
    expect(shown.text).toContain(sentence);
  });
});

describe('somebody else’s attendance', () => {
  const by: Inputs = { mode: 'phone', authority: 'yes' };
  const walkIn: Inputs = { ...by, name: 'Noor Aziz', role: 'gp', agency: 'Hill Street Surgery' };
  it.each<[string, Inputs, string]>([
    ['nobody', by, 'Choose a person, or enter their name.'],
    [
      'two people at once',
      { ...walkIn, person: 'sam-whitlock' },
      'Choose a person from the list or enter a name, not both.',
    ],
    ['a name without a role', { ...walkIn, role: '' }, 'Choose what they take part as.'],
    ['a name without an agency', { ...walkIn, agency: '' }, 'Enter their agency.'],
    ['a name that is too long', { ...walkIn, name: long(101) }, 'The name must be 100 characters or fewer.'],
    ['a role nobody knows', { ...walkIn, role: 'wizard' }, 'Choose what they take part as from the list.'],
    [
      'a parent, forged (S-1)',
      { ...walkIn, role: 'parent' },
      'Noor Aziz cannot take part: parents, carers and family are not invited',
    ],
    [
      'a person in no directory',
      { ...by, person: 'nobody-here' },
      'Choose a person from the list, or enter their name.',
    ],
    [
      'in place of somebody who was not invited',
      { ...by, person: 'sam-whitlock', insteadOf: 'nadia-hussain' },
      'Choose from the list whom they replace.',
    ],
    [
      'nothing said of authority (Q-10)',
      { person: 'sam-whitlock', mode: 'phone' },
      'Say whether they can decide for their agency.',
    ],
  ])('%s', async (_name, inputs, sentence) => {
    await refused('priya-shah', 'Record attendance', 'Record attendance', inputs, sentence);
  });
});

describe('information', () => {
  it.each<[string, Inputs, string]>([
    ['nothing', {}, 'Enter the information.'],
    ['only spaces and marks nobody sees', { text: '  \u200b\u202e ' }, 'Enter the information.'],
    ['too much', { text: long(4001) }, 'The information must be 4000 characters or fewer.'],
  ])('%s', async (_name, inputs, sentence) => {
    const shown = await refused('ellie-vaughan', 'Add information', 'Add to the record', {}, 'Enter the information.');
    const again = await refusedFor(council, 'ellie-vaughan')(reference, shown, 'Add to the record', inputs);
    expect(again.text).toContain(sentence);
  });
});

describe('emergency action', () => {
  const action: Inputs = { action: 'Police protection', takenBy: 'Police', date: '2026-09-15', time: '08:00' };
  it.each<[string, Inputs, string]>([
    ['nothing done', { action: '' }, 'Say what was done.'],
    ['by nobody', { takenBy: '' }, 'Say who took the action.'],
    ['on no day', { date: '' }, 'Enter the date it was done.'],
    ['at no time', { time: '' }, 'Enter the time it was done.'],
    ['on 31 February', { date: '2026-02-31' }, 'When it was done: enter a real date.'],
    ['in an hour that was skipped', { date: '2026-03-29', time: '01:30' }, 'there is no 01:30 on Sunday 29 March 2026'],
    ['tomorrow', { date: '2026-09-16' }, 'The action cannot have been taken in the future.'],
    ['too long to tell', { action: long(2001) }, 'What was done must be 2000 characters or fewer.'],
  ])('%s', async (_name, over, sentence) => {
    await refused('ellie-vaughan', 'Emergency action', 'Record the action', { ...action, ...over }, sentence);
  });
});

describe('a new time', () => {
  const time: Inputs = { date: '2026-09-17', time: '10:00', where: 'Room 5', reason: 'Room taken' };
  it.each<[string, Inputs, string]>([
    ['no reason', { reason: '' }, 'Say why the time changes.'],
    ['31 September', { date: '2026-09-31' }, 'The meeting: enter a real date.'],
    [
      'an hour that will be skipped',
      { date: '2027-03-28', time: '01:30' },
      'there is no 01:30 on Sunday 28 March 2027',
    ],
    ['yesterday', { date: '2026-09-14' }, 'The meeting cannot start in the past.'],
    [
      'beyond the deadline (Q-9)',
      { date: '2026-09-30' },
      'The meeting must start by Friday 18 September 2026, 11:59pm.',
    ],
    ['nowhere', { where: '' }, 'Say where the meeting is or how to join it.'],
  ])('%s', async (_name, over, sentence) => {
    await refused('priya-shah', 'Change the time', 'Set the new time', { ...time, ...over }, sentence);
  });
});

describe('standing down', () => {
  it.each<[string, Inputs, string]>([
    ['without a reason', { because: 'other' }, 'Say why it is not going ahead.'],
    ['without saying what kind of reason', { reason: 'Made in error' }, 'Say what kind of reason it is.'],
    [
      'with a reason that is too long',
      { because: 'other', reason: long(1001) },
      'The reason must be 1000 characters or fewer.',
    ],
  ])('%s', async (_name, inputs, sentence) => {
    const priya = council.as('priya-shah');
    await priya.say('chat', `/strategy cancel ${reference}`);
    const form = await priya.card('chat', `Stand down ${reference}?`);
    const shown = await refusedFor(council, 'priya-shah')(
      reference,
      { message: form, outcome: { kind: 'nothing' }, card: form.cards[0] ?? {}, text: '' },
      'Stand it down',
      inputs,
    );
    expect(shown.text).toContain(sentence);
    expectKept(shown, inputs);
  });
});

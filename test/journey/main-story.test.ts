import { afterAll, beforeAll, expect, it } from 'vitest';
import { conveneInChannel } from './convening.ts';
import { startCouncil, textOf, until, type Council } from './council.ts';
import { planOfJointEnquiry } from './deciding.ts';

let council: Council;
beforeAll(async () => {
  council = await startCouncil();
});
afterAll(async () => {
  expect(council.faults).toEqual([]);
  await council.stop();
});

it('a strategy discussion from /strategy to the absent referrer’s outcome', async () => {
  const manager = council.as('priya-shah');
  const { reference, shown } = await conveneInChannel(council, { people: { others: 'ruth-ellison' } });
  expect(shown.text).toContain(`Convened as ${reference}`);

  // Everybody sees initials and age in the channel, and nobody a name or date of birth.
  const agenda = await council.as('grace-mensah').card('channel', 'Who must be there');
  expect(JSON.stringify(agenda.cards)).toContain('J.S., 7 years');
  expect(JSON.stringify(agenda.cards)).not.toMatch(/Jo Sample|2019/);

  // Invitations reach people in their own chat with the bot, and by e-mail outside Teams.
  const invited = await council.as('tom-reyes').card('chat', 'asks you to take part');
  expect(JSON.stringify(invited.cards)).toContain('Jo Sample');
  const letter = await council.as('carol-tench').letter('Invitation to strategy discussion');
  expect(letter.text).toContain('To speak to somebody, telephone Priya Shah on 01632 960 101.');
  expect(letter.text).not.toMatch(/Jo Sample|2019/);

  // Replies show on the agenda card.
  await council
    .as('tom-reyes')
    .press(await council.as('tom-reyes').press(invited, 'Reply to the invitation'), 'Send my reply', {
      answer: 'acceptWithAuthority',
    });
  await council.as('ellie-vaughan').card('channel', 'Coming');

  // In session: the social worker, health and the chair are there; the police are not.
  for (const person of ['priya-shah', 'ellie-vaughan', 'grace-mensah']) {
    const here = await council
      .as(person)
      .press(await council.as(person).card('channel', 'Who must be there'), 'I am here');
    const recorded = await council.as(person).press(here, 'Record that I am here', { mode: 'teams', authority: 'yes' });
    expect(recorded.text).toContain('You are recorded as taking part');
  }
  const added = await council
    .as('ellie-vaughan')
    .press(
      await council
        .as('ellie-vaughan')
        .press(await council.as('ellie-vaughan').card('channel', 'Who must be there'), 'Add information'),
      'Add to the record',
      { text: 'Seen at home on Monday. Two bruises.' },
    );
  expect(added.text).toContain('Added to the record');

  await manager.press(await manager.card('channel', 'Who must be there'), 'Open the decision form');
  const posted = await manager.card('channel', 'Decision on');
  let form = await manager.press(posted, 'Open the decision form');
  form = await manager.press(form, 'Continue', {
    s47: 'yes',
    reasons: 'Two unexplained injuries in a week.',
    outcomes: 's47Joint',
    family: 'told',
    familyWhat: 'The social worker visits today and explains.',
  });
  form = await manager.press(form, 'Continue', planOfJointEnquiry);

  // While the police are missing the decision is refused, and says so.
  expect(form.text).toContain('Missing: Police Dedicated Decision Maker');
  const refused = await manager.press(form, 'Record the decision');
  expect(refused.text).toContain('The decision cannot be recorded yet. Missing: Police Dedicated Decision Maker');

  // An officer joins by telephone, and the same form is accepted.
  const attendance = await manager.press(await manager.card('channel', 'Who must be there'), 'Record attendance');
  const joined = await manager.press(attendance, 'Record attendance', {
    person: 'sam-whitlock',
    mode: 'phone',
    authority: 'yes',
  });
  expect(joined.text).toContain('PC Sam Whitlock is recorded as taking part');
  const decided = await manager.press(refused, 'Record the decision');
  expect(decided.text).toContain('The decision is recorded');

  // The absent referrer hears the outcome and nothing that identifies the child.
  const outcome = await council.as('carol-tench').letter('Outcome of strategy discussion');
  expect(outcome.text).toContain('To speak to somebody, telephone Priya Shah on 01632 960 101.');
  expect(outcome.text).toContain('A section 47 enquiry will start');
  expect(outcome.text).not.toMatch(/Jo Sample|J\.S\.|2019/);

  // The school was invited and absent: it hears too, in Teams. The police were there: they are owed nothing.
  await council.as('ruth-ellison').card('chat', 'The outcome of a strategy discussion');
  const toPolice = await council.as('tom-reyes').messages('chat');
  expect(toPolice.map((m) => textOf(m.cards)).join()).not.toContain('The outcome of a strategy discussion');

  // The chair sees what was sent, to whom, by when.
  await until('the delivery card to show the outcome as sent', async () => {
    const shown = await manager.press(await manager.card('channel', 'Who has been told'), 'Show who has been told');
    return /The referrer\nOutcome, due by Wednesday 16 September 2026, 11:59pm\nSent by e-mail/.test(shown.text)
      ? shown
      : undefined;
  });
});

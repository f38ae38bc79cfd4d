/** The chair's whole path in Microsoft's own test client, which has no dialogs, per-person views or people pickers. */
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { startProgram } from '../playground/program.ts';
import { browserReadyMs, launchBrowser } from './browser.ts';
import { openPlayground, patienceMs, type PlaygroundPage } from './playgroundPage.ts';

let mail: string;
let teams: PlaygroundPage;
const started: (() => Promise<void>)[] = [];

beforeAll(async () => {
  const program = startProgram('playground');
  started.push(() => program.remove());
  const browser = await launchBrowser();
  started.push(() => browser.close());
  const [, address = ''] = await program.said(/Open (http\S+)/);
  [, mail = ''] = await program.said(/E-mail to everybody: (http\S+)/);
  teams = await openPlayground(browser, address);
}, browserReadyMs);
afterAll(async () => {
  await Promise.all(started.map((end) => end()));
});
beforeEach(({ onTestFailed }) => {
  onTestFailed(async () => {
    await teams.page.screenshot({ path: 'test-artefacts/playground.png', fullPage: true });
  });
});

/** A day counted from today in London, such as 2026-03-01: the program runs on the real clock. */
const day = (offset: number): string => {
  const at = new Date(Date.now() + offset * 24 * 60 * 60 * 1000);
  return at.toLocaleDateString('en-CA', { timeZone: 'Europe/London' });
};

/** The card to take part with, once all that was said before has been shown. */
const part = async () => {
  await teams.rest();
  return teams.card('take part');
};
const mailbox = z.object({ mail: z.array(z.object({ subject: z.string(), text: z.string() })) });

/** The e-mail to a person with that in its subject, once it has come. */
const letterTo = (person: string, subject: string) =>
  vi.waitFor(
    async () => {
      const response = await fetch(new URL(`api/mail/${person}`, mail));
      const found = mailbox.parse(await response.json()).mail.find((letter) => letter.subject.includes(subject));
      if (found === undefined) throw new Error(`no e-mail to ${person} about ${subject} has come`);
      return found;
    },
    { timeout: patienceMs },
  );

it('a manager takes a strategy discussion from @mention to an accepted decision', { timeout: 300_000 }, async () => {
  await teams.goTo('Strategy discussions');
  await teams.post('/strategy');
  await (await teams.card('New strategy discussion')).press('Open the form');

  const child = await teams.card('Which child is the discussion about?');
  await child.type('Full name', 'Jo Sample');
  await child.type('Initials', 'J.S.');
  await child.date('Date of birth', '2019-03-01');
  await child.date('Date received', day(-1));
  await child.pick('Time received', '9:00');
  await child.type('Who made the referral', 'Carol Tench');
  await child.type('Their agency', 'Little Acorns Nursery');
  await child.type('Their e-mail address (this or a telephone number)', 'carol@littleacorns.example');
  await child.press('Continue');

  const concern = await teams.card('What is the concern?');
  await concern.type('What is the concern?', 'Unexplained marks on both arms');
  await concern.press('Continue');

  // The people the bot proposes are those who are needed; one more is asked.
  await (await teams.card('Where, or how to join')).press('Change who takes part');
  const people = await teams.card('Who takes part');
  expect(await people.text()).toMatch(/Hold it by .+/);
  await people.tick('Nadia Hussain');
  await people.press('Continue');

  const meeting = await teams.card('Where, or how to join');
  await meeting.date('Date', day(1));
  await meeting.pick('Time', '12:00');
  await meeting.type('Where, or how to join', 'Room 4, Civic Centre');
  await meeting.press('Convene');

  const convened = await (await teams.card('Who must be there')).text();
  const [reference = 'no reference'] = /SD-[A-Z0-9]{6}/.exec(convened) ?? [];
  expect(convened).toMatch(/J\.S\., \d+ years/);
  expect(await teams.page.innerText('body')).not.toContain('Jo Sample');

  for (const { who, how } of [
    { who: 'DI Tom Reyes', how: 'By telephone' },
    { who: 'Ellie Vaughan', how: 'In Teams' },
    { who: 'Grace Mensah', how: 'By telephone' },
  ]) {
    await (await part()).press('Record attendance');
    const attendance = await teams.card('Record somebody’s attendance');
    await attendance.pick('Who', who);
    await attendance.choose('How', how);
    await attendance.choose('Have they confirmed that they can decide', 'Yes');
    await attendance.press('Record attendance');
    await teams.card(`${who} is recorded as taking part`);
  }
  await teams.card('In session: not enough to decide yet');
  await (await part()).press('I am here');
  const self = await teams.card('You are here');
  await self.choose('Are you senior enough to decide', 'Yes');
  await self.press('Record that I am here');
  await teams.card('In session: everyone needed is here');

  await (await part()).press('Open the decision form');
  const announced = await teams.card(`Decision on ${reference}`);
  await teams.rest();
  await announced.press('Open the decision form');
  const decision = await teams.card('Start a section 47 enquiry?');
  await decision.choose('Start a section 47 enquiry?', 'Yes');
  await decision.type('Reasons for the decision', 'Two unexplained injuries in a week.');
  await decision.tick('Joint section 47 enquiry with the police');
  await decision.choose('Is the family told?', 'Yes, as below');
  await decision.type('What they are told', 'The social worker visits today and explains.');
  await decision.press('Continue');

  const plan = await teams.card('The plan for the enquiry');
  for (const [label, text] of [
    ['Risks to assess', 'Further injury at home'],
    ['Lead police officer', 'DI Tom Reyes'],
    ['Lead social worker', 'Ellie Vaughan'],
    ['Areas of risk', 'Physical harm'],
    ['Actions, with dates', 'Visit today (Ellie Vaughan); medical tomorrow (Dr Kapoor)'],
    ['How and when any criminal investigation runs', 'Police lead, starting today'],
    ['Immediate and short-term action', 'Child stays with grandmother tonight'],
    ['Legal action', 'None needed now'],
    ['Further information needed', 'GP and nursery records'],
  ] as const) {
    await plan.type(label, text);
  }
  await plan.date('Provisional date of the conference', day(14));
  await plan.choose('Is the lead social worker qualified', 'Yes');
  await plan.press('Continue');

  const check = await teams.card('Check the decision');
  expect(await check.text()).toContain('Everyone needed to decide is here.');
  await check.press('Record the decision');

  const record = await teams.card('Decided. What was decided');
  await teams.rest();
  await record.press('Read the decision');
  const decided = await teams.card('a section 47 enquiry will start');
  expect(await decided.text()).toContain(
    'J.S.: a section 47 enquiry will start. Joint section 47 enquiry with the police.',
  );
  expect((await letterTo('carol-tench', 'Outcome')).text).not.toMatch(/Jo Sample|2019/);

  // Colleagues whom the Playground has are written to there, everybody else by e-mail.
  await teams.rest();
  await (await teams.card('Who has been told')).press('Show who has been told');
  const delivered = await teams.card(/The referrer[^]*by e-mail/);
  expect(await delivered.text()).toMatch(/DI Tom Reyes, Exampleshire Police\s+Invitation[^]*?in Teams/);
  await letterTo('nadia-hussain', 'Invitation');
});

it('in their own chat with the bot, a manager needs no mention', { timeout: 120_000 }, async () => {
  await teams.goTo('Personal Chat');
  await teams.say('/strategy help');
  expect(await (await teams.card('What you can type')).text()).toContain('/strategy cancel REF');
});

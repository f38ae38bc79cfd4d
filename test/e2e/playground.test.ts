/** The chair's whole path in Microsoft's own test client, which has no dialogs, per-person views or people pickers. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserReadyMs, launchBrowser } from './browser.ts';
import { openPlayground, type PlaygroundCard, type PlaygroundPage } from './playgroundPage.ts';
import { startProgram, type Program } from '../playground/program.ts';

let program: Program;
let browser: Browser;
let teams: PlaygroundPage;
beforeAll(async () => {
  program = startProgram('src/playground/playground.ts');
  browser = await launchBrowser();
  const [, address = ''] = await program.said(/Open (http\S+)/);
  teams = await openPlayground(browser, address, 'Strategy discussions');
}, browserReadyMs);
afterAll(async () => {
  await browser.close();
  await program.remove();
});

const day = (offset: number): string =>
  new Date(Date.now() + offset * 24 * 60 * 60 * 1000).toLocaleDateString('en-CA', { timeZone: 'Europe/London' });

test('a manager takes a strategy discussion from /strategy to an accepted decision', { timeout: 300_000 }, async () => {
  await teams.post('/strategy');
  await (await teams.card('New strategy discussion')).press('Open the form');

  const child = await teams.card('Which child is the discussion about?');
  await child.type('Full name', 'Jo Sample');
  await child.type('Initials', 'J.S.');
  await child.date('Date of birth', '2019-03-01');
  await child.press('Continue');

  const referral = await teams.card('Date received');
  await referral.date('Date received', day(-1));
  await referral.pick('Time received', '9:00');
  await referral.type('Who made the referral', 'Carol Tench');
  await referral.type('Their agency', 'Little Acorns Nursery');
  await referral.type('Their e-mail address', 'carol@littleacorns.example');
  await referral.press('Continue');

  const concern = await teams.card('What is the concern?');
  await concern.type('What is the concern?', 'Unexplained marks on both arms');
  await teams.page.screenshot({path: '/tmp/pg/shots/t1.png'});
  await concern.press('Continue');

  const people = await teams.card('Who takes part');
  await teams.page.screenshot({path: '/tmp/pg/shots/t2.png'});
  console.log(await people.text());
  await people.press('Continue');

  const meeting = await teams.card('Where, or how to join');
  await meeting.date('Date', day(1));
  await meeting.pick('Time', '12:00');
  await meeting.type('Where, or how to join', 'Room 4, Civic Centre');
  await teams.page.screenshot({path: '/tmp/pg/shots/t3.png'});
  await meeting.press('Convene');
  const agenda = await teams.card('Who must be there');
  await teams.page.screenshot({path: '/tmp/pg/shots/t4.png'});
  console.log(await agenda.text());
  for (const { who, how } of [
    { who: 'DI Tom Reyes', how: 'By telephone' },
    { who: 'Ellie Vaughan', how: 'In Teams' },
    { who: 'Grace Mensah', how: 'By telephone' },
  ]) {
    await (await teams.card('Who must be there')).press('Record attendance');
    const attendance = await teams.card('Have they confirmed');
    await attendance.pick('Who', who);
    await attendance.choose('How', how);
    await attendance.choose('Have they confirmed', 'Yes');
    await attendance.press('Record attendance');
    await teams.card(`recorded as taking part`);
    console.log(await (await teams.card('Who must be there')).text());
  }
  await (await teams.card('Who must be there')).press('I am here');
  const mine = await teams.card('Record that I am here');
  await mine.choose('Are you senior enough', 'Yes');
  await mine.press('Record that I am here');
  await teams.card('You are recorded as taking part');
  await (await teams.card('Who must be there')).press('Open the decision form');
  const posted = await teams.card('Decision on');
  await teams.page.screenshot({path: '/tmp/pg/shots/t6.png'});
  console.log(await posted.text());
  await posted.press('Open the decision form');
  const form = await teams.card('Start a section 47 enquiry?');
  console.log(await form.text());
  await teams.page.locator('.ac-adaptiveCard').last().screenshot({path: '/tmp/pg/shots/t7.png'});
  await form.choose('Start a section 47 enquiry?', 'Yes');
  await form.type('Reasons for the decision', 'Two unexplained injuries in a week.');
  await form.tick('Section 47 enquiry carried out jointly');
  await form.choose('What the family is told', 'They are told, as below');
  await form.type('What they are told', 'The social worker visits today and explains.');
  await form.press('Continue');
  await teams.page.waitForTimeout(3000);
  await teams.page.locator('.ac-adaptiveCard').last().screenshot({path: '/tmp/pg/shots/t8.png'});
  console.log(await teams.page.locator('.ac-adaptiveCard').last().innerText());
});

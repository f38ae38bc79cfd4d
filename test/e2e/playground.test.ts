/** The chair's whole path in Microsoft's own test client, which has no dialogs, per-person views or people pickers. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserReadyMs, launchBrowser } from './browser.ts';
import { openPlayground, type PlaygroundCard, type PlaygroundPage } from './playgroundPage.ts';
import { startProgram, type Program } from './program.ts';

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
  await referral.time('Time received', '9:00');
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
  await meeting.time('Time', '12:00');
  await meeting.type('Where, or how to join', 'Room 4, Civic Centre');
  await teams.page.screenshot({path: '/tmp/pg/shots/t3.png'});
  await meeting.press('Convene');
  const agenda = await teams.card('Who must be there');
  await teams.page.screenshot({path: '/tmp/pg/shots/t4.png'});
  console.log(await agenda.text());
  await agenda.press('Record attendance');
  const attendance = await teams.card('Have they confirmed');
  await teams.page.screenshot({path: '/tmp/pg/shots/t5.png'});
  console.log(await teams.page.locator('.ac-adaptiveCard').last().evaluate((e) => e.outerHTML.replaceAll(/style="[^"]*"|class="[^"]{60,}"|<svg.*?<\/svg>/g, '')));
});

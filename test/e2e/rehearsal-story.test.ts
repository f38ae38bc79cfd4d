import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { planOfJointEnquiry } from '../journey/deciding.ts';
import { browserReadyMs, launchBrowser } from './browser.ts';
import { startProduct, type Running } from './product.ts';
import { keyboardScreenOf } from './keyboard.ts';
import type { Screen } from './screen.ts';

const pictures = 'test-artefacts/story';
let browser: Browser;
let page: Page;
let me: Screen;
let product: Running;
let dataDir: string;

const open = async (): Promise<void> => {
  page = await browser.newPage({
    viewport: { width: 390, height: 844 },
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  });
  page.setDefaultTimeout(20_000);
  await page.goto(product.address);
  me = keyboardScreenOf(page);
};

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  dataDir = mkdtempSync(join(tmpdir(), 'strategy-story-'));
  browser = await launchBrowser();
  product = await startProduct(dataDir);
  await open();
}, browserReadyMs);
afterAll(async () => {
  await browser.close();
  await product.kill();
  rmSync(dataDir, { recursive: true, force: true });
});

beforeEach(({ onTestFailed }) => {
  onTestFailed(async () => {
    await page.screenshot({ path: join(pictures, 'failed.png') });
  });
});

/** The London date and time some minutes from now, as inputs want them. */
const inMinutes = (minutes: number): { readonly date: string; readonly time: string } => {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/London',
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const [date = '', time = ''] = format.format(Date.now() + minutes * 60_000).split(' ');
  return { date, time };
};

const faults = async (method: 'POST' | 'DELETE', body?: object): Promise<void> => {
  const answer = await page.request.fetch(new URL('/rehearsal/api/faults', product.address).href, {
    method,
    ...(body === undefined ? {} : { data: body }),
  });
  expect(answer.ok()).toBe(true);
};

const aMinutePasses = async (): Promise<void> => {
  const moved = await page.request.put(new URL('/rehearsal/api/clock', product.address).href, {
    data: { advance: 'PT1M' },
  });
  expect(moved.ok()).toBe(true);
};

it('on a telephone’s screen and by keyboard alone, eight people take one discussion from /strategy to the referrer’s outcome, through a killed process', async () => {
  const received = inMinutes(-40);
  const meeting = inMinutes(20);

  await me.be('priya-shah', 'channel');
  await me.say('/strategy');
  await me.press('Continue', {
    fill: {
      name: 'Jo Sample',
      initials: 'J.S.',
      birthDate: '2019-03-01',
      receivedDate: received.date,
      receivedTime: received.time,
      referrerName: 'Carol Tench',
      referrerAgency: 'Little Acorns Nursery',
      referrerEmail: 'carol@littleacorns.example',
    },
  });
  await me.press('Continue', { fill: { concern: 'Unexplained marks on both arms', mustAttend: ['physicalInjury'] } });
  await me.press('Change who takes part');
  await me.card('Who takes part').getByLabel('Paediatrician', { exact: true }).first().waitFor();
  await me.press('Continue', { fill: { others: ['ruth-ellison'] } });
  await me.press('Convene', { fill: { ...meeting, where: 'Room 4' } });
  await me.card('Who must be there').waitFor();

  await me.be('tom-reyes', 'chat');
  await me.press('Reply to the invitation', { on: 'asks you to take part' });
  await me.press('Send my reply', { fill: { answer: 'decline', reason: 'In court' } });
  await me.card('You are down as not coming').waitFor();

  const taking = {
    'ellie-vaughan': 'Ellie Vaughan',
    'grace-mensah': 'Grace Mensah',
    'anil-kapoor': 'Dr Anil Kapoor',
    'priya-shah': 'Priya Shah',
  } as const;
  const isHere = (name: string) => me.says('Who must be there', new RegExp(`${name}[^]{0,40}Present`));
  for (const [person, mode] of [
    ['ellie-vaughan', 'teams'],
    ['grace-mensah', 'teams'],
    ['anil-kapoor', 'phone'],
    ['priya-shah', 'inPerson'],
  ] as const) {
    await me.be(person, 'channel');
    await me.press('I am here', { on: 'take part' });
    await me.press('Record that I am here', { fill: { mode, authority: 'yes' } });
    // The card in the channel changes for everybody.
    await isHere(taking[person]);
  }
  await page.screenshot({ path: join(pictures, 'in-session.png') });

  await me.press('Open the decision form', { on: 'take part' });
  await me.card('Decision on').scrollIntoViewIfNeeded();
  await me.press('Continue', {
    fill: {
      s47: 'yes',
      reasons: 'Two injuries in a week',
      outcomes: ['s47Joint'],
      family: 'told',
      familyWhat: 'At the visit today',
    },
  });
  await me.press('Continue', { fill: planOfJointEnquiry });
  await me.press('Record the decision');
  await me.card('The decision cannot be recorded yet. Missing: Police Dedicated Decision Maker').waitFor();
  await page.screenshot({ path: join(pictures, 'police-missing.png') });

  await me.press('Record attendance', { on: 'take part' });
  await me.press('Record attendance', { fill: { person: 'sam-whitlock', mode: 'phone', authority: 'yes' } });
  await isHere('PC Sam Whitlock');

  // The mail server is down when the decision is recorded, and the process is killed before the outcome could leave.
  await faults('POST', [{ kind: 'smtpRefusal', at: 'rcpt', code: 451 }]);
  await me.press('Record the decision');
  await me.card('Decided').waitFor();
  await product.kill();
  await page.close();

  // Where it was, as a service is started again: Teams is where its conversations were kept.
  product = await startProduct(dataDir, { PORT: new URL(product.address).port });
  await open();
  await me.be('carol-tench', 'mail');
  // Had it been killed in the middle of sending, nobody may take a notice up before its lease of a minute is over.
  await aMinutePasses();
  const leased = { timeout: 90_000 };
  await me.mails('Outcome of strategy discussion').first().waitFor(leased);
  await me.openMail('Outcome of strategy discussion');
  await page.screenshot({ path: join(pictures, 'outcome.png') });
  await page.getByRole('button', { name: 'Plain text' }).press('Enter');
  await expect.poll(() => page.locator('#main').innerText()).toContain('A section 47 enquiry will start');
  expect(await page.locator('#main').innerText()).not.toContain('Jo Sample');

  await me.be('ruth-ellison', 'chat');
  await me.card('The outcome of a strategy discussion').waitFor(leased);
  await me.be('priya-shah', 'channel');
  await me.says('Who has been told', 'Outcome, due by');
  await expect.poll(() => me.card('Who has been told').innerText(), leased).not.toContain('Not sent');
  await page.screenshot({ path: join(pictures, 'delivered.png') });

  // The leaflet for the family opens from the card as a file, in the language that was chosen.
  await me.press('Read what was said', { on: 'take part' });
  await me.press('Back', { on: 'what was said' });
  await me.press('Leaflet for the family', { on: 'take part' });
  await me.press('Make the leaflet', { fill: { language: 'pl' } });
  const handedOut = page.context().waitForEvent('response', (response) => response.url().includes('/leaflet/'));
  await me.card('The leaflet is ready').getByRole('link', { name: 'Open the leaflet' }).press('Enter');
  expect((await handedOut).headers()['content-disposition']).toBe('attachment; filename=leaflet.pdf');

  // Exactly once, however long one waits: nothing is owed any more.
  await me.be('carol-tench', 'mail');
  expect(await me.mails('Outcome of strategy discussion').count()).toBe(1);
}, 400_000);

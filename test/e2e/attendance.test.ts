/** The chair's attendance form in a browser, as somebody uses it who is in a hurry because the police are missing. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { conveneInChannel } from '../journey/convening.ts';
import { peopleAt, type Council } from '../journey/council.ts';
import { browserReadyMs, launchBrowser } from './browser.ts';
import { startProduct, type Running } from './product.ts';
import { screenOf, type Screen } from './screen.ts';

const pictures = 'test-artefacts/attendance';
let browser: Browser;
let page: Page;
let me: Screen;
let product: Running;
let dataDir: string;

/** London's date and time some minutes from now, as inputs want them. */
const inMinutes = (minutes: number): readonly [string, string] => {
  const london = { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'short' } as const;
  const [date = '', time = ''] = new Intl.DateTimeFormat('sv-SE', london)
    .format(Date.now() + minutes * 60_000)
    .split(' ');
  return [date, time];
};

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  dataDir = mkdtempSync(join(tmpdir(), 'strategy-attendance-'));
  browser = await launchBrowser();
  product = await startProduct(dataDir);
  const council = peopleAt(new URL(product.address).origin) as Council;
  const [receivedDate, receivedTime] = inMinutes(-40);
  const [date, time] = inMinutes(20);
  await conveneInChannel(council, { referral: { receivedDate, receivedTime }, meeting: { date, time } });
  page = await browser.newPage({ viewport: { width: 1400, height: 1000 }, reducedMotion: 'reduce' });
  page.setDefaultTimeout(20_000);
  await page.goto(product.address);
  me = screenOf(page);
  await me.be('priya-shah', 'channel');
}, browserReadyMs);
afterAll(async () => {
  await browser.close();
  await product.kill();
  rmSync(dataDir, { recursive: true, force: true });
});

const form = 'Record somebody’s attendance';
const seatOf = (who: string) => me.card('Who must be there').locator('.ac-columnSet', { hasText: who });
const picture = (of: string, name: string) => me.card(of).screenshot({ path: join(pictures, `${name}.png`) });
const open = () => me.press('Record attendance', { on: 'take part' });
const notListed = () => page.getByRole('button', { name: 'Somebody who is not in the directory' }).last();

it(
  'whoever is chosen sits as who they are, and a hurried choice fills no police seat',
  { timeout: 120_000 },
  async () => {
    await open();
    await me.card(form).waitFor();
    // What is asked of strangers is out of the way until somebody wants it.
    expect(await page.locator('[data-input="role"]').last().isVisible()).toBe(false);
    await picture(form, 'form');
    await me.press('Record attendance', {
      on: form,
      fill: { person: 'leon-baptiste', mode: 'inPerson', authority: 'yes' },
    });
    await me.says('Who must be there', '1 taking part');
    expect(await seatOf('Police Dedicated Decision Maker').innerText()).toContain('No answer');
    await picture('Who must be there', 'team-leader');

    // The same again, this time typed, as what is missing.
    await open();
    await notListed().click();
    const typed = { name: 'Leon Baptiste', agency: 'Exampleshire County Council', role: 'policeDdm' };
    await me.press('Record attendance', {
      on: form,
      fill: { ...typed, identified: 'knownPersonally', authority: 'yes' },
    });
    await me.card('the directory has them as “Children’s Team Leader”').waitFor();
    // What was typed is there, and in sight.
    expect(await page.locator('[data-input="name"] input').last().inputValue()).toBe('Leon Baptiste');
    expect(await page.locator('[data-input="role"]').last().isVisible()).toBe(true);
    await picture(form, 'refused');

    const sergeant = {
      name: 'Sgt Amal Noor',
      agency: 'West Midlands Police',
      role: 'police',
      identified: 'idCardSeen',
    };
    await me.press('Record attendance', { on: form, fill: { ...sergeant, identifiedNote: 'Warrant card 4471' } });
    const known = 'Sgt Amal Noor, not in the directory: ID seen';
    await me.says('Who must be there', new RegExp(`${known}[^]{0,40}Present`));
    const seat = seatOf(known);
    expect(await seat.innerText()).toContain('Police Dedicated Decision Maker');
    await picture('Who must be there', 'sergeant');
  },
);

it('one press says that somebody is here and can decide', { timeout: 60_000 }, async () => {
  await me.be('grace-mensah', 'channel');
  await me.press('I am here, I can decide for my agency', { on: 'take part' });
  await seatOf('Health professional').getByText('Present').waitFor();
  await picture('Who must be there', 'one-press');
  await me.be('ellie-vaughan', 'chat');
  await picture('asks you to take part', 'invitation');
  await me.press('I am here, I can decide for my agency', { on: 'asks you to take part' });
  await me.card('You are recorded as taking part, and able to decide for your agency.').waitFor();
});

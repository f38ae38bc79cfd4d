/** The first minute of a meeting, in the browsers of those who are there: everybody presses at once, and some too early. */
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

const pictures = 'test-artefacts/first-minute';
let browser: Browser;
let product: Running;
let council: Council;
let dataDir: string;

interface Seated {
  readonly page: Page;
  readonly screen: Screen;
}
let chair: Seated;
let socialWorker: Seated;
let police: Seated;

/** London's date and time some minutes from now, as inputs want them. */
const inMinutes = (minutes: number): readonly [string, string] => {
  const london = { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'short' } as const;
  const [date = '', time = ''] = new Intl.DateTimeFormat('sv-SE', london)
    .format(Date.now() + minutes * 60_000)
    .split(' ');
  return [date, time];
};

const seated = async (person: string): Promise<Seated> => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  page.setDefaultTimeout(30_000);
  await page.goto(product.address);
  const screen = screenOf(page);
  await screen.be(person, 'channel');
  return { page, screen };
};

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  dataDir = mkdtempSync(join(tmpdir(), 'strategy-first-minute-'));
  browser = await launchBrowser();
  product = await startProduct(dataDir);
  council = peopleAt(new URL(product.address).origin) as Council;
  const [receivedDate, receivedTime] = inMinutes(-40);
  const [date, time] = inMinutes(20);
  await conveneInChannel(council, { referral: { receivedDate, receivedTime }, meeting: { date, time } });
  await council.as('victor-lane').card('channel', 'take part');
  [chair, socialWorker, police] = [
    await seated('priya-shah'),
    await seated('ellie-vaughan'),
    await seated('tom-reyes'),
  ];
}, browserReadyMs);
afterAll(async () => {
  await browser.close();
  await product.kill();
  rmSync(dataDir, { recursive: true, force: true });
});

const buttonsOf = ({ screen }: Seated): Promise<readonly string[]> =>
  screen.card('take part').locator('[data-action]').allInnerTexts();

/** Whoever may not see the button presses the one on a card that was shown before it knew them. */
const openDecisionAnyway = async (person: string): Promise<void> => {
  const part = await council.as('victor-lane').card('channel', 'take part');
  await council.as(person).press(part, 'Open the decision form');
};

it('the decision form opened too early is refused, and every button is still there', { timeout: 120_000 }, async () => {
  await chair.screen.press('Open the decision form', { on: 'take part' });
  await chair.screen.card('Nobody is recorded as present yet.').waitFor();
  expect(await buttonsOf(chair)).toEqual(
    expect.arrayContaining(['Emergency action', 'Record attendance', 'Open the decision form']),
  );
  await chair.screen.card('take part').screenshot({ path: join(pictures, 'too-early.png') });

  await openDecisionAnyway('ellie-vaughan');
  await socialWorker.screen.card('Only the chair can').waitFor();
  expect(await buttonsOf(socialWorker)).toEqual(expect.arrayContaining(['Emergency action', 'Add information']));
});

it('what is half typed is there after ten changes of the agenda, and is sent', { timeout: 120_000 }, async () => {
  const typed = 'She said that it hurts when she is picked up, and would not say who does that. '
    .repeat(8)
    .slice(0, 600);
  await socialWorker.screen.press('Add information', { on: 'take part' });
  const box = socialWorker.page.locator('[data-input="text"] textarea').last();
  await box.fill(typed);
  const part = await council.as('victor-lane').card('channel', 'take part');
  for (let i = 0; i < 10; i += 1) {
    const form = await council.as('tom-reyes').press(part, 'Add information');
    await council.as('tom-reyes').press(form, 'Add to the record', { text: `What the police know, part ${i}` });
  }
  await socialWorker.screen.says('Who must be there', '10 contributions');
  expect(await box.inputValue()).toBe(typed);
  await socialWorker.screen.press('Add to the record', { on: 'Add information' });
  await socialWorker.screen.says('Who must be there', '11 contributions');
});

it('three people who press “I am here” at once are all here', { timeout: 120_000 }, async () => {
  const all = [chair, socialWorker, police];
  await Promise.all(
    all.map(({ screen }) => screen.press('I am here, I can decide for my agency', { on: 'take part' })),
  );
  await Promise.all(
    all.map(({ screen }) =>
      screen.card('You are recorded as taking part, and able to decide for your agency.').waitFor(),
    ),
  );
  await Promise.all(all.map(({ screen }) => screen.says('Who must be there', '3 taking part')));
  await police.screen.card('Who must be there').screenshot({ path: join(pictures, 'all-here.png') });
});

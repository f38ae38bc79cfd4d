/** The guided demonstration as somebody watches it, under each procedure, on one page that is open for more than a day. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findingsInEveryLook } from './axe.ts';
import { browserReadyMs, launchBrowser } from './browser.ts';
import { hurry } from './hurry.ts';
import { startProduct, type Running } from './product.ts';
import { screenOf, type Screen } from './screen.ts';

const pictures = 'test-artefacts/demonstration';
let browser: Browser;
let page: Page;
let me: Screen;
let product: Running;
let dataDir: string;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  dataDir = mkdtempSync(join(tmpdir(), 'strategy-demonstration-'));
  browser = await launchBrowser();
  product = await startProduct(dataDir);
  page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', locale: 'en-GB' });
  page.setDefaultTimeout(20_000);
  await hurry(page);
  await page.goto(product.address);
  me = screenOf(page);
}, browserReadyMs);
afterAll(async () => {
  await browser.close();
  await product.kill();
  rmSync(dataDir, { recursive: true, force: true });
});

/** In the settings of the page, which show the new time. */
const timePasses = async (button: string): Promise<void> => {
  await page.getByTestId('settings').click();
  const before = await textOf('clock');
  await page.getByRole('button', { name: button }).click();
  await expect.poll(() => textOf('clock'), { timeout: 20_000 }).not.toBe(before);
  await expect.poll(() => page.getByRole('button', { name: button }).isEnabled()).toBe(true);
  await page.getByTestId('settings').click();
};

/** In the settings of the page, as whoever rehearses does it. */
const follow = async (procedure: string): Promise<void> => {
  await page.getByTestId('settings').click();
  await page.getByTestId('procedure').selectOption(procedure);
  await page.getByTestId('settings').click();
};

const textOf = (testId: string) => page.getByTestId(testId).textContent();

/** Presses Next whenever that can be done, until the caption begins with these words, or to the end. */
const watch = (until = 'to the end'): Promise<unknown> =>
  page.evaluate(`(async () => {
    const at = (id) => document.querySelector('[data-testid="' + id + '"]');
    const isThere = () => at('caption').textContent.startsWith(${JSON.stringify(until)});
    while (!isThere() && at('stop').textContent !== 'Close' && at('next').textContent !== 'Try again') {
      if (at('next').ariaDisabled === 'false') at('next').click();
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  })()`);

/** Paused, so that nothing happens but by Next. */
const begin = async (): Promise<void> => {
  await page.getByTestId('demonstrate').click();
  await page.getByRole('button', { name: 'Pause' }).click();
};

let openOne: string;
it('begins on a page that has been open for a while, and may be stopped in the middle', async () => {
  await timePasses('15 minutes on');
  await follow('practice-standards-2025');
  await begin();
  await watch('Ellie Vaughan, the social worker');
  expect(await textOf('remark')).toBe('');
  openOne = await me.says('Who must be there', 'Ellie Vaughan');
  expect(openOne).toMatch(/J\.S\., 3 years[^]*Convened/);
  await page.getByTestId('stop').click();
}, 60_000);

const isTold = async (procedure: string, chair: string, seat: string): Promise<void> => {
  await follow(procedure);
  await begin();

  await watch('Everyone needed to decide');
  await page.locator('[data-action="Record the decision"]').last().waitFor();
  await page.screenshot({ path: join(pictures, `${procedure}-refused.png`) });
  const refused = await page.locator('.card', { hasText: 'Nothing was recorded' }).innerText();
  expect(refused).toMatch(/Missing: Police (Dedicated Decision Maker|officer)/);

  await watch();
  await page.screenshot({ path: join(pictures, `${procedure}-end.png`) });
  expect(await textOf('remark')).toBe('');
  expect(await textOf('stop')).toBe('Close');
  expect(await textOf('me')).toBe(chair);
  const decided = await me.says('Who must be there', 'DI Tom Reyes');
  expect(decided).toMatch(/J\.S\., 3 years[^]*Decided[^]*DI Tom Reyes/);
  expect(decided).toContain(seat);
  expect(decided).not.toMatch(/Sam Whitlock|Missing|Cannot decide yet|No answer|late/);
  expect(await me.says('Who has been told', 'The referrer')).toMatch(/The referrer[^]*Sent by e-mail/);
  await page.getByTestId('stop').click();
};

it.each([
  ['practice-standards-2025', 'Priya Shah', 'Paediatrician'],
  ['working-together-2023', 'Priya Shah', 'Social worker'],
  ['darlington', 'Priya Shah', 'Social worker'],
  ['liverpool', 'Leon Baptiste', 'Team Leader'],
])('is told to its end under %s', isTold, 120_000);

it('has left the discussion alone that was open in the same channel', async () => {
  await me.be('ellie-vaughan', 'channel');
  // The first of all is what the bot says where it was added.
  const posts = page.locator('.post', { hasText: 'Strategy discussion SD-' });
  expect(await posts.count()).toBe(5);
  const first = posts.first().locator('.card', { hasText: 'Who must be there' });
  await first.scrollIntoViewIfNeeded();
  await expect.poll(() => first.innerText()).toBe(openOne);
});

it('is told to its end the next day, under sandwell, whose limit ends with the day', async () => {
  await timePasses('1 day on');
  await isTold('sandwell', 'Hannah Boyle', 'Education');
}, 120_000);

it('leaves pages behind that everybody can use', async () => {
  expect(await findingsInEveryLook(page)).toEqual([]);
  await me.be('carol-tench', 'mail');
  await me.mails('Invitation to strategy discussion').first().click();
  expect(await page.getByRole('group', { name: 'Attachments' }).getByRole('link').count()).toBe(1);
  expect(await findingsInEveryLook(page)).toEqual([]);
  const link = page.frameLocator('iframe').getByRole('link', { name: 'Answer this invitation' });
  await page.goto((await link.getAttribute('href')) ?? '');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.screenshot({ path: join(pictures, 'reply-page.png') });
  expect(await findingsInEveryLook(page)).toEqual([]);
}, 90_000);

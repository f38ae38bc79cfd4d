/** Every page of the rehearsal under axe-core in each of the looks of Teams. The cards have a test of their own: e2e/cards. */
import { mkdirSync } from 'node:fs';
import { createTransport } from 'nodemailer';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { findingsInEveryLook, findingsOn } from '../e2e/axe.ts';
import { browserReadyMs, launchBrowser } from '../e2e/browser.ts';
import { asPerson } from './asPerson.ts';
import { adaptiveCard, startToyTenant, withCard } from './toyBot.ts';
import type { ToyTenant } from './toyBot.ts';

const pictures = 'test-artefacts/accessible';
let tenant: ToyTenant;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  tenant = await startToyTenant(async (context) => {
    if (context.activity.type === 'invoke') return;
    await context.sendActivity(withCard(overflowing));
  });
  await asPerson(tenant, 'priya-shah').says('channel', '/strategy', { mention: true });
  await asPerson(tenant, 'ellie-vaughan').says('channel', '/strategy', { mention: true });
  await createTransport({ host: '127.0.0.1', port: tenant.rehearsal.smtpPort, secure: false }).sendMail({
    from: 'strategy@exampleshire.gov.uk',
    to: 'carol@littleacorns.example',
    subject: 'The outcome of your referral',
    text: 'Dear Carol',
    html: '<html lang="en"><title>Outcome</title><p>Dear Carol</p></html>',
    attachments: [{ filename: 'meeting.ics', contentType: 'text/calendar', content: 'BEGIN:VCALENDAR' }],
  });
  browser = await launchBrowser();
}, browserReadyMs);
afterAll(async () => {
  await browser.close();
  await tenant.close();
});
afterEach(async () => {
  await page.close();
});

/** Some actions are behind “…”. */
const overflowing = adaptiveCard('More than fits', {
  actions: [
    { type: 'Action.Execute', title: 'Stop', verb: 'stop', mode: 'secondary' },
    { type: 'Action.Execute', title: 'Start', verb: 'start' },
  ],
});

const open = async (address: string): Promise<void> => {
  page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  await page.goto(`${tenant.origin}/rehearsal/${address}`);
  await page.getByTestId('me').waitFor();
};

it('the channel, with what opens in it', async () => {
  await open('#/priya-shah/channel');
  await page.getByRole('button', { name: 'Reply to post 1' }).click();
  await page.getByTestId('settings').click();
  await page.locator('[data-action="..."]').first().click();
  expect(await findingsInEveryLook(page)).toEqual([]);
  await page.screenshot({ path: `${pictures}/channel.png` });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Members' }).click();
  expect(await findingsOn(page)).toEqual([]);
}, 60_000);

it('the mailbox, with a message open', async () => {
  await open('#/carol-tench/mail');
  await page.locator('[data-mail]').click();
  await page.locator('iframe').waitFor();
  expect(await findingsInEveryLook(page)).toEqual([]);
  await page.screenshot({ path: `${pictures}/mailbox.png` });
}, 60_000);

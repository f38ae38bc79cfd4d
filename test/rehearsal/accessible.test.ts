/** Every page of the rehearsal, and every card in it, under axe-core in each of the looks of Teams. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createTransport } from 'nodemailer';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { bindNamed } from '../cards/everyCard.ts';
import { findingsInEveryLook, findingsOn } from '../e2e/axe.ts';
import { browserReadyMs, launchBrowser } from '../e2e/browser.ts';
import { asPerson } from './asPerson.ts';
import { eventually } from './eventually.ts';
import { adaptiveCard, startToyTenant, withCard } from './toyBot.ts';
import type { ToyTenant } from './toyBot.ts';

const pictures = 'test-artefacts/accessible';
const cards = new URL('../../cards/', import.meta.url);
const samples = readdirSync(cards).filter((file) => file.endsWith('.sample.json'));
const cardOf = (file: string): unknown =>
  bindNamed(file.replace('.sample.json', ''), JSON.parse(readFileSync(new URL(file, cards), 'utf8')));

let tenant: ToyTenant;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  tenant = await startToyTenant(async (context) => {
    if (context.activity.type === 'invoke') return;
    const all = context.activity.conversation.conversationType === 'personal' ? samples.map(cardOf) : [];
    for (const card of [...all, overflowing]) await context.sendActivity(withCard(card));
  });
  await asPerson(tenant, 'priya-shah').says('chat', 'Every card');
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

it('every card, with all that it hides', async () => {
  await open('#/priya-shah/chat');
  await eventually(() => page.locator('.card').count()).toBe(samples.length + 1);
  for (const toggle of await page.locator('[data-action^="Show or hide"], [data-action^="Record what"]').all()) {
    await toggle.click();
  }
  expect(await findingsInEveryLook(page)).toEqual([]);
}, 90_000);

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

import { mkdirSync } from 'node:fs';
import { createTransport } from 'nodemailer';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { browserReadyMs, launchBrowser } from '../e2e/browser.ts';
import { asPerson, reset } from './asPerson.ts';
import { eventually } from './eventually.ts';
import { adaptiveCard, startToyTenant, withCard } from './toyBot.ts';
import type { ToyTenant } from './toyBot.ts';

let tenant: ToyTenant;
let browser: Browser;
let page: Page;
const pictures = 'test-artefacts/rehearsal';
const desktop = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  tenant = await startToyTenant((context) =>
    context.sendActivity(
      withCard(
        adaptiveCard('A long line of a card, which has to wrap on a narrow screen instead of running off it', {
          actions: [{ type: 'Action.Execute', title: 'I am here', verb: 'arrive' }],
        }),
      ),
    ),
  );
  browser = await launchBrowser();
}, browserReadyMs);
afterAll(async () => {
  await browser.close();
  await tenant.close();
});
beforeEach(async () => {
  await reset(tenant);
});
afterEach(async () => {
  await page.close();
});

const open = async (address: string, more: Parameters<Browser['newPage']>[0] = {}): Promise<void> => {
  page = await browser.newPage({ viewport: desktop, ...more });
  await page.goto(`${tenant.origin}/rehearsal/${address}`);
  await page.getByTestId('me').waitFor();
};

const sendMail = () =>
  createTransport({ host: '127.0.0.1', port: tenant.rehearsal.smtpPort, secure: false }).sendMail({
    from: 'strategy@exampleshire.gov.uk',
    to: 'carol@littleacorns.example',
    subject: 'The outcome of your referral',
    text: 'Dear Carol. Reply at https://council.example/reply/1.',
    html: '<p>Dear Carol</p><script>document.title = "ran"</script>',
    attachments: [{ filename: 'meeting.ics', contentType: 'text/calendar', content: 'BEGIN:VCALENDAR' }],
  });

describe('the page', () => {
  it('opens without the closing slash of its address', async () => {
    page = await browser.newPage({ viewport: desktop });
    await page.goto(`${tenant.origin}/rehearsal`);
    await eventually(() => page.getByTestId('me').textContent()).toBe('Priya Shah');
  });

  it('says at the top that everything is invented', async () => {
    await open('');
    expect(await page.getByRole('banner').textContent()).toContain('everyone and everything here is invented');
  });

  it('shows who one is now, and comes back to it after a reload', async () => {
    await open('#/grace-mensah/group');
    await page.reload();
    await eventually(() => page.getByTestId('me').textContent()).toBe('Grace Mensah');
    expect(await page.locator('[data-place="group"]').getAttribute('aria-current')).toBe('page');
  });

  it('gives people with e-mail only just a mailbox', async () => {
    await open('#/carol-tench/channel');
    expect(await page.locator('[data-place]').allTextContents()).toEqual(['Mailbox']);
  });

  it('can be used from the keyboard: choose a person, a place, write', async () => {
    await open('#/priya-shah/channel');
    await page.locator('[data-person="priya-shah"]').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await eventually(() => page.getByTestId('me').textContent()).toBe('Ellie Vaughan');
    await page.locator('[data-place="chat"]').focus();
    await page.keyboard.press('Enter');
    await page.getByTestId('say').focus();
    await page.keyboard.type('Hello');
    await page.keyboard.press('Enter');
    await eventually(async () => (await asPerson(tenant, 'ellie-vaughan').reads('chat'))[0]).toBe('Hello');
  });

  it('has names for everything one can operate', async () => {
    await asPerson(tenant, 'priya-shah').says('channel', '/strategy', { mention: true });
    await open('#/priya-shah/channel');
    await page.getByTestId('card').waitFor();
    const names = await page
      .locator(':is(button, input, select, textarea, a, summary):visible')
      .evaluateAll((nodes) =>
        (
          nodes as unknown as { textContent: string; ariaLabel: string | null; labels?: { textContent: string }[] }[]
        ).map(({ textContent, ariaLabel, labels }) => ariaLabel ?? labels?.[0]?.textContent ?? textContent.trim()),
      );
    expect(names.length).toBeGreaterThan(20);
    expect(names).not.toContain('');
  });
});

describe('a mailbox', () => {
  it('shows a message as sent, with nothing in it running, and as plain text with links', async () => {
    await sendMail();
    await open('#/carol-tench/mail');
    await page.locator('[data-mail]').click();
    await eventually(() => page.frameLocator('iframe').locator('p').textContent()).toBe('Dear Carol');
    expect(await page.title()).not.toBe('ran');
    await page.getByRole('button', { name: 'Plain text' }).click();
    expect(await page.getByTestId('mail-text').getByRole('link').getAttribute('href')).toBe(
      'https://council.example/reply/1',
    );
    expect(await page.getByRole('group', { name: 'Attachments' }).textContent()).toContain('meeting.ics');
    await eventually(() => page.locator('.mail-item.unread').count()).toBe(0);
    await page.screenshot({ path: `${pictures}/mailbox.png` });
  });

  it('shows mail that arrives while one looks', async () => {
    await open('#/carol-tench/mail');
    await sendMail();
    await eventually(() => page.locator('[data-mail]').count()).toBe(1);
  });
});

describe.each([
  ['on a desktop', desktop, 'light'],
  ['on a desktop in the dark', desktop, 'dark'],
  ['on a phone', phone, 'light'],
  ['on a phone in the dark', phone, 'dark'],
] as const)('%s', (name, viewport, colorScheme) => {
  it('nothing runs off the screen', async () => {
    await asPerson(tenant, 'priya-shah').says('channel', '/strategy', { mention: true });
    await open('#/priya-shah/channel', { viewport, colorScheme });
    await page.getByTestId('card').waitFor();
    const wider = await page.locator('body').evaluate((body: { scrollWidth: number }) => body.scrollWidth);
    expect(wider).toBeLessThanOrEqual(viewport.width);
    await page.screenshot({ path: `${pictures}/${name.replaceAll(' ', '-')}.png` });
  });
});

it('lets one become somebody else on a phone', async () => {
  await open('#/priya-shah/channel', { viewport: phone });
  await page.getByTestId('open-people').click();
  await page.locator('[data-person="tom-reyes"]').click();
  await eventually(() => page.getByTestId('me').textContent()).toBe('DI Tom Reyes');
  expect(await page.locator('[data-person="tom-reyes"]').isVisible()).toBe(false);
});

it('can be cleared', async () => {
  await asPerson(tenant, 'priya-shah').says('channel', 'An old post');
  await open('#/priya-shah/channel');
  await eventually(() => page.getByTestId('messages').textContent()).toContain('An old post');
  page.on('dialog', (dialog) => void dialog.accept());
  await page.getByTestId('settings').click();
  await page.getByTestId('reset').click();
  await eventually(() => page.getByTestId('messages').textContent()).toContain('Nothing has been posted yet');
});

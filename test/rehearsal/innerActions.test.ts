import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { browserReadyMs, launchBrowser } from '../e2e/browser.ts';
import { asPerson, reset } from './asPerson.ts';
import { eventually } from './eventually.ts';
import { adaptiveCard, answerInvoke, messageType, startToyTenant, withCard } from './toyBot.ts';
import type { ToyTenant } from './toyBot.ts';

const card = adaptiveCard('Agenda', {
  body: [
    { type: 'TextBlock', text: 'Agenda with **bold**, a [page](https://council.example/) and <b>no HTML</b>' },
    { type: 'TextBlock', text: 'Ten items', id: 'items', isVisible: false },
  ],
  actions: [
    { type: 'Action.ToggleVisibility', title: 'Show the items', targetElements: ['items'] },
    { type: 'Action.OpenUrl', title: 'Guidance', url: 'https://council.example/guidance' },
    { type: 'Action.OpenUrl', title: 'Harmful', url: 'javascript:document.title="ran"' },
    {
      type: 'Action.ShowCard',
      title: 'Add information',
      card: {
        type: 'AdaptiveCard',
        body: [{ type: 'Input.Text', id: 'text', label: 'What do you know?' }],
        actions: [{ type: 'Action.Execute', title: 'Share', verb: 'share' }],
      },
    },
  ],
});

let tenant: ToyTenant;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  tenant = await startToyTenant((context) =>
    context.activity.type === 'invoke'
      ? answerInvoke(context, messageType, 'Shared')
      : context.sendActivity(withCard(card)),
  );
  browser = await launchBrowser();
}, browserReadyMs);
afterAll(async () => {
  await browser.close();
  await tenant.close();
});
beforeEach(async () => {
  await reset(tenant);
  await asPerson(tenant, 'priya-shah').says('chat', 'Hello');
  tenant.received.length = 0;
  page = await browser.newPage();
  await page.goto(`${tenant.origin}/rehearsal/#/priya-shah/chat`);
});
afterEach(async () => {
  await page.close();
});

const press = (title: string) => page.locator(`[data-action="${title}"]`).click();

it('shows bold and links, and HTML as it was typed', async () => {
  const words = page.getByTestId('card').locator('.ac-textBlock').first();
  await eventually(() => words.textContent()).toContain('Agenda with bold, a page and <b>no HTML</b>');
  expect(await words.locator('strong').textContent()).toBe('bold');
  expect(await words.locator('a').getAttribute('href')).toBe('https://council.example/');
});

it('shows and hides what a card toggles, without telling the bot', async () => {
  const items = page.getByText('Ten items');
  await eventually(() => items.isVisible()).toBe(false);
  await press('Show the items');
  await eventually(() => items.isVisible()).toBe(true);
  expect(tenant.received).toEqual([]);
});

it('opens a card within the card, and sends its inputs', async () => {
  await press('Add information');
  await page.getByLabel('What do you know?').fill('Two bruises');
  await press('Share');
  await eventually(() => page.getByTestId('note').textContent()).toBe('Shared');
  expect(tenant.received).toMatchObject([{ value: { action: { verb: 'share', data: { text: 'Two bruises' } } } }]);
});

it('opens a page apart, and nothing that is not a page', async () => {
  await page.context().route('https://council.example/**', (route) => route.fulfill({ body: 'Guidance' }));
  const opened = page.waitForEvent('popup');
  await press('Guidance');
  expect((await opened).url()).toBe('https://council.example/guidance');
  await press('Harmful');
  expect(await page.title()).not.toBe('ran');
});

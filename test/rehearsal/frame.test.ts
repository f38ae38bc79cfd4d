/** What is around a conversation, as people know it from Teams: nothing there looks as if it could be pressed and cannot. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { browserReadyMs, launchBrowser } from '../e2e/browser.ts';
import { asPerson, reset } from './asPerson.ts';
import { eventually } from './eventually.ts';
import { adaptiveCard, answerInvoke, messageType, startToyTenant, withCard } from './toyBot.ts';
import type { ToyTenant } from './toyBot.ts';

const card = adaptiveCard('Strategy discussion SD-ABC234', {
  body: [{ type: 'TextBlock', text: 'Strategy discussion SD-ABC234', style: 'heading' }],
  actions: [
    { type: 'Action.Execute', title: 'Start', verb: 'start' },
    { type: 'Action.Execute', title: 'Change the time', verb: 'change', mode: 'secondary' },
    { type: 'Action.Execute', title: 'Stop', verb: 'stop', mode: 'secondary' },
  ],
});

let tenant: ToyTenant;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  tenant = await startToyTenant((context) =>
    context.activity.type === 'invoke'
      ? answerInvoke(context, messageType, 'Done')
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
  tenant.received.length = 0;
});
afterEach(async () => {
  await page.close();
});

const open = async (address: string, viewport = { width: 1280, height: 800 }): Promise<void> => {
  page = await browser.newPage({ viewport });
  await page.goto(`${tenant.origin}/rehearsal/${address}`);
  await page.getByTestId('me').waitFor();
};
const place = () => page.locator('.place[aria-current]').getAttribute('data-place');

it('says in two lines what a strategy discussion is, and that Teams is imitated', async () => {
  await open('');
  const lines = page.getByRole('banner').locator('p:not(.settings-panel p)');
  const [what, where, ...more] = await lines.allInnerTexts();
  expect(what).toContain('a council, the police and health decide, fast, whether a child at risk needs');
  expect(where).toContain('imitates Microsoft Teams');
  expect(more).toEqual([]);
  for (const line of await lines.all()) expect((await line.boundingBox())?.height).toBeLessThan(24);
});

it('has a rail of apps, and each opens what was open there last', async () => {
  await open('#/priya-shah/group');
  await page.getByRole('button', { name: 'Teams' }).click();
  await eventually(place).toBe('channel');
  await page.getByRole('button', { name: 'Mail', exact: true }).click();
  await eventually(place).toBe('mail');
  await page.getByRole('button', { name: 'Chat', exact: true }).click();
  await eventually(place).toBe('group');
  expect(await page.getByRole('heading', { level: 3, name: 'Teams' }).isVisible()).toBe(true);
});

it('shows who sees the channel, and its posts again', async () => {
  await open('#/priya-shah/channel');
  await page.getByRole('button', { name: 'Members' }).click();
  const members = await page.getByRole('region', { name: 'Members' }).innerText();
  expect(members).toContain('Victor Lane');
  expect(members).not.toContain('Carol Tench');
  expect(await page.getByTestId('say').isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Posts' }).click();
  expect(await page.getByTestId('say').isVisible()).toBe(true);
});

it('tells posts and messages apart by name', async () => {
  await asPerson(tenant, 'priya-shah').says('channel', '/strategy', { mention: true });
  await asPerson(tenant, 'priya-shah').says('channel', '/strategy', { mention: true });
  await open('#/priya-shah/channel');
  await eventually(() => page.locator('.card').count()).toBe(2);
  for (const number of [1, 2]) {
    const post = page.getByRole('group', { name: `Post ${number}: Priya Shah` });
    expect(await post.getAttribute('aria-label')).toContain('Strategy discussion SD-ABC234');
    expect(await page.getByRole('button', { name: `Reply to post ${number}` }).isVisible()).toBe(true);
  }
  expect(
    await page.getByRole('article', { name: /^Strategy bot, \d\d:\d\d, Strategy discussion SD-ABC234$/ }).count(),
  ).toBe(2);
});

describe('what a card has behind “…”', () => {
  beforeEach(async () => {
    await asPerson(tenant, 'priya-shah').says('chat', 'Hello');
    tenant.received.length = 0;
    await open('#/priya-shah/chat');
  });
  const more = () => page.getByRole('button', { name: 'More options' });

  it('is opened, gone through and pressed from the keyboard', async () => {
    await more().press('Enter');
    await page.getByRole('menuitem', { name: 'Change the time' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await eventually(() => page.getByTestId('note').textContent()).toBe('Done');
    expect(tenant.received.map((activity) => activity.value as unknown)).toMatchObject([{ action: { verb: 'stop' } }]);
    expect(await page.getByRole('menu').count()).toBe(0);
  });

  it('goes away at Escape, and the keyboard is back at the button', async () => {
    await more().press('Enter');
    await page.getByRole('menu').waitFor();
    await page.keyboard.press('Escape');
    await eventually(() => page.getByRole('menu').count()).toBe(0);
    expect(await more().evaluate((button: { matches(selector: string): boolean }) => button.matches(':focus'))).toBe(
      true,
    );
  });

  it('stands under its button, whole, on a narrow screen', async () => {
    await page.setViewportSize({ width: 320, height: 600 });
    await more().click();
    const box = await page.getByRole('menu').boundingBox();
    expect(box?.x ?? -1).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(320);
  });
});

describe.each([
  ['enlarged four times', { width: 320, height: 256 }],
  ['on a telephone held sideways', { width: 844, height: 390 }],
])('%s', (_name, viewport) => {
  it('one can be somebody else, talk and press, and nothing runs off the screen', async () => {
    await asPerson(tenant, 'priya-shah').says('channel', '/strategy', { mention: true });
    await open('#/priya-shah/channel', viewport);
    await page.getByTestId('open-people').click();
    await page.locator('[data-person="tom-reyes"]').click();
    await eventually(() => page.getByTestId('me').textContent()).toBe('DI Tom Reyes');
    await page.locator('[data-action="Start"]').click();
    await eventually(() => page.getByTestId('note').textContent()).toBe('Done');
    await page.getByTestId('say').fill('I am on my way');
    await page.getByTestId('send').click();
    await eventually(() => page.getByTestId('messages').textContent()).toContain('I am on my way');
    const wider = await page.locator('body').evaluate((body: { scrollWidth: number }) => body.scrollWidth);
    expect(wider).toBeLessThanOrEqual(viewport.width);
  });
});

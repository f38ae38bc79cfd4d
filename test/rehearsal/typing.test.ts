/** What somebody types is theirs: nothing that happens on the page meanwhile loses it, or sends it elsewhere. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { browserReadyMs, launchBrowser } from '../e2e/browser.ts';
import { asPerson, reset } from './asPerson.ts';
import { eventually } from './eventually.ts';
import { adaptiveCard, startToyTenant, withCard } from './toyBot.ts';
import type { ToyTenant } from './toyBot.ts';

const form = (words: string) =>
  withCard(
    adaptiveCard(words, {
      body: [
        { type: 'TextBlock', text: words },
        { type: 'Input.Text', id: 'note', label: 'Note' },
      ],
      actions: [{ type: 'Action.Execute', title: 'Send', verb: 'send' }],
    }),
  );

let tenant: ToyTenant;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  tenant = await startToyTenant(async (context) => {
    if (context.activity.type !== 'invoke') return context.sendActivity(form('A form'));
    return context.updateActivity({ ...form('Edited'), id: context.activity.replyToId ?? '' });
  });
  browser = await launchBrowser();
}, browserReadyMs);
afterAll(async () => {
  await browser.close();
  await tenant.close();
});
beforeEach(async () => {
  await reset(tenant);
  page = await browser.newPage();
});
afterEach(async () => {
  await page.close();
});

const open = (address: string) => page.goto(`${tenant.origin}/rehearsal/${address}`);
const become = (person: string) => page.locator(`[data-person="${person}"]`).click();
const go = (place: string) => page.locator(`[data-place="${place}"]`).click();
const said = (person: string, place: 'chat' | 'channel') => asPerson(tenant, person).reads(place);
const isFocused = (testId: string) =>
  page.getByTestId(testId).evaluate((box: { matches(selector: string): boolean }) => box.matches(':focus'));
/** Something happens elsewhere in the tenant that everybody sees. */
const someoneSays = async (words: string) => {
  await asPerson(tenant, 'grace-mensah').says('channel', words);
  await eventually(() => page.getByTestId('messages').textContent()).toContain(words);
};

describe('what somebody types', () => {
  it('goes to the place they chose, when the browser tells late that the address has changed', async () => {
    await page.addInitScript(`{
    const listen = globalThis.addEventListener.bind(globalThis);
    globalThis.addEventListener = (name, heard, ...more) =>
      listen(name, name === 'hashchange' ? (event) => setTimeout(heard, 1_000, event) : heard, ...more);
  }`);
    await open('#/priya-shah/channel');
    await become('ellie-vaughan');
    await page.locator('[data-place="chat"]').press('Enter');
    await page.getByTestId('say').focus();
    await page.keyboard.type('Hello');
    await page.keyboard.press('Enter');
    await eventually(async () => (await said('ellie-vaughan', 'chat'))[0]).toBe('Hello');
    expect(await said('ellie-vaughan', 'channel')).toEqual([]);
  });

  it('can be typed, and somebody else be chosen, before the conversation has arrived', async () => {
    let arrive = (): void => undefined;
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await page.route('**/api/conversations/**', async (route) => {
      await arrived;
      await route.continue();
    });
    await open('#/priya-shah/chat');
    await become('ellie-vaughan');
    await eventually(() => page.getByTestId('me').textContent()).toBe('Ellie Vaughan');
    await page.getByTestId('say').focus();
    await page.keyboard.type('Hello');
    arrive();
    await eventually(() => page.getByTestId('messages').textContent()).toContain('Nothing has been said yet');
    expect(await isFocused('say')).toBe(true);
    await page.keyboard.type(' there');
    await page.keyboard.press('Enter');
    await eventually(async () => (await said('ellie-vaughan', 'chat'))[0]).toBe('Hello there');
  });

  it('is still there when they come back from another place, or from being somebody else', async () => {
    await asPerson(tenant, 'ellie-vaughan').says('chat', 'A form, please');
    await open('#/ellie-vaughan/chat');
    await page.getByLabel('Note').fill('Two bruises');
    await page.getByTestId('say').fill('I will be');
    await go('channel');
    await someoneSays('Morning');
    expect(await page.getByTestId('say').inputValue()).toBe('');
    await page.getByRole('button', { name: 'Reply' }).click();
    await page.getByTestId('reply').fill('Good mor');
    await become('priya-shah');
    expect(await page.getByTestId('say').inputValue()).toBe('');
    await become('ellie-vaughan');
    await eventually(() => page.getByTestId('reply').inputValue()).toBe('Good mor');
    await go('chat');
    expect(await page.getByTestId('say').inputValue()).toBe('I will be');
    await eventually(() => page.getByLabel('Note').inputValue()).toBe('Two bruises');
  });

  it('stays under their hands while messages come and everything is cleared', async () => {
    await open('#/priya-shah/channel');
    await page.getByTestId('say').fill('Hllo');
    await page.getByTestId('say').press('Home');
    await page.keyboard.press('ArrowRight');
    await someoneSays('Morning');
    await reset(tenant);
    await eventually(() => page.getByTestId('messages').textContent()).toContain('Nothing has been posted yet');
    await page.keyboard.type('e');
    expect(await page.getByTestId('say').inputValue()).toBe('Hello');
  });

  it('stays on a card that the bot changes meanwhile, and so does the place in it', async () => {
    await asPerson(tenant, 'priya-shah').says('channel', '/strategy', { mention: true });
    await open('#/priya-shah/channel');
    await page.getByLabel('Note').fill('To bruises');
    await page.getByLabel('Note').press('Home');
    await page.keyboard.press('ArrowRight');
    const [, card] = await asPerson(tenant, 'ellie-vaughan').sees('channel');
    await asPerson(tenant, 'ellie-vaughan').presses(card?.id ?? '', { verb: 'edit' });
    await eventually(() => page.getByTestId('card').textContent()).toContain('Edited');
    await page.keyboard.type('w');
    expect(await page.getByLabel('Note').inputValue()).toBe('Two bruises');
  });

  it('comes back when it could not be sent, before what they have typed since', async () => {
    await asPerson(tenant, 'grace-mensah').says('channel', 'Morning');
    let refuse = (): void => undefined;
    const refused = new Promise<void>((resolve) => {
      refuse = resolve;
    });
    await page.route('**/api/say', async (route) => {
      await refused;
      await route.abort();
    });
    await open('#/priya-shah/channel');
    await page.getByRole('button', { name: 'Reply' }).click();
    await page.keyboard.type('I am on my way');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Wait for me');
    refuse();
    await eventually(() => page.getByTestId('reply').inputValue()).toBe('I am on my way\nWait for me');
    expect(await page.getByRole('alert').textContent()).toContain('The rehearsal is not answering');
  });
});

it('counts a press that began before the page changed', async () => {
  await open('#/priya-shah/channel');
  await page.locator('[data-person="tom-reyes"]').hover();
  await page.mouse.down();
  await asPerson(tenant, 'tom-reyes').says('chat', 'Hello');
  await eventually(() => page.locator('[data-person="tom-reyes"] .badge').count()).toBe(1);
  await page.mouse.up();
  await eventually(() => page.getByTestId('me').textContent()).toBe('DI Tom Reyes');
});

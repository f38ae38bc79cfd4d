/** How the page follows what happens: it asks for what is new and no more, misses nothing, and a long channel is whole. */
import type { Activity } from 'botbuilder';
import type { Browser, Page, Response } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { browserReadyMs, launchBrowser } from '../e2e/browser.ts';
import { asPerson, reset } from './asPerson.ts';
import { eventually } from './eventually.ts';
import { adaptiveCard, answerInvoke, cardType, startToyTenant, withCard } from './toyBot.ts';
import type { ToyTenant } from './toyBot.ts';
import { layWire } from './wire.ts';

let tenant: ToyTenant;
let browser: Browser;
let page: Page;

const cardOf = (words: string) =>
  adaptiveCard(words, {
    body: [{ type: 'TextBlock', text: words, style: 'heading' }],
    actions: [{ type: 'Action.Execute', title: 'Change', verb: 'change' }],
  });

const wordsOf = ({ text }: Activity): string => text.replace(/^<at>.*<\/at> /, '');

beforeAll(async () => {
  tenant = await startToyTenant(async (context) => {
    const { activity } = context;
    if (activity.type !== 'invoke') return context.sendActivity(withCard(cardOf(`Card for ${wordsOf(activity)}`)));
    if (activity.from.name === 'Priya Shah') return answerInvoke(context, cardType, cardOf('For Priya alone'));
    return context.updateActivity({ ...withCard(cardOf('Changed for all')), id: activity.replyToId ?? '' });
  });
  browser = await launchBrowser();
}, browserReadyMs);
afterAll(async () => {
  await browser.close();
  await tenant.close();
});
beforeEach(async () => {
  await reset(tenant);
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
});
afterEach(async () => {
  await page.close();
});

const open = async (on: Page, { person = 'priya-shah', at = tenant.origin } = {}): Promise<void> => {
  await on.goto(`${at}/rehearsal/#/${person}/channel`);
};
const says = (person: string, text: string, how: Record<string, unknown> = {}) =>
  asPerson(tenant, person).says('channel', text, how);
const textOn = (on: Page) => on.getByTestId('messages').textContent();
/** Posts with a card under each: more than a screen shows. */
const postMany = async (count: number): Promise<void> => {
  for (let i = 1; i <= count; i += 1) await says('grace-mensah', `Post ${i}.`, { mention: true });
};
/** What is answered about the channel from now on. */
const conversationsAsked = (): Response[] => {
  const answers: Response[] = [];
  page.on('response', (answer) => {
    if (answer.url().includes('/api/conversations/')) answers.push(answer);
  });
  return answers;
};

it('a message that comes is fetched alone, and so is a card that changes', async () => {
  await postMany(3);
  await open(page);
  await eventually(() => textOn(page)).toContain('Card for Post 3.');
  const answers = conversationsAsked();
  await says('tom-reyes', 'Something new', { mention: true });
  await eventually(() => textOn(page)).toContain('Card for Something new');
  const card = (await asPerson(tenant, 'tom-reyes').sees('channel')).find(({ author }) => author === 'bot');
  await asPerson(tenant, 'tom-reyes').presses(card?.id ?? '', { verb: 'change' });
  await eventually(() => textOn(page)).toContain('Changed for all');
  expect(answers.length).toBeGreaterThan(1);
  for (const answer of answers) {
    const { whole, messages } = (await answer.json()) as { whole: boolean; messages: readonly unknown[] };
    expect(whole).toBe(false);
    expect(messages.length).toBeLessThanOrEqual(2);
  }
});

it('what came while the connection was cut is there when it is back', async () => {
  const wire = await layWire(tenant.origin);
  await says('grace-mensah', 'Before', { mention: true });
  await open(page, { at: wire.origin });
  await eventually(() => textOn(page)).toContain('Card for Before');
  const answers = conversationsAsked();
  wire.cut();
  await says('tom-reyes', 'Meanwhile', { mention: true });
  expect(await textOn(page)).not.toContain('Meanwhile');
  wire.mend();
  await eventually(() => textOn(page)).toContain('Card for Meanwhile');
  for (const answer of answers) expect(await answer.json()).toMatchObject({ whole: false });
  await page.goto('about:blank');
  await wire.close();
});

it('what came while the rehearsal was started again is there, and what is being typed stays', async () => {
  const stopped = await startToyTenant(() => Promise.resolve());
  await asPerson(stopped, 'tom-reyes').says('channel', 'Before');
  await open(page, { at: stopped.origin });
  await eventually(() => textOn(page)).toContain('Before');
  await page.getByTestId('say').fill('I am just typ');
  await stopped.close();
  const again = await startToyTenant(() => Promise.resolve(), {
    dataDir: stopped.dataDir,
    port: Number(new URL(stopped.origin).port),
  });
  // That a connection to the one that was stopped is dead may show only when it is used.
  await eventually(() => asPerson(again, 'tom-reyes').reads('channel')).toEqual(['Before']);
  await asPerson(again, 'tom-reyes').says('channel', 'Meanwhile');
  await eventually(() => textOn(page)).toContain('Meanwhile');
  expect(await page.locator('.message').count()).toBe(2);
  expect(await page.getByTestId('say').inputValue()).toBe('I am just typ');
  await page.goto('about:blank');
  await again.close();
});

it('two windows, and two people, each see what is theirs', async () => {
  const [second, toms] = [await browser.newPage(), await browser.newPage()];
  await says('grace-mensah', 'A post', { mention: true });
  await Promise.all([open(page), open(second), open(toms, { person: 'tom-reyes' })]);
  for (const each of [page, second, toms]) await eventually(() => textOn(each)).toContain('Card for A post');
  await page.locator('[data-action="Change"]').click();
  for (const each of [page, second]) await eventually(() => textOn(each)).toContain('For Priya alone');
  expect(await textOn(toms)).toContain('Card for A post');
  await toms.locator('[data-action="Change"]').click();
  for (const each of [page, second, toms]) await eventually(() => textOn(each)).toContain('Changed for all');
  await second.close();
  await toms.close();
});

describe('a long channel', () => {
  const count = 30;
  const isInSight = (words: string) =>
    page.getByText(words, { exact: true }).evaluate((node) => {
      const { top, bottom } = (
        node as unknown as { getBoundingClientRect(): { top: number; bottom: number } }
      ).getBoundingClientRect();
      return top > 0 && bottom < 800;
    });

  it('is opened at its end, and every card of it is drawn', async () => {
    await postMany(count);
    await open(page);
    await eventually(() => page.locator('.card .ac-adaptiveCard').count()).toBe(count);
    expect(await isInSight(`Card for Post ${count}.`)).toBe(true);
    expect(await isInSight('Card for Post 1.')).toBe(false);
    await page
      .getByRole('group', { name: /^Post 1: .*: Card for Post 1\.$/ })
      .getByRole('button', { name: 'Change' })
      .click();
    await eventually(() => textOn(page)).toContain('For Priya alone');
    expect(await page.locator('.card').first().textContent()).toContain('For Priya alone');
  });

  it('is gone through from the keyboard in the order in which it stands', async () => {
    await postMany(count);
    await open(page);
    await eventually(() => page.locator('.card .ac-adaptiveCard').count()).toBe(count);
    await page.getByRole('button', { name: 'Reply to post 1', exact: true }).focus();
    const passed: string[] = [];
    for (let i = 0; i < 4; i += 1) {
      await page.keyboard.press('Tab');
      passed.push(await page.locator('.post:focus-within').getAttribute('data-thread').then(String));
    }
    const posts = (await asPerson(tenant, 'priya-shah').sees('channel')).filter(({ id, thread }) => id === thread);
    const order = passed.map((thread) => posts.findIndex(({ id }) => id === thread));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(new Set(order)).toEqual(new Set([1, 2]));
  });
});

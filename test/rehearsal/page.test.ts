import type { Browser, Page } from 'playwright-core';
import type { Activity, TurnContext } from 'botbuilder';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { people } from '../../src/rehearsal/people.ts';
import { asPerson, reset } from './asPerson.ts';
import { eventually } from './eventually.ts';
import { browserReadyMs, launchBrowser } from '../e2e/browser.ts';
import { adaptiveCard, answerInvoke, cardType, messageType, silent, startToyTenant, withCard } from './toyBot.ts';
import type { ToyLogic, ToyTenant } from './toyBot.ts';

let tenant: ToyTenant;
let browser: Browser;
let page: Page;
let logic: ToyLogic;
const faults: string[] = [];
const mriOf = (id: string) => people.find((person) => person.id === id)?.teams?.mri;

beforeAll(async () => {
  tenant = await startToyTenant((context) => logic(context));
  browser = await launchBrowser();
}, browserReadyMs);
afterAll(async () => {
  await browser.close();
  await tenant.close();
});
beforeEach(async () => {
  logic = silent;
  faults.length = 0;
  await reset(tenant);
  tenant.received.length = 0;
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.on('pageerror', (fault) => faults.push(fault.message));
});
afterEach(async () => {
  await page.close();
  expect(faults).toEqual([]);
});

const open = (person: string, place: string) => page.goto(`${tenant.origin}/rehearsal/#/${person}/${place}`);
const become = (person: string) => page.locator(`[data-person="${person}"]`).click();
const go = (place: string) => page.locator(`[data-place="${place}"]`).click();
const press = (title: string) => page.locator(`[data-action="${title}"]`).last().click();
const messages = () => page.getByTestId('messages');
const valueOf = (activity: Activity | undefined): unknown => activity?.value;

const agenda = (words: string, more: Record<string, unknown> = {}) =>
  adaptiveCard(words, { actions: [{ type: 'Action.Execute', title: 'I am here', verb: 'arrive' }], ...more });
const form = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'Input.Text', id: 'initials', label: 'Initials', isRequired: true, errorMessage: 'Enter the initials' },
    { type: 'Input.Date', id: 'born', label: 'Date of birth' },
    {
      type: 'Input.ChoiceSet',
      id: 'concerns',
      label: 'Concerns',
      isMultiSelect: true,
      choices: [
        { title: 'Neglect', value: 'neglect' },
        { title: 'Physical injury', value: 'injury' },
      ],
    },
  ],
  actions: [{ type: 'Action.Execute', title: 'Send', verb: 'convene', data: { nonce: 'n-1' } }],
};

/** Posts `card` in answer to whatever is said, and answers presses with `onPress`. */
const botWith = (card: unknown, onPress: (context: TurnContext) => Promise<unknown>): void => {
  logic = (context) => (context.activity.type === 'invoke' ? onPress(context) : context.sendActivity(withCard(card)));
};

describe('talking', () => {
  it('mentions the bot by itself when a message in the channel begins with /strategy', async () => {
    logic = (context) => context.sendActivity('**Hello**, <b>you</b>');
    await open('priya-shah', 'channel');
    await page.getByTestId('say').fill('/strategy help');
    await eventually(() => page.getByTestId('mention').isVisible()).toBe(true);
    await page.getByTestId('say').press('Enter');
    await eventually(() => messages().textContent()).toContain('Hello, <b>you</b>');
    expect(tenant.received).toHaveLength(1);
  });

  it('leaves the mention out when the person takes it out', async () => {
    await open('priya-shah', 'channel');
    await page.getByTestId('say').fill('/strategy is what I type, I think');
    await page.getByRole('button', { name: 'Do not mention Strategy bot' }).click();
    await page.getByTestId('send').click();
    await eventually(() => messages().textContent()).toContain('is what I type');
    expect(tenant.received).toEqual([]);
  });

  it('shows a private slash command to its sender only', async () => {
    await open('priya-shah', 'channel');
    await page.getByTestId('say').fill('/strategy list');
    await page.getByTestId('private').check();
    await page.getByTestId('send').click();
    await eventually(() => messages().textContent()).toContain('Only you can see this');
    await become('ellie-vaughan');
    await eventually(() => messages().textContent()).toContain('Nothing has been posted yet');
  });

  it('keeps replies with their post', async () => {
    await asPerson(tenant, 'priya-shah').says('channel', 'First post');
    await asPerson(tenant, 'priya-shah').says('channel', 'Second post');
    await open('ellie-vaughan', 'channel');
    const first = page.locator('.post').filter({ hasText: 'First post' });
    await first.getByRole('button', { name: 'Reply' }).click();
    await page.getByTestId('reply').fill('I agree');
    await page.getByTestId('reply').press('Enter');
    await eventually(() => first.textContent()).toContain('I agree');
  });

  it('counts what waits for a person until they look', async () => {
    logic = (context) => context.sendActivity('For you');
    await asPerson(tenant, 'tom-reyes').says('chat', 'Hello');
    await open('priya-shah', 'channel');
    const tom = page.locator('[data-person="tom-reyes"]');
    await eventually(() => tom.locator('.badge').textContent()).toContain('1');
    await become('tom-reyes');
    await go('chat');
    await eventually(() => tom.locator('.badge').count()).toBe(0);
  });
});

describe('cards', () => {
  it('refuse by themselves what their own rules refuse, and send nothing', async () => {
    botWith(form, (context) => answerInvoke(context, messageType, 'Taken'));
    await asPerson(tenant, 'priya-shah').says('chat', 'x');
    await open('priya-shah', 'chat');
    await press('Send');
    await eventually(() => page.getByTestId('card').textContent()).toContain('Enter the initials');
    expect(tenant.received).toHaveLength(1);
  });

  it('send what was typed together with the action’s own data, and show the answer', async () => {
    botWith(form, (context) => answerInvoke(context, messageType, 'Police are missing'));
    await asPerson(tenant, 'priya-shah').says('chat', 'x');
    await open('priya-shah', 'chat');
    await page.getByLabel('Initials').fill('A.B.');
    await page.getByLabel('Date of birth').fill('2022-03-04');
    await page.getByLabel('Neglect').check();
    await press('Send');
    await eventually(() => page.getByTestId('note').textContent()).toBe('Police are missing');
    expect(valueOf(tenant.received[1])).toMatchObject({
      action: { verb: 'convene', data: { nonce: 'n-1', initials: 'A.B.', born: '2022-03-04', concerns: 'neglect' } },
      trigger: 'manual',
    });
  });

  it('wait visibly, and take no second press meanwhile', async () => {
    let answer = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    botWith(agenda('Agenda'), async (context) => {
      await held;
      await answerInvoke(context, cardType, adaptiveCard('Present'));
    });
    await asPerson(tenant, 'priya-shah').says('chat', 'x');
    await open('priya-shah', 'chat');
    await press('I am here');
    await eventually(() => page.getByTestId('card').getAttribute('aria-busy')).toBe('true');
    await page.locator('[data-action="I am here"]').evaluate((button: { click(): void }) => button.click());
    answer();
    await eventually(() => page.getByTestId('card').textContent()).toContain('Present');
    expect(tenant.received).toHaveLength(2);
  });

  it('change for the person who pressed alone, and for everyone when the bot edits', async () => {
    botWith(agenda('No answer'), async (context) => {
      await answerInvoke(context, cardType, adaptiveCard('Tom’s own view'));
      if (context.activity.from.name !== 'Ellie Vaughan') return;
      await context.updateActivity({ ...withCard(adaptiveCard('Edited')), id: context.activity.replyToId ?? '' });
    });
    await asPerson(tenant, 'priya-shah').says('channel', '/strategy', { mention: true });
    await open('tom-reyes', 'channel');
    await press('I am here');
    await eventually(() => page.getByTestId('card').textContent()).toContain('Tom’s own view');
    await become('priya-shah');
    await eventually(() => page.getByTestId('card').textContent()).toContain('No answer');
    const [, card] = await asPerson(tenant, 'ellie-vaughan').sees('channel');
    await asPerson(tenant, 'ellie-vaughan').presses(card?.id ?? '', { verb: 'arrive' });
    await eventually(() => page.getByTestId('card').textContent()).toContain('Edited');
    await become('tom-reyes');
    await eventually(() => page.getByTestId('card').textContent()).toContain('Edited');
  });

  it('say so when the bot fails', async () => {
    botWith(agenda('Agenda'), () => Promise.reject(new Error('The toy bot fails on purpose')));
    await asPerson(tenant, 'priya-shah').says('chat', 'x');
    await open('priya-shah', 'chat');
    await press('I am here');
    await eventually(() => page.getByRole('alert').textContent()).toContain('Something went wrong');
  });
});

describe('a card that asks to be refreshed for some people', () => {
  const refreshable = (words: string, userIds: readonly (string | undefined)[]) =>
    agenda(words, { refresh: { action: { type: 'Action.Execute', verb: 'refresh' }, userIds } });

  const post = async (): Promise<void> => {
    botWith(refreshable('For everyone', [mriOf('priya-shah')]), (context) =>
      answerInvoke(context, cardType, refreshable(`For ${context.activity.from.name}`, [mriOf('priya-shah')])),
    );
    await asPerson(tenant, 'martin-okafor').says('channel', '/strategy', { mention: true });
    tenant.received.length = 0;
  };

  it('is refreshed when one of them looks, automatically, once a minute at most', async () => {
    await post();
    await open('priya-shah', 'channel');
    await eventually(() => page.getByTestId('card').textContent()).toContain('For Priya Shah');
    await go('group');
    await go('channel');
    await eventually(() => page.getByTestId('card').textContent()).toContain('For Priya Shah');
    expect(tenant.received.map(valueOf)).toMatchObject([{ trigger: 'automatic', action: { verb: 'refresh' } }]);
  });

  it('stays as it is for the others', async () => {
    await post();
    await open('tom-reyes', 'channel');
    await eventually(() => page.getByTestId('card').textContent()).toContain('For everyone');
    await page.waitForTimeout(400);
    expect(tenant.received).toEqual([]);
  });

  it('is refreshed again after an edit, but not under somebody who is typing', async () => {
    const typing = (words: string) => ({
      ...refreshable(words, [mriOf('priya-shah')]),
      body: [
        { type: 'TextBlock', text: words },
        { type: 'Input.Text', id: 'note', label: 'Note' },
      ],
    });
    botWith(typing('First'), async (context) => {
      if (context.activity.from.name !== 'Ellie Vaughan') {
        await answerInvoke(context, cardType, typing('For Priya'));
        return;
      }
      await answerInvoke(context, messageType, 'Edited');
      await context.updateActivity({ ...withCard(typing('Second')), id: context.activity.replyToId ?? '' });
    });
    await asPerson(tenant, 'martin-okafor').says('channel', '/strategy', { mention: true });
    await open('priya-shah', 'channel');
    await eventually(() => page.getByTestId('card').textContent()).toContain('For Priya');
    await page.getByLabel('Note').fill('Half a sentence');
    const [, card] = await asPerson(tenant, 'ellie-vaughan').sees('channel');
    await asPerson(tenant, 'ellie-vaughan').presses(card?.id ?? '', { verb: 'edit' });
    await eventually(() => page.getByTestId('card').textContent()).toContain('Second');
    expect(await page.getByLabel('Note').inputValue()).toBe('Half a sentence');
    const refreshes = tenant.received.filter(({ from }) => from.name === 'Priya Shah');
    expect(refreshes).toHaveLength(1);
  });
});

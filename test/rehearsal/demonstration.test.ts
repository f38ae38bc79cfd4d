import { createTransport } from 'nodemailer';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { browserReadyMs, launchBrowser } from '../e2e/browser.ts';
import { asPerson, reset } from './asPerson.ts';
import { eventually } from './eventually.ts';
import { adaptiveCard, answerInvoke, cardType, startToyTenant, withCard } from './toyBot.ts';
import type { ToyTenant } from './toyBot.ts';

const form = adaptiveCard('Convene', {
  body: [
    { type: 'TextBlock', text: 'Convene' },
    { type: 'Input.Text', id: 'initials', label: 'Initials', isRequired: true, errorMessage: 'Enter the initials' },
    { type: 'Input.Date', id: 'born', label: 'Date of birth' },
    { type: 'Input.Toggle', id: 'unborn', title: 'Not born yet' },
    {
      type: 'Input.ChoiceSet',
      id: 'chair',
      label: 'Chair',
      style: 'compact',
      choices: [
        { title: 'Priya Shah', value: 'priya' },
        { title: 'Martin Okafor', value: 'martin' },
      ],
    },
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
  actions: [{ type: 'Action.Execute', title: 'Convene', verb: 'convene' }],
});

let tenant: ToyTenant;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  tenant = await startToyTenant(async (context) => {
    if (context.activity.type !== 'invoke') return context.sendActivity(withCard(form));
    await createTransport({ host: '127.0.0.1', port: tenant.rehearsal.smtpPort, secure: false }).sendMail({
      from: 'strategy@exampleshire.gov.uk',
      to: 'carol@littleacorns.example',
      subject: 'You are asked to a meeting',
      text: 'Dear Carol',
    });
    return answerInvoke(context, cardType, adaptiveCard('Convened'));
  });
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

/** Opens the page with a script of the test's own, and starts it. */
const play = async (script: readonly object[]): Promise<void> => {
  page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  await page.clock.install();
  await page.route('**/demonstration.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: `export const script = ${JSON.stringify(script)};` }),
  );
  await page.goto(`${tenant.origin}/rehearsal/`);
  await page.getByTestId('demonstrate').click();
};
const caption = () => page.getByTestId('caption').textContent();
const isOver = async () => (await page.getByTestId('stop').textContent()) === 'Close';

/** Presses Next whenever it can be pressed, to the end. Returns the captions in the order they were shown. */
const hurryThrough = async (): Promise<readonly string[]> => {
  const captions = new Set<string>();
  while (!(await isOver())) {
    captions.add((await caption()) ?? '');
    await page
      .getByTestId('next')
      .click({ timeout: 15_000 })
      .catch(async (fault: unknown) => {
        if (!(await isOver())) throw fault;
      });
  }
  captions.add((await caption()) ?? '');
  return [...captions];
};

const convene = [
  { as: 'martin-okafor', place: 'channel', caption: 'Martin asks the bot.', do: { say: '/strategy' } },
  {
    as: 'martin-okafor',
    place: 'channel',
    caption: 'He fills in the form.',
    do: {
      fill: {
        initials: 'A.B.',
        born: '2022-03-04',
        unborn: true,
        chair: 'Martin Okafor',
        concerns: ['neglect', 'Physical injury'],
      },
      press: 'Convene',
    },
  },
  { as: 'carol-tench', place: 'mail', caption: 'Carol reads her mail.', do: { openMail: 'asked to a meeting' } },
  { as: 'martin-okafor', place: 'channel', caption: 'That was all.', do: { wait: 'Convened' } },
];

describe('the demonstration', () => {
  it('is done with the page’s own controls, and Next hurries it on', async () => {
    await play(convene);
    expect(await hurryThrough()).toEqual(convene.map((step) => step.caption));
    expect(tenant.received[1]?.value as unknown).toMatchObject({
      action: {
        data: { initials: 'A.B.', born: '2022-03-04', unborn: 'true', chair: 'martin', concerns: 'neglect,injury' },
      },
    });
    expect(await asPerson(tenant, 'carol-tench').mail()).toMatchObject([{ read: true }]);
    expect(await page.getByTestId('step').textContent()).toBe('Step 4 of 4');
    await page.screenshot({ path: 'test-artefacts/rehearsal/demonstration.png' });
  });

  it('brings up the card first, and leaves time to read before using it', async () => {
    await asPerson(tenant, 'priya-shah').says('chat', 'Hello');
    tenant.received.length = 0;
    const caption = 'Words enough to take a while to read, so that nothing has been pressed when they are first seen.';
    await play([{ as: 'priya-shah', place: 'chat', caption, do: { press: 'Convene', fill: { initials: 'A.B.' } } }]);
    await eventually(() => page.getByTestId('next').isEnabled()).toBe(true);
    expect(await page.getByTestId('card').isVisible()).toBe(true);
    expect(tenant.received).toEqual([]);
    await eventually(() => tenant.received.length).toBe(1);
  });

  const two = [
    { as: 'priya-shah', place: 'channel', caption: 'One.' },
    { as: 'priya-shah', place: 'chat', caption: 'Two.' },
  ];

  it('goes on by itself', async () => {
    await play(two);
    await eventually(caption).toBe('Two.');
  });

  it('waits while it is paused', async () => {
    await play(two);
    await page.getByTestId('play').click();
    await page.clock.fastForward(30_000);
    expect(await caption()).toBe('One.');
    await page.getByTestId('play').click();
    await eventually(caption).toBe('Two.');
  });

  it.each([
    ['a button that is not there', { press: 'Launch' }, 'I looked for the button “Launch”'],
    ['words that never come', { wait: 'Godot' }, 'I waited for “Godot”'],
  ])('stops at %s, and says so', async (_case, act, words) => {
    await play([
      { as: 'priya-shah', place: 'channel', caption: 'This cannot be done.', do: act },
      { as: 'priya-shah', place: 'channel', caption: 'Never reached.' },
    ]);
    await eventually(caption).toBe('This cannot be done.');
    // Past the time to read, and then past the hands' patience.
    for (let waits = 0; waits < 3; waits += 1) {
      await page.waitForTimeout(500);
      await page.clock.fastForward(20_000);
    }
    await eventually(caption).toContain(words);
    expect(await page.getByTestId('next').isDisabled()).toBe(true);
    expect(await page.getByTestId('step').textContent()).toBe('Step 1 of 2');
  });

  it('stops when a card wants an answer the script does not give', async () => {
    await asPerson(tenant, 'priya-shah').says('channel', '/strategy', { mention: true });
    await play([{ as: 'priya-shah', place: 'channel', caption: 'Too little.', do: { press: 'Convene' } }]);
    await eventually(caption).toContain('The card wants an answer to “Initials *” first');
  });

  it('lets go at once when stopped', async () => {
    await play(convene);
    await page.getByTestId('stop').click();
    expect(await page.getByTestId('caption').isVisible()).toBe(false);
    await page.waitForTimeout(1_500);
    expect(tenant.received.length).toBeLessThanOrEqual(1);
    expect(await asPerson(tenant, 'carol-tench').mail()).toEqual([]);
  });
});

import { createTransport } from 'nodemailer';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { browserReadyMs, launchBrowser } from '../e2e/browser.ts';
import { hurry } from '../e2e/hurry.ts';
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

type Act = Readonly<Record<string, unknown>>;
const step = (caption: string, ...acts: readonly Act[]) => ({ caption, acts });

/** Opens the page with a script of the test's own, and starts it: with a clock the test moves, or in a hurry. */
const play = async (...script: readonly object[]): Promise<void> => {
  page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  await page.clock.install();
  await start(script);
};
const playInAHurry = async (...script: readonly object[]): Promise<void> => {
  page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  await hurry(page);
  await start(script);
  // Paused, so that nothing happens but by Next, however slow the machine.
  await page.getByTestId('play').click();
};
const start = async (script: readonly object[]): Promise<void> => {
  await page.route('**/demonstration/script.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `export const scriptFor = () => ${JSON.stringify(script)};`,
    }),
  );
  await page.goto(`${tenant.origin}/rehearsal/`);
  await page.getByTestId('demonstrate').click();
  await eventually(() => page.getByTestId('caption').isVisible()).toBe(true);
};
const caption = () => page.getByTestId('caption').textContent();
const remark = () => page.getByTestId('remark').textContent();
const mayGoOn = () => page.getByTestId('next').isEnabled();
const next = () => page.getByTestId('next').click({ timeout: 15_000 });
const isOver = async () => (await page.getByTestId('stop').textContent()) === 'Close';
/** Past the patience of its hands, which look again every tenth of a second. */
const outwait = async (): Promise<void> => {
  for (let waits = 0; waits < 3; waits += 1) {
    await page.waitForTimeout(400);
    await page.clock.fastForward(20_000);
  }
};

/** Presses Next, once or twice according to when it was paused, until the bot has answered in the channel. */
const nextUntilAnswered = () =>
  eventually(async () => {
    const messages = await page.locator('[data-message]').count();
    if (messages < 2 && (await mayGoOn())) await next();
    return messages;
  }).toBe(2);

/** Presses Next whenever it can be pressed, to the end. Returns the captions in the order they were shown. */
const hurryThrough = async (): Promise<readonly string[]> => {
  const captions = new Set<string>();
  while (!(await isOver())) {
    captions.add((await caption()) ?? '');
    if (await mayGoOn()) await next();
    else await page.waitForTimeout(50);
  }
  captions.add((await caption()) ?? '');
  return [...captions];
};

const asks = { as: 'martin-okafor', place: 'channel', say: '/strategy' };
const answers = {
  as: 'martin-okafor',
  place: 'channel',
  press: 'Convene',
  fill: {
    initials: 'A.B.',
    born: '2022-03-04',
    unborn: true,
    chair: 'Martin Okafor',
    concerns: ['neglect', 'Physical injury'],
  },
  shows: 'Convened',
};
const convene = [
  step('Martin asks the bot.', asks),
  step('He fills in the form.', answers),
  step('Carol reads her mail.', { as: 'carol-tench', place: 'mail', openMail: 'asked to a meeting' }),
  step('That was all.', { as: 'martin-okafor', place: 'channel', shows: 'Convened' }),
];
const two = [step('One.', { as: 'priya-shah', place: 'channel' }), step('Two.', { as: 'priya-shah', place: 'chat' })];
const presses = () => tenant.received.filter(({ type }) => type === 'invoke');

describe('the demonstration', () => {
  it('is done with the page’s own controls, and Next hurries it on', async () => {
    await playInAHurry(...convene);
    expect(await hurryThrough()).toEqual(convene.map((each) => each.caption));
    expect(presses()[0]?.value as unknown).toMatchObject({
      action: {
        data: { initials: 'A.B.', born: '2022-03-04', unborn: 'true', chair: 'martin', concerns: 'neglect,injury' },
      },
    });
    expect(await asPerson(tenant, 'carol-tench').mail()).toMatchObject([{ read: true }]);
    expect(await page.getByTestId('step').textContent()).toBe('Step 4 of 4');
    await page.screenshot({ path: 'test-artefacts/rehearsal/demonstration.png' });
  }, 60_000);

  it('brings up the card first, and leaves time to read 180 words a minute before using it', async () => {
    await asPerson(tenant, 'priya-shah').says('chat', 'Hello');
    const words = Array.from({ length: 60 }, () => 'word').join(' ');
    const act = { as: 'priya-shah', place: 'chat', press: 'Convene', fill: { initials: 'A.B.' } };
    await play(step(words, act));
    await eventually(mayGoOn).toBe(true);
    expect(await page.getByTestId('card').isVisible()).toBe(true);
    await page.clock.fastForward(17_000);
    await page.waitForTimeout(500);
    expect(presses()).toEqual([]);
    await page.clock.fastForward(4_000);
    await eventually(() => presses().length).toBe(1);
  });

  it('goes on by itself', async () => {
    await play(...two);
    await eventually(caption).toBe('Two.');
  });

  it('waits while it is paused', async () => {
    await play(...two);
    await page.getByTestId('play').click();
    await page.clock.fastForward(60_000);
    expect(await caption()).toBe('One.');
    await page.getByTestId('play').click();
    await eventually(caption).toBe('Two.');
  });

  it('pauses for whoever uses the page meanwhile, and goes back to where it was', async () => {
    await playInAHurry(...convene);
    await nextUntilAnswered();
    await page.locator('[data-person="tom-reyes"]').click();
    await eventually(remark).toContain('Paused, because you used the page');
    await page.waitForTimeout(2_000);
    expect(await page.getByTestId('me').textContent()).toBe('DI Tom Reyes');
    expect(await hurryThrough()).toContain('That was all.');
    expect(await asPerson(tenant, 'martin-okafor').reads('channel')).toEqual(['/strategy', 'Convened']);
    expect(presses()).toHaveLength(1);
  }, 60_000);

  it('is paused between an act and what comes of it, and then only looks for that', async () => {
    const held = Promise.withResolvers<undefined>();
    const isUnderWay = Promise.withResolvers<undefined>();
    page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
    await hurry(page);
    await page.route('**/api/say', async (route) => {
      isUnderWay.resolve(undefined);
      await held.promise;
      await route.continue();
    });
    await start(convene);
    await isUnderWay.promise;
    await page.getByTestId('play').click();
    held.resolve(undefined);
    expect(await hurryThrough()).toEqual(convene.map((each) => each.caption));
    expect(tenant.received).toHaveLength(2);
  }, 60_000);

  it('leaves a form half filled in for whoever comes between, and fills it in again', async () => {
    // At the pace of its hands: in a hurry the form is sent before anybody can come between.
    await play(...convene);
    await nextUntilAnswered();
    await eventually(mayGoOn).toBe(true);
    await next();
    await eventually(caption).toBe('He fills in the form.');
    await eventually(mayGoOn).toBe(true);
    await next();
    await page.locator('.in-hand').first().waitFor();
    await page.locator('[data-place="group"]').click();
    await eventually(remark).toContain('Paused');
    expect(await hurryThrough()).toContain('That was all.');
    expect(presses()).toHaveLength(1);
  }, 120_000);

  it('goes back to what was shown, and does nothing twice', async () => {
    await playInAHurry(...convene);
    await hurryThrough();
    for (const words of ['Carol reads her mail.', 'He fills in the form.', 'Martin asks the bot.']) {
      await eventually(() => page.getByTestId('back').isEnabled()).toBe(true);
      await page.getByTestId('back').click();
      await eventually(caption).toBe(words);
      await eventually(mayGoOn).toBe(true);
    }
    expect(await page.getByTestId('me').textContent()).toBe('Martin Okafor');
    expect(await hurryThrough()).toEqual(convene.map((each) => each.caption));
    expect(tenant.received).toHaveLength(2);
  }, 60_000);

  it('leaves the cards of other discussions alone, though theirs are newer', async () => {
    await playInAHurry(...convene);
    await nextUntilAnswered();
    const other = await asPerson(tenant, 'ellie-vaughan').says('channel', '/strategy', { mention: true });
    await hurryThrough();
    const [, mine] = await asPerson(tenant, 'martin-okafor').sees('channel');
    expect(presses()).toMatchObject([{ replyToId: mine?.id }]);
    expect(mine?.thread).not.toBe(other.id);
  }, 60_000);

  it.each([
    ['a button that is not there', { press: 'Launch' }, 'I looked for the button “Launch”'],
    ['words that never come', { shows: 'Godot' }, 'I waited for “Godot”'],
  ])(
    'stops at %s, says so, and may be tried again',
    async (_case, act, words) => {
      await play(
        step('This cannot be done.', { as: 'priya-shah', place: 'channel', ...act }),
        step('Never reached.', { as: 'priya-shah', place: 'channel' }),
      );
      await eventually(caption).toBe('This cannot be done.');
      await outwait();
      await eventually(remark).toContain(words);
      expect(await page.getByTestId('next').textContent()).toBe('Try again');
      expect(await page.getByTestId('step').textContent()).toBe('Step 1 of 2');
      await next();
      await outwait();
      await eventually(remark).toContain(words);
    },
    40_000,
  );

  it('stops when a card wants an answer the script does not give', async () => {
    await asPerson(tenant, 'priya-shah').says('chat', 'Hello');
    await play(step('Too little.', { as: 'priya-shah', place: 'chat', press: 'Convene' }));
    await eventually(remark).toContain('The card wants an answer to “Initials *” first');
  });

  it('lets go at once when stopped', async () => {
    await playInAHurry(...convene);
    await page.getByTestId('stop').click();
    expect(await page.getByTestId('caption').isVisible()).toBe(false);
    await page.waitForTimeout(1_500);
    expect(tenant.received.length).toBeLessThanOrEqual(1);
    expect(await asPerson(tenant, 'carol-tench').mail()).toEqual([]);
  });
});

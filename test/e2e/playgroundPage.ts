/** The Agents Playground's page as a person uses it: say something to the bot, fill in a card, press its buttons, read it. */
import type { Browser, Locator, Page } from 'playwright-core';

export interface PlaygroundPage {
  readonly page: Page;
  /** Opens a channel or chat. */
  goTo(place: string): Promise<void>;
  /** Starts a post that mentions the bot, in a channel. */
  post(text: string): Promise<void>;
  /** Types in a chat. */
  say(text: string): Promise<void>;
  /** The newest card that shows `text`, once there is one. */
  card(text: string | RegExp): Promise<PlaygroundCard>;
  /**
   * Resolves once nothing has come for a moment. Of two things that come at once the Playground forgets one, from its own
   * log too: the form that answers a press is lost where a card is updated in that moment.
   */
  rest(): Promise<void>;
}

interface PlaygroundCard {
  readonly text: () => Promise<string>;
  type(label: string, text: string): Promise<void>;
  /** `date` as 2026-03-01. */
  date(label: string, date: string): Promise<void>;
  /** One in a list that opens: a choice, or a time such as 9:00, on the half hour. */
  pick(label: string, option: string): Promise<void>;
  /** One of several in sight. */
  choose(label: string, option: string): Promise<void>;
  /** Any of several in sight. */
  tick(option: string): Promise<void>;
  press(button: string): Promise<void>;
}

/** Waits are generous: a shared machine may be slow. */
export const patienceMs = 60_000;

/** Longer than several changes of one card are gathered for before it is updated. */
const quietMs = 1500;

/** Opens the page in a window of its own. */
export const openPlayground = async (browser: Browser, address: string): Promise<PlaygroundPage> => {
  const context = await browser.newContext({
    viewport: { width: 1500, height: 1600 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(patienceMs);
  await page.goto(address);
  return {
    page,
    goTo: (place) => page.getByRole('treeitem', { name: place }).click(),
    post: async (text) => {
      await page.getByRole('textbox').first().click();
      await page.keyboard.type('@');
      await page.getByRole('menuitem', { name: 'Strategy bot' }).click();
      await page.keyboard.type(` ${text}`);
      await page.getByRole('button', { name: 'Post' }).click();
    },
    say: async (text) => {
      await page.getByRole('textbox').last().fill(text);
      await page.keyboard.press('Enter');
    },
    card: async (text) => {
      const card = page.locator('.ac-adaptiveCard').filter({ hasText: text }).last();
      await card.waitFor();
      return asPerson(page, card);
    },
    rest: async () => {
      const traffic = page.getByText(/\[\d\d:\d\d:\d\d\] .*(User Application|Warning)/);
      for (let before = -1, now = await traffic.count(); now !== before; now = await traffic.count()) {
        before = now;
        await page.waitForTimeout(quietMs);
      }
    },
  };
};

const labelled = (label: string): RegExp => new RegExp(`^${RegExp.escape(label)}`);

const asPerson = (page: Page, card: Locator): PlaygroundCard => ({
  text: () => card.innerText(),
  type: (label, text) => card.getByRole('textbox', { name: labelled(label) }).fill(text),
  date: async (label, date) => {
    const input = card.getByRole('combobox', { name: labelled(label) });
    // Its own reading of figures depends on the language; a month in letters does not.
    await input.fill(new Date(`${date}T12:00:00Z`).toLocaleDateString('en-GB', { dateStyle: 'long' }));
    await input.press('Tab');
  },
  pick: async (label, option) => {
    await card.getByRole('combobox', { name: labelled(label) }).click();
    await page.getByRole('option', { name: labelled(option) }).click();
  },
  choose: (label, option) =>
    card
      .getByRole('radiogroup', { name: labelled(label) })
      .getByRole('radio', { name: option, exact: true })
      .check(),
  tick: (option) => card.getByRole('checkbox', { name: option }).check(),
  press: (button) => card.getByRole('button', { name: button, exact: true }).click(),
});

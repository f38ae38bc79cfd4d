/** A person at the rehearsal's screen: who to be, where to look, what to type and press. Only what the page offers. */
import type { Locator, Page } from 'playwright-core';

type Fill = Readonly<Record<string, string | readonly string[]>>;

export interface Screen {
  be(person: string, place: 'channel' | 'chat' | 'mail' | 'group'): Promise<void>;
  say(text: string): Promise<void>;
  /** The newest card there that says `text`. */
  card(text: string): Locator;
  /** Waits until the newest card with these words says this: what is in sight is asked for anew, each in their own view. */
  says(card: string, words: string | RegExp): Promise<string>;
  /** Fills the newest card that has this button (and says `on`, if given), and presses it. */
  press(button: string, options?: { readonly fill?: Fill; readonly on?: string }): Promise<void>;
  /** Mails in the open mailbox whose subject contains `subject`. */
  mails(subject: string): Locator;
  openMail(subject: string): Promise<void>;
}

/** Blank where the page has just put a newer one in its place. */
const lookAt = async (card: Locator): Promise<string> => {
  try {
    await card.scrollIntoViewIfNeeded();
    return await card.innerText();
  } catch (fault) {
    if (String(fault).includes('not attached')) return '';
    throw fault;
  }
};

/** The same for a hand that clicks and one that types. */
export const saysOn =
  (cardOf: (text: string) => Locator): Screen['says'] =>
  async (title, words) => {
    const end = Date.now() + 30_000;
    for (;;) {
      const text = await lookAt(cardOf(title));
      if (typeof words === 'string' ? text.includes(words) : words.test(text)) return text;
      if (Date.now() > end) throw new Error(`“${title}” never said “${String(words)}”:\n${text}`);
      await cardOf(title).page().waitForTimeout(100);
    }
  };

export const screenOf = (page: Page): Screen => {
  const main = page.locator('#main');
  const mails: Screen['mails'] = (subject) => main.locator(`[data-mail][data-subject*="${subject}"]`);
  const card: Screen['card'] = (text) => main.locator('.card', { hasText: text }).last();

  const answer = async (input: Locator, value: string | readonly string[]): Promise<void> => {
    const wanted = typeof value === 'string' ? [value] : value;
    if ((await input.locator('select').count()) > 0) {
      await input.locator('select').selectOption(wanted[0] ?? '');
      return;
    }
    const boxes = input.locator('input[type="radio"], input[type="checkbox"]');
    if ((await boxes.count()) > 0) {
      for (const each of wanted) await input.locator(`input[value="${each}"]`).check();
      return;
    }
    await input
      .locator('input, textarea')
      .first()
      .fill(wanted[0] ?? '');
  };

  return {
    be: async (person, place) => {
      await page.locator(`[data-person="${person}"]`).click();
      await page.locator(`[data-place="${place}"]`).click();
      await page.locator(`[data-place="${place}"][aria-current]`).waitFor();
    },
    say: async (text) => {
      await page.getByTestId('say').fill(text);
      await page.getByRole('button', { name: 'Send' }).click();
    },
    card,
    says: saysOn(card),
    press: async (button, { fill = {}, on = '' } = {}) => {
      const inputs = Object.keys(fill).map((id) => page.locator(`[data-input="${id}"]`));
      let found = main.locator('.card', { hasText: on, has: page.locator(`[data-action="${button}"]`) });
      for (const input of inputs) found = found.filter({ has: input });
      const newest = found.last();
      await newest.waitFor();
      for (const [id, value] of Object.entries(fill)) await answer(newest.locator(`[data-input="${id}"]`), value);
      await newest.locator(`[data-action="${button}"]`).last().click();
      await page.locator('.card[aria-busy="true"]').first().waitFor({ state: 'detached' });
    },
    mails,
    openMail: async (subject) => mails(subject).first().click(),
  };
};

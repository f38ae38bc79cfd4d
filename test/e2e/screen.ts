/** A person at the rehearsal's screen: who to be, where to look, what to type and press. Only what the page offers. */
import type { Locator, Page } from 'playwright-core';

type Fill = Readonly<Record<string, string | readonly string[]>>;

export interface Screen {
  be(person: string, place: 'channel' | 'chat' | 'mail' | 'group'): Promise<void>;
  say(text: string): Promise<void>;
  /** The newest card there that says `text`. */
  card(text: string): Locator;
  /** Fills the newest card that has this button (and says `on`, if given), and presses it. */
  press(button: string, options?: { readonly fill?: Fill; readonly on?: string }): Promise<void>;
  /** Mails in the open mailbox whose subject contains `subject`. */
  mails(subject: string): Locator;
  openMail(subject: string): Promise<void>;
  /** What has arrived below, if the page says that something has. */
  showNewer(): Promise<void>;
}

/** Uses what the page takes away by itself, once what it leads to has come into sight. */
export const unlessGone = async (target: Locator, use: (target: Locator) => Promise<void>): Promise<void> => {
  try {
    await use(target);
  } catch (fault) {
    if (await target.isVisible()) throw fault;
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
    showNewer: async () => {
      const newer = page.getByRole('button', { name: 'Show new messages' });
      if (await newer.isVisible()) await unlessGone(newer, (button) => button.click());
    },
  };
};

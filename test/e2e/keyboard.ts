/** A person who has no mouse: everything is reached with Tab, from wherever the keyboard is, and used with keys. */
import type { Locator, Page } from 'playwright-core';
import { saysOn, type Screen } from './screen.ts';

/** Nobody goes on for longer; a part of the page that is not reached by then is not to be reached. */
const patience = 400;

/** An element in the browser, as far as it is asked here. */
interface Node {
  readonly type?: string;
  readonly value: string;
  readonly checked: boolean;
  readonly tagName: string;
  readonly options: Iterable<{ readonly value: string; readonly hidden: boolean; readonly disabled: boolean }>;
  matches(selector: string): boolean;
}

const isFocused = (target: Locator): Promise<boolean> => target.evaluate((node: Node) => node.matches(':focus'));

/** What to type for a date or a time, as people write it in England, and in America for a browser that has it so. */
const keysFor = (type: string, value: string): { readonly value: string; readonly keys: readonly string[] } => {
  if (type === 'time') {
    const [hours = 0, minutes = 0] = value.split(':').map(Number);
    const two = (figure: number): string => String(figure).padStart(2, '0');
    const halfDay = `${two(hours % 12 || 12)}${two(minutes)}${hours < 12 ? 'a' : 'p'}`;
    return { value, keys: [value.replace(':', ''), halfDay] };
  }
  const [year = '', month = '', day = ''] = value.split('-');
  return { value, keys: [`${day}${month}${year}`, `${month}${day}${year}`] };
};

export const keyboardScreenOf = (page: Page): Screen => {
  const main = page.locator('#main');
  const press = (key: string): Promise<void> => page.keyboard.press(key);

  const reach = async (target: Locator): Promise<void> => {
    await target.waitFor();
    for (let presses = 0; presses < patience; presses += 1) {
      if (await isFocused(target)) return;
      await press('Tab');
    }
    throw new Error(`the keyboard does not come to ${String(target)}`);
  };
  const use = async (target: Locator): Promise<void> => {
    await reach(target);
    await press('Enter');
  };

  const choose = async (list: Locator, value: string): Promise<void> => {
    await reach(list);
    // What stands for nothing chosen yet cannot be come to.
    const values = await list.evaluate((node: Node) =>
      [...node.options].filter(({ hidden, disabled }) => !hidden && !disabled).map(({ value }) => value),
    );
    await press('Home');
    for (let steps = values.indexOf(value); steps > 0; steps -= 1) await press('ArrowDown');
  };

  /** Of a group of which one is chosen only one can be tabbed to, and arrows go to the others. */
  const pick = async (radios: Locator, value: string): Promise<void> => {
    const checked = radios.and(page.locator(':checked'));
    await reach((await checked.count()) > 0 ? checked : radios.first());
    const wanted = radios.and(page.locator(`[value="${value}"]`));
    for (let presses = 0; presses < patience && !(await isFocused(wanted)); presses += 1) await press('ArrowDown');
    if (!(await wanted.isChecked())) await press('Space');
  };

  const tick = async (boxes: Locator, values: readonly string[]): Promise<void> => {
    for (const box of await boxes.all()) {
      const wanted = values.includes(await box.evaluate((node: Node) => node.value));
      if (wanted === (await box.isChecked())) continue;
      await reach(box);
      await press('Space');
    }
  };

  /** Part by part from the first one, in the order that this browser has them. */
  const typeParts = async (box: Locator, { value, keys }: ReturnType<typeof keysFor>): Promise<void> => {
    for (const order of keys) {
      for (let part = 0; part < 3; part += 1) await press('ArrowLeft');
      await page.keyboard.type(order);
      if ((await box.inputValue()) === value) return;
    }
    throw new Error(`${value} cannot be typed into ${String(box)}`);
  };
  const type = async (box: Locator, value: string): Promise<void> => {
    await reach(box);
    const kind = (await box.getAttribute('type')) ?? 'text';
    if (kind === 'date' || kind === 'time') return typeParts(box, keysFor(kind, value));
    await press('Control+A');
    await page.keyboard.insertText(value);
  };

  const answer = async (input: Locator, value: string | readonly string[]): Promise<void> => {
    const [one = ''] = [value].flat();
    const radios = input.locator('input[type="radio"]');
    const boxes = input.locator('input[type="checkbox"]');
    if ((await input.locator('select').count()) > 0) await choose(input.locator('select'), one);
    else if ((await radios.count()) > 0) await pick(radios, one);
    else if ((await boxes.count()) > 0) await tick(boxes, [value].flat());
    else await type(input.locator('input, textarea').first(), one);
  };

  const card: Screen['card'] = (text) => main.locator('.card', { hasText: text }).last();
  const mails: Screen['mails'] = (subject) => main.locator(`[data-mail][data-subject*="${subject}"]`);

  return {
    be: async (person, place) => {
      await use(page.getByTestId('open-people'));
      await use(page.locator(`[data-person="${person}"]`));
      const door = page.locator(`[data-place="${place}"]`);
      await use(door);
      await page.locator(`[data-place="${place}"][aria-current]`).waitFor();
    },
    say: async (text) => {
      await reach(page.getByTestId('say'));
      await page.keyboard.insertText(text);
      await press('Enter');
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
      await use(newest.locator(`[data-action="${button}"]`).last());
      await page.locator('.card[aria-busy="true"]').first().waitFor({ state: 'detached' });
    },
    mails,
    openMail: async (subject) => use(mails(subject).first()),
  };
};

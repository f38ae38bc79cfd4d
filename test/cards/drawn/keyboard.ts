/** Whether all of a card can be used by somebody who has no mouse. */
import { partsOf } from '../soundness.ts';
import type { CardPage } from './cardPage.ts';

/** Nobody goes on for longer. */
const patience = 200;

/** Everything the keyboard comes to, in the order in which it does, from before the card until it is behind it. */
const comesTo = async ({ page, ask }: CardPage): Promise<readonly number[]> => {
  const stops: number[] = [];
  await ask('beforeCard');
  while (stops.length < patience) {
    await page.keyboard.press('Tab');
    const at = await ask<number | 'outside'>('whereKeyboardIs');
    if (at === 'outside') break;
    stops.push(at);
  }
  return stops;
};

const notReached = async (shown: CardPage): Promise<readonly string[]> => {
  const names = await shown.ask<readonly string[]>('stops');
  const reached = await comesTo(shown);
  const goesBack = reached.some((at, i) => at < (reached[i - 1] ?? at));
  return [
    ...names.filter((_name, at) => !reached.includes(at)).map((name) => `the keyboard does not come to ${name}`),
    ...(goesBack ? ['the keyboard does not go from top to bottom'] : []),
  ];
};

/** Each button of a card that is as it came: a press shuts what another has opened. */
const notPressed = async ({ page, ask }: CardPage, again: () => Promise<void>): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const [at, name] of (await ask<readonly string[]>('buttons')).entries()) {
    for (const key of ['Enter', 'Space']) {
      await again();
      const before = await ask('answer');
      await ask('focusButton', at);
      await page.keyboard.press(key);
      if ((await ask('answer')) === before) found.push(`${key} does not press ${name}`);
    }
  }
  return found;
};

/** Teams has six buttons in a row at most; what a client puts into a menu is not there for every keyboard. */
const notOffered = async (card: object, { ask }: CardPage): Promise<readonly string[]> => {
  const offered = await ask<readonly string[]>('buttons');
  const { refresh: _noButton, ...shown } = card as { readonly refresh?: object };
  return partsOf(shown)
    .filter(({ type, title }) => String(type).startsWith('Action.') && !offered.includes(String(title)))
    .map(({ title }) => `${String(title)} has no button of its own`);
};

const answers: Readonly<Record<string, string>> = { 'Input.Date': '2026-09-16', 'Input.Time': '10:00' };

/** Something in every field that has to be filled in before a press is answered. */
const filledIn = (card: object): Readonly<Record<string, string>> =>
  Object.fromEntries(
    partsOf(card)
      .filter(({ isRequired }) => isRequired === true)
      .map(({ id, type, choices }) => {
        const [first] = (choices ?? []) as readonly { readonly value: string }[];
        return [String(id), first?.value ?? answers[String(type)] ?? 'Something'];
      }),
  );

export const withoutMouse = async (card: object, shown: CardPage): Promise<readonly string[]> => {
  const again = async (): Promise<void> => {
    await shown.draw(card, filledIn(card));
    await shown.ask('openInnerCards');
  };
  await again();
  return [...(await notOffered(card, shown)), ...(await notReached(shown)), ...(await notPressed(shown, again))];
};

/** All that somebody would find wrong with a card who looks at it, hears it read, or has no mouse. */
import { findingsInEveryLook } from '../../e2e/axe.ts';
import { everyWidth, type CardPage } from './cardPage.ts';
import { withoutMouse } from './keyboard.ts';

/** The card with all in sight that it hides behind its buttons. */
export const opened = (card: object): object =>
  JSON.parse(JSON.stringify(card, (name, value: unknown) => (name === 'isVisible' ? undefined : value))) as object;

const cutOff = async ({ be, ask }: CardPage): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const width of everyWidth) {
    await be(width);
    found.push(...(await ask<readonly string[]>('cutOff')).map((finding) => `${width}: ${finding}`));
  }
  return found;
};

export const findingsOf = async (card: object, shown: CardPage): Promise<readonly string[]> => {
  const all = opened(card);
  await shown.draw(all);
  await shown.ask('openInnerCards');
  const found = [
    ...(await cutOff(shown)),
    ...(await shown.ask<readonly string[]>('unlabelled')),
    ...(await findingsInEveryLook(shown.page)),
  ];
  return [...found, ...(await withoutMouse(all, shown))];
};

/** Pictures of every card at every width and in every look, and a page that shows them side by side. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { looks, wear } from '../../e2e/axe.ts';
import { everyWidth, type CardPage } from './cardPage.ts';
import { opened } from './findings.ts';

interface Picture {
  readonly file: string;
  readonly caption: string;
}

/** As it comes, and where it hides something behind its buttons, with that in sight as well. */
const states = (card: object): readonly (readonly [state: string, card: object])[] => {
  const all = opened(card);
  const hides = JSON.stringify(all) !== JSON.stringify(card) || JSON.stringify(card).includes('"Action.ShowCard"');
  return hides
    ? [
        ['closed', card],
        ['open', all],
      ]
    : [['closed', card]];
};

/** Draws one card into files of the folder. */
export const takePictures = async (
  folder: string,
  name: string,
  card: object,
  shown: CardPage,
): Promise<readonly Picture[]> => {
  const taken: Picture[] = [];
  for (const [state, drawn] of states(card)) {
    await shown.draw(drawn);
    if (state === 'open') await shown.ask('openInnerCards');
    for (const width of everyWidth) {
      await shown.be(width);
      for (const look of looks) {
        await wear(shown.page, look);
        const file = [name, ...(state === 'open' ? [state] : []), width, look].join('.') + '.png';
        await shown.card.screenshot({ path: join(folder, file) });
        taken.push({ file, caption: `${width}, ${look}` });
      }
    }
  }
  return taken;
};

const section = ([name, pictures]: readonly [string, readonly Picture[]]): string =>
  [
    `<h2>${name}</h2><div>`,
    ...pictures.map(
      ({ file, caption }) =>
        `<figure><img src="${file}" alt="${name}: ${caption}" loading="lazy"><figcaption>${caption}</figcaption></figure>`,
    ),
    '</div>',
  ].join('\n');

const style =
  'body{font:15px sans-serif;background:#ddd}div{display:flex;flex-wrap:wrap;gap:16px;align-items:start}figure{margin:0}img{max-width:640px}';

export const writeIndex = (folder: string, all: ReadonlyMap<string, readonly Picture[]>): void =>
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html>\n<html lang="en-GB">\n<meta charset="utf-8">\n<title>Every card</title>\n<style>${style}</style>\n` +
      `<h1>Every card</h1>\n${[...all].map(section).join('\n')}\n</html>\n`,
  );

/**
 * Draws every card and looks at it: `npm run -s cards -- --out DIR`. DIR has the pictures and an index.html that shows them;
 * what is wrong with a card is printed with its name, and then the command fails.
 */
import { mkdirSync } from 'node:fs';
import { launchBrowser } from '../../e2e/browser.ts';
import { sampleCard, sampleNames } from '../everySample.ts';
import { openCardPage } from './cardPage.ts';
import { findingsOf } from './findings.ts';
import { takePictures, writeIndex } from './pictures.ts';

const at = process.argv.indexOf('--out');
const folder = (at < 0 ? undefined : process.argv[at + 1]) ?? 'test-artefacts/cards';
const startedAt = performance.now();
mkdirSync(folder, { recursive: true });

const browser = await launchBrowser();
const shown = await openCardPage(browser);
const pictures = new Map<string, Awaited<ReturnType<typeof takePictures>>>();
const found: string[] = [];
for (const name of sampleNames) {
  const card = sampleCard(name);
  pictures.set(name, await takePictures(folder, name, card, shown));
  found.push(...(await findingsOf(card, shown)).map((finding) => `cards/${name}.json: ${finding}\n`));
}
await shown.close();
await browser.close();

writeIndex(folder, pictures);
for (const finding of found) process.stdout.write(finding);
const count = [...pictures.values()].flat().length;
const seconds = Math.round((performance.now() - startedAt) / 1_000);
process.stdout.write(
  `${sampleNames.length} cards, ${count} pictures in ${folder}, ${found.length} findings, ${seconds} s\n`,
);
process.exitCode = found.length === 0 ? 0 : 1;

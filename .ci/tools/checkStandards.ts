/** Reads and checks the standards that come with the product, so that a start need not: `npm run -s standards`, after editing one. */
import { writeFileSync } from 'node:fs';
import { checkedAnew } from '../../src/start/checkedStandards.ts';
import { builtInStandards } from '../../src/start/standards.ts';

const texts = builtInStandards().filter(({ isFormer }) => !isFormer);
writeFileSync('src/practice/standards/checked.json', checkedAnew(texts.map(({ text }) => text)));

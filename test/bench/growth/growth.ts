/** What grows with the number of discussions there ever were, and what does not. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import { instant } from '../../../src/practice/time/instant.ts';
import { figure, type Figure } from '../costs.ts';
import type { Extent } from '../extent.ts';
import { startTheProduct } from '../processes/programs.ts';
import type { Starting } from '../starting.ts';
import { growthOfDeeds } from './deeds.ts';
import { growFile, referenceAt, type Templates } from './grow.ts';
import { openings } from './opening.ts';
import { textsUnder, type Template } from './template.ts';

/** A year of a small council. */
const few = 180;

export interface Growing extends Pick<Starting, 'serviceUrl' | 'now'> {
  readonly folder: string;
  readonly port: number;
  readonly smtpPort: number;
  readonly templates: Templates;
}

export const growth = async (
  { folder, port, smtpPort, templates, serviceUrl, now }: Growing,
  extent: Extent,
): Promise<readonly Figure[]> => {
  // However long it takes to fill the files, it is still this moment: nothing in them has fallen due.
  const at = now();
  const [small, large] = [few, extent.discussions].map((discussions) => {
    const dataDir = join(folder, `stored-${discussions}`);
    mkdirSync(dataDir);
    const path = join(dataDir, 'strategy.sqlite');
    growFile(path, templates, discussions);
    return { dataDir, path, discussions };
  });
  if (small === undefined || large === undefined) throw new Error('there are two files');
  const start = (dataDir: string) =>
    startTheProduct({ port, dataDir, smtpPort, aheadMs: at.getTime() - Date.now(), limits: 'kept' });
  // Opened as they are, before anything is added to them.
  const opened = await openings({ start, small, large, serviceUrl, now }, extent);
  return [...(await growthOfDeeds(small, large, instant(at), extent)), ...opened, ...packing(templates.decided)];
};

/** What packing old discussions would save of a disk. */
const packing = (template: Template): readonly Figure[] => {
  const texts = textsUnder(template, referenceAt(0));
  const kilobytes = (text: string | Buffer): readonly number[] => [Buffer.byteLength(text) / 1_024];
  return [
    figure('the commits of one that is decided', 'KB', null, kilobytes(texts.join(''))),
    figure('the same, packed as one', 'KB', null, kilobytes(zstdCompressSync(texts.join('\n')))),
  ];
};

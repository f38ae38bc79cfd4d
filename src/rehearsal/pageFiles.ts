/**
 * The files of the page, read once: its own, and two libraries it needs from their packages as they are published. They
 * have a version, which is another as soon as any of them is.
 */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const require = createRequire(import.meta.url);
const pageFolder = fileURLToPath(new URL('./page/', import.meta.url));

const libraries = {
  'vendor/adaptivecards.js': require.resolve('adaptivecards/dist/adaptivecards.min.js'),
  'vendor/markdown-it.mjs': fileURLToPath(
    new URL('./dist/browser/markdown-it.esm.min.mjs', `file://${require.resolve('markdown-it/package.json')}`),
  ),
};

export type Encoding = keyof typeof compressors;

export interface PageFiles {
  readonly version: string;
  has(name: string): boolean;
  /** A file as it is, or compressed: once, for all who ask for it. */
  content(name: string, encoding: Encoding): Promise<Buffer>;
}

/** The highest quality makes the libraries a tenth smaller, and takes twenty times as long. */
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };
const compressors = {
  br: (plain: Buffer) => promisify(brotliCompress)(plain, quality),
  gzip: (plain: Buffer) => promisify(gzip)(plain),
  identity: (plain: Buffer) => Promise.resolve(plain),
};

const versionOf = (files: ReadonlyMap<string, Buffer>): string => {
  const hash = createHash('sha256');
  for (const [name, content] of files) hash.update(name).update(content);
  return hash.digest('hex').slice(0, 16);
};

export const readPageFiles = (): PageFiles => {
  const own = globSync('**/*.*', { cwd: pageFolder })
    .toSorted()
    .map((name) => [name.replaceAll(sep, '/'), join(pageFolder, name)] as const);
  const files = new Map([...own, ...Object.entries(libraries)].map(([name, file]) => [name, readFileSync(file)]));
  const version = versionOf(files);
  // The page names everything else by the version, so that a browser need not ask again for what it has.
  const index = files.get('index.html')?.toString('utf8') ?? '';
  files.set('index.html', Buffer.from(index.replaceAll('{{version}}', version)));

  const made = new Map<string, Promise<Buffer>>();
  return {
    version,
    has: (name) => files.has(name),
    content: (name, encoding) => {
      const key = `${encoding} ${name}`;
      const content = made.get(key) ?? compressors[encoding](files.get(name) ?? Buffer.alloc(0));
      made.set(key, content);
      return content;
    },
  };
};

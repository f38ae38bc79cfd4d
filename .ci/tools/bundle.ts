/**
 * `npm run -s bundle`: the product as one file, which the container starts: looking for a thousand files and reading each takes
 * longer than running them. What is loaded on demand stays a package, and what is read (cards, standards) where it is.
 */
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Among the packages: of those, Node prints no warnings that only their makers can act on. */
const folder = `${root}node_modules/.bundle`;

const onDemand =
  /^(@azure\/cosmos|@microsoft\/microsoft-graph-client|@opentelemetry\/.*|docx|fontkit|nodemailer.*|pdfkit)$/;
/** Only where it is developed, and loaded from there. */
const neverLive = /^\.\.\/(rehearsal|playground)\//;

/** Each file says where it was, for what it reads. */
const placed = (code: string, id: string): string =>
  code.replaceAll('import.meta.url', `new URL(${JSON.stringify(relative(folder, id))}, import.meta.url).href`);

/** In memory, a text with one other letter in it takes twice the room. `asciiOnly` leaves those in tagged templates. */
const inAscii = (code: string): string =>
  code.replaceAll(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);

const bundle = await rolldown({
  cwd: root,
  input: { main: `${root}src/start/main.ts` },
  platform: 'node',
  external: onDemand,
  plugins: [
    {
      name: 'where things are',
      resolveId: (source) =>
        neverLive.test(source) ? { id: source.replace('..', '../../src'), external: true } : null,
      transform: (code, id) => (id.startsWith(`${root}src/`) ? inAscii(placed(code, id)) : null),
    },
  ],
});
await bundle.write({
  dir: folder,
  cleanDir: true,
  format: 'esm',
  entryFileNames: '[name].mjs',
  chunkFileNames: '[name].mjs',
  // Their licences are beside them, in the packages.
  comments: false,
  minify: { compress: false, mangle: false, codegen: { removeWhitespace: false, asciiOnly: true } },
});

/** Serves the page: each file under its own name, and under the version of all of them, where it never changes. */
import { extname } from 'node:path';
import express from 'express';
import { readPageFiles, type Encoding, type PageFiles } from './pageFiles.ts';

/** The renderer sets styles on elements, and mail brings its own; nothing comes from, or goes to, another address. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "frame-src 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const forAYear = 'public, max-age=31536000, immutable';
const encodings: readonly Encoding[] = ['br', 'gzip', 'identity'];

const encodingFor = (req: express.Request): Encoding =>
  encodings.find((encoding) => encoding === req.acceptsEncodings([...encodings])) ?? 'identity';

const sendFile = async (
  files: PageFiles,
  name: string,
  { req, res }: { readonly req: express.Request; readonly res: express.Response },
): Promise<void> => {
  const encoding = encodingFor(req);
  res.vary('accept-encoding');
  if (encoding !== 'identity') res.set('content-encoding', encoding);
  res.type(extname(name)).send(await files.content(name, encoding));
};

export const servePage = (): express.Router => {
  let read: PageFiles | undefined;
  const files = (): PageFiles => (read ??= readPageFiles());
  const router = express.Router();
  router.use((_req, res, next) => {
    res.setHeader('content-security-policy', contentSecurityPolicy);
    res.setHeader('cache-control', 'no-cache');
    next();
  });
  router.get('/', async (req, res) => {
    // Everything in the page is named from the folder it is in.
    if (!req.originalUrl.split('?')[0]?.endsWith('/')) res.redirect(`${req.baseUrl}/`);
    else await sendFile(files(), 'index.html', { req, res });
  });
  router.get('/*path', async (req, res, next) => {
    const [first, ...rest] = req.params.path;
    const isVersioned = first === files().version;
    const name = (isVersioned ? rest : req.params.path).join('/');
    if (!files().has(name)) return next();
    if (isVersioned) res.setHeader('cache-control', forAYear);
    await sendFile(files(), name, { req, res });
  });
  return router;
};

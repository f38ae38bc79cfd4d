/** Serves the page: plain files, and two libraries it needs from their packages as they are published. */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import express from 'express';

const require = createRequire(import.meta.url);
const pageFolder = fileURLToPath(new URL('./page/', import.meta.url));

const libraries = {
  'adaptivecards.js': require.resolve('adaptivecards/dist/adaptivecards.min.js'),
  'markdown-it.mjs': fileURLToPath(
    new URL('./dist/browser/markdown-it.esm.min.mjs', `file://${require.resolve('markdown-it/package.json')}`),
  ),
};

/** The renderer sets styles on elements, and mail brings its own; nothing comes from, or goes to, another address. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "frame-src 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const servePage = (): express.Router => {
  const router = express.Router();
  router.use((_req, res, next) => {
    res.setHeader('content-security-policy', contentSecurityPolicy);
    res.setHeader('cache-control', 'no-cache');
    next();
  });
  for (const [name, file] of Object.entries(libraries)) {
    router.get(`/vendor/${name}`, (_req, res) => {
      res.type('text/javascript').sendFile(file);
    });
  }
  router.use(express.static(pageFolder));
  return router;
};

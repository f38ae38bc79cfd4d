/** Loaded before the product (`--import`): notes the address of every file the product loads, one a line, in DEPS_TRACE. */
import { appendFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

const notes = process.env.DEPS_TRACE;
if (notes === undefined) throw new Error('DEPS_TRACE names no file');

registerHooks({
  load: (url, context, next) => {
    if (url.startsWith('file:')) appendFileSync(notes, `${url}\n`);
    return next(url, context);
  },
});

/** For pages whose waiting is for people to see: what happens after a while happens after a tenth of it. */
import type { Page } from 'playwright-core';

/** To be called before the page is opened. */
export const hurry = (page: Page): Promise<unknown> =>
  page.addInitScript(`{
    const later = globalThis.setTimeout;
    globalThis.setTimeout = (act, ms = 0, ...more) => later(act, ms / 10, ...more);
  }`);

/** A page in the browser with one card on it, drawn as the rehearsal draws cards. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import express from 'express';
import type { Browser, Locator, Page } from 'playwright-core';
import { servePage } from '../../../src/rehearsal/page.ts';

/** What a card is looked at on, in pixels. No telephone in common use is narrower. */
const widths = { desktop: 800, phone: 360 };
type Width = keyof typeof widths;
export const everyWidth: readonly Width[] = ['desktop', 'phone'];

export interface CardPage {
  readonly page: Page;
  readonly card: Locator;
  /** `typed` is what somebody has filled in, by the id of the input. */
  readonly draw: (card: object, typed?: Readonly<Record<string, string>>) => Promise<void>;
  readonly be: (width: Width) => Promise<void>;
  /** Asks `inPage.js`. */
  readonly ask: <T>(question: string, about?: number) => Promise<T>;
  readonly close: () => Promise<void>;
}

const serve = async (): Promise<Server> => {
  const app = express();
  app.use(express.static(fileURLToPath(new URL('.', import.meta.url))), servePage());
  return new Promise((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
};

export const openCardPage = async (browser: Browser): Promise<CardPage> => {
  const server = await serve();
  const page = await browser.newPage({ locale: 'en-GB', reducedMotion: 'reduce' });
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/page.html`);
  await page.waitForFunction('globalThis.cardPage !== undefined');
  return {
    page,
    card: page.locator('.card'),
    draw: (card, typed = {}) => page.evaluate(`cardPage.draw(${JSON.stringify(card)}, ${JSON.stringify(typed)})`),
    be: (width) => page.setViewportSize({ width: widths[width], height: 900 }),
    ask: (question, about) => page.evaluate(`cardPage.${question}(${about ?? ''})`),
    close: async () => {
      await page.close();
      server.closeAllConnections();
      server.close();
    },
  };
};

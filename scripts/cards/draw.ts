/** Draws cards in a browser, so that Chinese is set as on the pages. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { startBrowser } from '../../tests/support/browser.ts';
import { undrawable } from '../../tests/support/glyphs.ts';
import { type Card, cardPage, layOut, size } from './card.ts';

/** A place that exists only inside the browser: files of the project are served under it. */
const origin = 'http://cards.invalid';

/** Draws one card after the other. */
export interface Drawing {
  /**
   * The card as PNG.
   *
   * @returns instead, characters for which no face has a shape: such a card would show boxes
   */
  draw: (card: Card) => Promise<Buffer | string[]>;
  close: () => Promise<void>;
}

async function open(page: Page): Promise<void> {
  await page.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: cardPage() });
    return route.fulfill({ contentType: 'font/woff2', body: readFileSync(pathname.slice(1)) });
  });
  await page.setViewportSize(size);
  await page.goto(origin);
}

/** Starts a browser to draw in. */
export async function startDrawing(): Promise<Drawing> {
  const browser = await startBrowser();
  const page = await browser.newPage();
  await open(page);
  return {
    draw: async (card) => {
      const unknown = await undrawable(page, await page.evaluate(layOut, card));
      return unknown.length > 0 ? unknown : page.screenshot();
    },
    close: () => browser.close(),
  };
}

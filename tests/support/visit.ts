/** Visits to a built site in a real browser. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { startBrowser } from './browser.ts';
import { type Served, serve } from './serve.ts';

export interface VisitOptions {
  width?: number;
  dark?: boolean;
  scripting?: boolean;
}

export type Visit = (
  address: string,
  act: (page: Page, context: BrowserContext) => Promise<void>,
  options?: VisitOptions,
) => Promise<void>;

/**
 * Serves a folder while the tests of a file run.
 *
 * @returns runs a visit on a page of its own; anything the browser complains of fails it, and so does a request to
 *   another host
 */
export function visiting(folder: string, base = ''): Visit {
  let site: Served;
  let browser: Browser;
  beforeAll(async () => {
    site = await serve(folder, base);
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });
  return async (address, act, options = {}) => {
    const context = await browser.newContext({
      viewport: { width: options.width ?? 1280, height: 800 },
      colorScheme: options.dark ? 'dark' : 'light',
      javaScriptEnabled: options.scripting ?? true,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('404')) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (!/^blob:|^data:/.test(request.url()) && !request.url().startsWith(site.origin)) {
        complaints.push(`asked another host: ${request.url()}`);
      }
    });
    try {
      await page.goto(site.origin + base + address);
      await act(page, context);
      expect(complaints).toEqual([]);
    } finally {
      await context.close();
    }
  };
}

/** What hinders readers who cannot see or point, as far as axe can tell. */
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';

/** Light and dark, on a phone and on a wide screen. */
export const looks = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 1280 },
  { colorScheme: 'light', width: 360 },
  { colorScheme: 'dark', width: 360 },
] as const;

/**
 * The violations on a page, in each look.
 *
 * @param prepare opens what is to be looked at too
 */
export async function axeViolations(
  browser: Browser,
  url: string,
  prepare: (page: Page) => Promise<void> = async () => {},
): Promise<string[]> {
  const found: string[] = [];
  for (const { colorScheme, width } of looks) {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 } });
    const page = await context.newPage();
    await page.goto(url);
    await prepare(page);
    const { violations } = await new AxeBuilder({ page }).analyze();
    for (const { id, nodes } of violations) {
      for (const { html } of nodes) found.push(`${colorScheme}, ${width} px: ${id}: ${html.slice(0, 160)}`);
    }
    await context.close();
  }
  return found;
}

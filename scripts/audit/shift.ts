/** How far a page moves while it is being shown (cumulative layout shift). */
import type { Page } from 'playwright-core';

/** Opens a page and waits until it has come to rest. */
export async function layoutShift(page: Page, url: string): Promise<number> {
  await page.addInitScript(() => {
    const shifts = { sum: 0 };
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        shifts.sum += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForTimeout(300);
  return page.evaluate(() => (window as unknown as { shifts: { sum: number } }).shifts.sum);
}

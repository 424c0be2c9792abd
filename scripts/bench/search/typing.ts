/** Types queries into the search page of a browser. */
import type { Browser, Page } from 'playwright-core';

export interface Shown {
  query: string;
  results: [string, number][];
  /** From the key to the list, the counts and the last of the passages. */
  milliseconds: number;
}

/** Types queries one after the other into a page that stays open. */
export function type(page: Page, queries: readonly string[]): Promise<Shown[]> {
  return page.evaluate(async (all) => {
    const root = document.querySelector<HTMLElement>('[data-search-state]') as HTMLElement;
    const input = document.querySelector<HTMLInputElement>('input[name=q]') as HTMLInputElement;
    const answers: Shown[] = [];
    const settled = () =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (!['done', 'error'].includes(root.dataset.searchState ?? '')) return;
          observer.disconnect();
          resolve();
        };
        const observer = new MutationObserver(look);
        observer.observe(root, { attributes: true });
        look();
      });
    for (const query of all) {
      const started = performance.now();
      input.value = query;
      input.dispatchEvent(new InputEvent('input'));
      await settled();
      const milliseconds = performance.now() - started;
      const items = [...document.querySelectorAll<HTMLElement>('ol[data-search-results] > li')];
      answers.push({
        query,
        results: items.map(({ dataset }) => [dataset.url ?? '', Number(dataset.hits)]),
        milliseconds,
      });
    }
    return answers;
  }, queries);
}

/**
 * Opens a page of its own, as a first visitor does; without what keeps pages for reading offline.
 *
 * @param before runs in the page before anything else
 */
export async function onPage<Result>(
  browser: Browser,
  address: string,
  act: (page: Page) => Promise<Result>,
  before?: () => void,
): Promise<Result> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    if (before !== undefined) await page.addInitScript(before);
    await page.goto(address, { waitUntil: 'networkidle' });
    return await act(page);
  } finally {
    await context.close();
  }
}

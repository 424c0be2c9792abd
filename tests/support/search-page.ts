/** What the search page of a built site shows. */
import type { Page } from 'playwright-core';

export interface Found {
  state: string;
  count: string;
  results: { url: string; hits: number; marks: string[]; anchors: string[] }[];
}

/** Reads the state of the page and what it lists. */
export function readPage(page: Page): Promise<Found> {
  return page.evaluate(() => {
    const items = [...document.querySelectorAll<HTMLElement>('ol[data-search-results] > li')];
    return {
      state: document.querySelector<HTMLElement>('[data-search-state]')?.dataset.searchState ?? '',
      count: document.querySelector('[data-search-count]')?.textContent ?? '',
      results: items.map((item) => ({
        url: item.dataset.url ?? '',
        hits: Number(item.dataset.hits),
        marks: [...item.querySelectorAll('mark')].map((mark) => mark.textContent ?? ''),
        anchors: [...item.querySelectorAll<HTMLAnchorElement>('.lines a')].map(
          (link) => link.getAttribute('href') ?? '',
        ),
      })),
    };
  });
}

/** The page has answered, or said why not. */
export const settled = '[data-search-state=done], [data-search-state=error]';

/** Types queries one after the other without leaving the page, as fast as answers come. */
export function answersTo(page: Page, queries: readonly string[]): Promise<Record<string, number>[]> {
  return page.evaluate(async (all) => {
    const root = document.querySelector<HTMLElement>('[data-search-state]') as HTMLElement;
    const input = document.querySelector<HTMLInputElement>('input[name=q]') as HTMLInputElement;
    const answers: Record<string, number>[] = [];
    for (const query of all) {
      input.value = query;
      input.dispatchEvent(new InputEvent('input'));
      while (root.dataset.searchState === 'loading') await new Promise((resolve) => setTimeout(resolve, 1));
      const items = [...document.querySelectorAll<HTMLElement>('ol[data-search-results] > li')];
      answers.push(Object.fromEntries(items.map(({ dataset }) => [dataset.url, Number(dataset.hits)])));
    }
    return answers;
  }, queries);
}

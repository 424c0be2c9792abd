/** Compares what the page shows with the truth, class by class, and times it. */
import type { Browser, Page } from 'playwright-core';
import type { Entry } from '../../../src/article/read.ts';
import { countedTexts, uncountedTexts } from '../../../src/search/document.ts';
import { countInFolded, foldedForCounting } from '../../../tests/support/search-oracle.ts';
import type { Queries } from './queries.ts';
import { percentile, table } from './report.ts';
import type { BenchServer } from './server.ts';

interface Shown {
  results: [string, number][];
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
        results: items.map(({ dataset }) => [dataset.url ?? '', Number(dataset.hits)]),
        milliseconds,
      });
    }
    return answers;
  }, queries);
}

async function onPage<Result>(
  browser: Browser,
  address: string,
  act: (page: Page) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext();
  const page = await context.newPage();
  try {
    await page.goto(address);
    return await act(page);
  } finally {
    await context.close();
  }
}

interface FoldedArticle {
  url: string;
  counted: string[];
  others: string[];
}

function truthOf(articles: readonly FoldedArticle[], query: string): Map<string, number> {
  const truth = new Map<string, number>();
  for (const { url, counted, others } of articles) {
    const hits = counted.reduce((sum, text) => sum + countInFolded(text, query), 0);
    if (hits > 0 || others.some((text) => countInFolded(text, query) > 0)) truth.set(url, hits);
  }
  return truth;
}

/** Prints recall, precision and exactness of counts, averaged over the queries of each class. */
export async function judge(
  browser: Browser,
  server: BenchServer,
  articles: readonly Entry[],
  queries: Queries,
): Promise<void> {
  const folded = articles.map((entry) => ({
    url: `/articles/${entry.id}/`,
    counted: countedTexts(entry).map(foldedForCounting),
    others: uncountedTexts(entry).map(foldedForCounting),
  }));
  const rows = [['class', 'queries', 'recall', 'precision', 'counts exact']];
  for (const [name, all] of queries) {
    const shown = await onPage(browser, `${server.origin}/search/?show=all`, (page) => type(page, all));
    let [recall, precision, exact, counts] = [0, 0, 0, 0];
    for (const [at, query] of all.entries()) {
      const truth = truthOf(folded, query);
      const results = shown[at]?.results ?? [];
      const right = results.filter(([url]) => truth.has(url));
      recall += truth.size === 0 ? 1 : right.length / truth.size;
      precision += results.length === 0 ? 1 : right.length / results.length;
      counts += right.length;
      exact += right.filter(([url, hits]) => truth.get(url) === hits).length;
    }
    const percent = (sum: number) => ((100 * sum) / all.length).toFixed(2);
    rows.push([name, String(all.length), percent(recall), percent(precision), `${exact}/${counts}`]);
  }
  const titles = articles.filter((_, at) => at % Math.ceil(articles.length / 100) === 0);
  const known = await onPage(browser, `${server.origin}/search/`, (page) =>
    type(
      page,
      titles.map(({ title }) => title),
    ),
  );
  const first = known.filter(({ results }, at) => results[0]?.[0] === `/articles/${titles[at]?.id}/`).length;
  rows.push(['known title first', String(titles.length), ((100 * first) / titles.length).toFixed(2), '', '']);
  console.log(table(rows));
}

/** Prints how long answers take in a page that has loaded what the queries need. */
export async function timeWarm(browser: Browser, server: BenchServer, queries: Queries): Promise<void> {
  const sample = [...queries.values()].flatMap((all) => all.slice(0, 12));
  const times = await onPage(browser, `${server.origin}/search/`, async (page) => {
    await type(page, sample);
    return (await type(page, sample)).map(({ milliseconds }) => milliseconds);
  });
  const [middle, slow] = [percentile(times, 50), percentile(times, 95)];
  console.log(
    `warm query, to the last passage shown: median ${middle.toFixed(1)} ms, p95 ${slow.toFixed(1)} ms`,
  );
}

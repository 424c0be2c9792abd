/** Compares what the search page shows with the truth, class by class, and times it. */
import type { Browser } from 'playwright-core';
import type { Entry } from '../../../src/article/read.ts';
import type { Queries } from './queries.ts';
import { milliseconds, percent, percentile, table } from './report.ts';
import type { BenchServer } from './server.ts';
import { addressOf, scoreOf, type Truth } from './truth.ts';
import { onPage, type } from './typing.ts';

/** Recall, precision and exactness of counts, averaged over the queries of each class; known titles at the end. */
export async function judge(
  browser: Browser,
  server: BenchServer,
  articles: readonly Entry[],
  queries: Queries,
  truthOf: (query: string) => Truth,
): Promise<string> {
  const rows = [['queries', 'number', 'recall %', 'precision %', 'exact counts']];
  for (const [name, all] of queries) {
    const shown = await onPage(browser, `${server.origin}/search/?show=all`, (page) => type(page, all));
    const { recall, precision, exact, counts } = scoreOf(shown, truthOf);
    rows.push([name, String(all.length), percent(recall), percent(precision), `${exact} of ${counts}`]);
  }
  const titles = articles.filter((_, at) => at % Math.ceil(articles.length / 200) === 0);
  const known = await onPage(browser, `${server.origin}/search/`, (page) =>
    type(
      page,
      titles.map(({ title }) => title),
    ),
  );
  const first = known.filter(({ results }, at) => results[0]?.[0] === addressOf(titles[at] as Entry)).length;
  rows.push(['title, its article at rank 1', String(titles.length), percent(first / titles.length), '', '']);
  return table(rows);
}

/** How long answers take, the second time and the first time, in a page that stays open. */
export async function timesOf(
  browser: Browser,
  server: BenchServer,
  queries: readonly string[],
): Promise<string> {
  const [first, warm] = await onPage(browser, `${server.origin}/search/`, async (page) => [
    await type(page, queries),
    await type(page, queries),
  ]);
  const row = (name: string, shown: typeof first) => {
    const times = (shown ?? []).map((each) => each.milliseconds);
    return [name, milliseconds(percentile(times, 50)), milliseconds(percentile(times, 95))];
  };
  return table([
    ['from the key to the last passage', 'median', 'p95'],
    row('chunks still to be loaded', first),
    row('**warm**', warm),
  ]);
}

/** How many bytes a visit takes. */
import type { Browser, Page } from 'playwright-core';
import { kilobytes, percentile, table } from './report.ts';
import type { BenchServer } from './server.ts';
import { onPage, type } from './typing.ts';

const kinds = ['scripts', 'wasm', 'folding', 'meta', 'chunks', 'passages'] as const;
type Kind = (typeof kinds)[number] | 'facets';

/** What a file is for; nothing for the page itself: document, styles, pictures. */
function kindOf(name: string): Kind | undefined {
  if (name.endsWith('/') || /\.(?:css|svg|png|ico|webmanifest)$/.test(name)) return undefined;
  if (name.startsWith('/articles/')) return 'passages';
  if (/\/(?:facets|names-[\w-]+)\.json$/.test(name)) return 'facets';
  if (/\/data-\w+\/forms\.json$/.test(name)) return 'folding';
  if (name.endsWith('.pf_index') || /\/(?:units|forms)-\d+\.json$/.test(name)) return 'chunks';
  if (name.endsWith('.pf_meta') || /\/(?:documents|ids-\d+)\.json$/.test(name)) return 'meta';
  if (name.includes('wasm')) return 'wasm';
  return name.includes('folding') ? 'folding' : 'scripts';
}

/** Bytes by kind of what went out, up to a time. */
function sentBy({ sent }: BenchServer, until = Number.POSITIVE_INFINITY): Map<Kind, number> {
  const sums = new Map<Kind, number>();
  for (const { name, bytes, at } of sent) {
    const kind = kindOf(name);
    if (kind !== undefined && at <= until) sums.set(kind, (sums.get(kind) ?? 0) + bytes);
  }
  return sums;
}

function sum(parts: ReadonlyMap<Kind, number>): number {
  return [...parts.values()].reduce((all, bytes) => all + bytes, 0);
}

/** Bytes of a visit: in all, and until the first results stood on the page with their passages. */
interface Visited {
  whole: Map<Kind, number>;
  first: Map<Kind, number>;
}

/** Notes in the page when all results that it lists first have their text. */
function noteFirstResults(): void {
  const look = () => {
    const items = [...document.querySelectorAll('ol[data-search-results] > li')];
    if (items.length === 0 || items.some((item) => item.childElementCount === 0)) return;
    observer.disconnect();
    Object.assign(globalThis, { firstResults: Date.now() });
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true });
}

async function visit(
  browser: Browser,
  server: BenchServer,
  search: string,
  settled: string,
): Promise<Visited> {
  server.reset();
  const address = `${server.origin}/search/${search}`;
  const act = async (page: Page) => {
    await page.waitForSelector(settled);
    const at = await page.evaluate(() => (globalThis as { firstResults?: number }).firstResults);
    return { whole: sentBy(server), first: sentBy(server, at) };
  };
  return onPage(browser, address, act, noteFirstResults);
}

const done = '[data-search-state=done]';

/** A first visit with each of the queries. */
async function visitsOf(
  browser: Browser,
  server: BenchServer,
  queries: readonly string[],
): Promise<Visited[]> {
  const visits: Visited[] = [];
  for (const query of queries)
    visits.push(await visit(browser, server, `?q=${encodeURIComponent(query)}`, done));
  return visits;
}

/** Measures first visits with each of the queries, and a visit that asks them all one after the other. */
export async function bytesOf(
  browser: Browser,
  server: BenchServer,
  queries: readonly string[],
): Promise<string> {
  const before = await visit(browser, server, '', '[data-search-state=idle]');
  const firsts = await visitsOf(browser, server, queries);
  const withFacets = await visit(browser, server, '?q=香港&topic=trade', done);
  const later = await onPage(browser, `${server.origin}/search/`, async (page) => {
    const sums: number[] = [];
    for (const query of queries) {
      server.reset();
      await type(page, [query]);
      sums.push(sum(sentBy(server)));
    }
    return sums.slice(1);
  });
  const row = (name: string, values: readonly number[]) => [
    name,
    kilobytes(percentile(values, 50)),
    kilobytes(percentile(values, 95)),
  ];
  return table([
    ['bytes, compressed', 'median', 'p95'],
    ['before the box is focused', kilobytes(sum(before.whole)), ''],
    row(
      '**first query, until its first results are shown**',
      firsts.map(({ first }) => sum(first)),
    ),
    row(
      '**first query, the whole answer**',
      firsts.map(({ whole }) => sum(whole)),
    ),
    ...kinds.map((kind) =>
      row(
        `of it ${kind}`,
        firsts.map(({ whole }) => whole.get(kind) ?? 0),
      ),
    ),
    row('later queries, with ten passages each', later),
    ['facets and names, when the panel opens', kilobytes(withFacets.whole.get('facets') ?? 0), ''],
  ]);
}

/** The medians of first visits, for a table of sizes of volumes: until the first results, and the whole answer. */
export async function mediansOf(
  browser: Browser,
  server: BenchServer,
  queries: readonly string[],
): Promise<[string, string, string]> {
  const visits = await visitsOf(browser, server, queries);
  const first = visits.map((each) => sum(each.first));
  const whole = visits.map((each) => sum(each.whole));
  return [
    kilobytes(percentile(first, 50)),
    kilobytes(percentile(whole, 50)),
    kilobytes(percentile(whole, 95)),
  ];
}

/** How many bytes a visit takes. */
import type { Browser } from 'playwright-core';
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
  if (name.endsWith('.pf_index') || /\/(?:units|forms)-\d+\.json$/.test(name)) return 'chunks';
  if (name.endsWith('.pf_meta') || /\/(?:documents|ids-\d+)\.json$/.test(name)) return 'meta';
  if (name.includes('wasm')) return 'wasm';
  return name.includes('folding') ? 'folding' : 'scripts';
}

function sentBy({ sent }: BenchServer): Map<Kind, number> {
  const sums = new Map<Kind, number>();
  for (const [name, bytes] of sent) {
    const kind = kindOf(name);
    if (kind !== undefined) sums.set(kind, (sums.get(kind) ?? 0) + bytes);
  }
  return sums;
}

function sum(parts: ReadonlyMap<Kind, number>): number {
  return [...parts.values()].reduce((all, bytes) => all + bytes, 0);
}

async function visit(browser: Browser, server: BenchServer, search: string, settled: string) {
  server.reset();
  return onPage(browser, `${server.origin}/search/${search}`, async (page) => {
    await page.waitForSelector(settled);
    return sentBy(server);
  });
}

/** Measures first visits with each of the queries, and a visit that asks them all one after the other. */
export async function bytesOf(
  browser: Browser,
  server: BenchServer,
  queries: readonly string[],
): Promise<string> {
  const done = '[data-search-state=done]';
  const before = await visit(browser, server, '', '[data-search-state=idle]');
  const firsts: Map<Kind, number>[] = [];
  for (const query of queries)
    firsts.push(await visit(browser, server, `?q=${encodeURIComponent(query)}`, done));
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
    ['before the box is focused', kilobytes(sum(before)), ''],
    row('**first query, all in all**', firsts.map(sum)),
    ...kinds.map((kind) =>
      row(
        `of it ${kind}`,
        firsts.map((parts) => parts.get(kind) ?? 0),
      ),
    ),
    row('later queries, with ten passages each', later),
    ['facets and names, when the panel opens', kilobytes(withFacets.get('facets') ?? 0), ''],
  ]);
}

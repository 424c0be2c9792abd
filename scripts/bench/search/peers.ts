/** Asks peers what the search page was asked, in the same browser. */
import type { Browser } from 'playwright-core';
import { type Peer, peers } from './peer-builds.ts';
import type { Queries } from './queries.ts';
import { kilobytes, milliseconds, percent, percentile, table, turned } from './report.ts';
import type { BenchServer } from './server.ts';
import { scoreOf, type Truth } from './truth.ts';
import { onPage } from './typing.ts';

/** Queries of each class that peers are asked. */
const each = 20;

interface Answer {
  query: string;
  results: [string, number][];
  milliseconds: number;
}

/** The path of the index of a peer; no blanks, which addresses of modules would spell out. */
export function pathOf(peer: Peer): string {
  return `/peers/${peers.indexOf(peer)}/`;
}

async function ask(
  browser: Browser,
  server: BenchServer,
  peer: Peer,
  queries: readonly string[],
): Promise<{ answers: Answer[]; firstBytes: number }> {
  return onPage(browser, `${server.origin}/search/`, async (page) => {
    const run = (all: readonly string[]) =>
      page.evaluate(
        async ({ peer: name, folder, asked, clients }) => {
          const { open } = await import(clients);
          const holder = globalThis as { peer?: Promise<(query: string) => Promise<string[]>> };
          holder.peer ??= open(name, folder);
          const search = await (holder.peer as Promise<(query: string) => Promise<string[]>>);
          const answers: Answer[] = [];
          for (const query of asked) {
            const started = performance.now();
            const found = await search(query);
            answers.push({
              query,
              results: found.map((address) => [address, Number.NaN]),
              milliseconds: performance.now() - started,
            });
          }
          return answers;
        },
        { peer, folder: pathOf(peer), asked: all, clients: '/bench/peer-clients.ts' },
      );
    server.reset();
    await run(queries.slice(0, 1));
    const firstBytes = server.sent.reduce(
      (sum, { name, bytes }) =>
        sum + (/^\/bench\/|\/index\.json$/.test(name) && peer === 'plain Pagefind' ? 0 : bytes),
      0,
    );
    await run(queries);
    return { answers: await run(queries), firstBytes };
  });
}

/** A table of peers: recall and precision by class, bytes before the first result, and time of a warm query. */
export async function comparePeers(
  browser: Browser,
  server: BenchServer,
  queries: Queries,
  truthOf: (query: string) => Truth,
): Promise<string> {
  const classes = [...queries].map(([name, all]) => [name, all.slice(0, each)] as const);
  const rows = [
    [
      'recall / precision in %',
      ...classes.map(([name]) => name),
      'bytes before the first result',
      'warm median',
      'p95',
    ],
  ];
  for (const peer of peers) {
    const { answers, firstBytes } = await ask(
      browser,
      server,
      peer,
      classes.flatMap(([, all]) => all),
    );
    const times = answers.map((answer) => answer.milliseconds);
    let at = 0;
    const scores = classes.map(([, all]) => {
      const { recall, precision } = scoreOf(answers.slice(at, at + all.length), truthOf);
      at += all.length;
      return `${percent(recall)} / ${percent(precision)}`;
    });
    rows.push([
      peer,
      ...scores,
      kilobytes(firstBytes),
      milliseconds(percentile(times, 50)),
      milliseconds(percentile(times, 95)),
    ]);
  }
  return table(turned(rows));
}

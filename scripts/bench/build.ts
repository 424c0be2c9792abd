/**
 * Builds made archives of several sizes over the whole road, and other tools on the same articles:
 * npm run bench:build -- [SIZE …] [--no-peers] [--patience SECONDS]
 *
 * Three runs each: cold, with nothing new, with one new dump. Each stage runs in a process of its own. Prints seconds,
 * processor time, the peak memory of the whole tree of processes, pages, files and bytes.
 */
import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readArticles } from '../../src/search/build/articles.ts';
import { MadeArchive, type RoadCost, sizeOf, stageNames } from './build/archive.ts';
import { articlesOfDump, makeDumps } from './build/dumps.ts';
import { buildPeer, peers } from './build/peers.ts';
import type { Cost } from './search/processes.ts';
import { table } from './search/report.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'no-peers': { type: 'boolean', default: false },
    patience: { type: 'string', default: '1800' },
  },
});
const scratch = path.join('.cache', 'bench', 'build');

/** The texts of which archives are made. */
async function seedTexts(): Promise<string[]> {
  const articles = await Promise.all((await readArticles()).map(({ searched }) => searched()));
  return articles.flatMap(({ title, standfirst, blocks }) => [
    title,
    ...(standfirst === undefined ? [] : [standfirst]),
    ...blocks.map(({ text }) => text),
  ]);
}

const inCells = ({ seconds, processor, megabytes }: Cost): string[] => [
  seconds.toFixed(1),
  processor.toFixed(1),
  megabytes.toFixed(0),
];

function sum(costs: readonly Cost[]): Cost {
  return {
    seconds: costs.reduce((all, { seconds }) => all + seconds, 0),
    processor: costs.reduce((all, { processor }) => all + processor, 0),
    megabytes: Math.max(...costs.map(({ megabytes }) => megabytes)),
  };
}

/** From articles to the finished site: what other tools do too. */
function buildCost({ ingest: _, ...build }: RoadCost): Cost {
  return sum(Object.values(build));
}

const heads = ['', 'seconds', 'processor seconds', 'MB at the peak'];

function printRun(name: string, cost: RoadCost, cold: RoadCost): void {
  const all = sum(Object.values(cost));
  const share = ((100 * all.seconds) / sum(Object.values(cold)).seconds).toFixed(0);
  const build = ((100 * buildCost(cost).seconds) / buildCost(cold).seconds).toFixed(0);
  const rows = [
    ...stageNames.map((stage) => [stage, ...inCells(cost[stage])]),
    ['build (without ingest)', ...inCells(buildCost(cost))],
    ['**in all**', ...inCells(all)],
  ];
  const against = cost === cold ? '' : `: ${share}% of the cold run, ${build}% without the ingest`;
  console.log(`\n${name}${against}\n${table([heads, ...rows])}`);
}

interface Measured {
  articles: number;
  build: Cost;
}

async function measure(count: number, seeds: readonly string[]): Promise<Measured> {
  console.log(`\n## ${count.toLocaleString('en')} articles\n`);
  const dumps = makeDumps(count + articlesOfDump, seeds);
  const archive = new MadeArchive(path.join(scratch, String(count), 'ours'));
  archive.add(dumps.slice(0, -1));
  const cold = await archive.run();
  const { articles } = archive;
  const { files, pages, bytes } = sizeOf(archive.site);
  console.log(
    `${articles} articles in ${dumps.length - 1} dumps: ${pages} pages, ${files} files, ${(bytes / 2 ** 20).toFixed(0)} MB`,
  );
  printRun('### Cold', cold, cold);
  printRun('### Nothing new', await archive.run(), cold);
  archive.add(dumps.slice(-1));
  printRun('### One new dump', await archive.run(), cold);
  if (!options['no-peers']) {
    const rows = [['**ours**, both scripts', ...inCells(buildCost(cold)), '1.00']];
    for (const peer of peers) {
      const folder = path.join(scratch, String(count), peer.name.replaceAll(/[^\w.]+/g, '-'));
      try {
        const cost = await buildPeer(
          peer,
          folder,
          path.join(archive.content, 'articles'),
          Number(options.patience),
        );
        if (!existsSync(path.join(folder, peer.site))) throw new Error(`it built nothing in ${peer.site}`);
        const ratio = (buildCost(cold).seconds / cost.seconds).toFixed(2);
        rows.push([`${peer.name}, one script`, ...inCells(cost), ratio]);
      } catch (error) {
        console.error((error as Error).message);
        rows.push([peer.name, 'did not finish', '', '', '']);
      }
    }
    console.log(
      `### Beside others, from the same articles\n${table([[...heads, 'ours to theirs'], ...rows])}`,
    );
  }
  return { articles, build: buildCost(cold) };
}

const [{ model } = { model: 'unknown' }] = os.cpus();
console.log(
  `${os.cpus().length} × ${model}, ${(os.totalmem() / 2 ** 30).toFixed(0)} GB, Node ${process.versions.node}`,
);
const seeds = await seedTexts();
const sizes = positionals.length > 0 ? positionals.map(Number) : [1000, 3000, 10_000];
const measured: Measured[] = [];
for (const size of sizes) measured.push(await measure(size, seeds));
const [least, most] = [measured[0], measured.at(-1)];
if (least && most && least !== most) {
  const each = ({ build, articles }: Measured) => build.seconds / articles;
  console.log(
    `\nAn article costs ${(1000 * each(most)).toFixed(1)} ms at ${most.articles}, ${(1000 * each(least)).toFixed(1)} ms at ${least.articles}: ${(each(most) / each(least)).toFixed(2)} times`,
  );
}

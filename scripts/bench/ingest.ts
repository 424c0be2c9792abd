/**
 * `npm run bench:ingest -- [dumps…]`: time and memory of the ingest on made archives: the first run, a run with nothing new,
 * and a run with one new dump.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { dumpText } from './ingest/dumps.ts';

type Measured = {
  seconds: number;
  processor: number;
  peak: number;
  exitCode: number;
  articles: number;
  changed: number;
};

const sizes = process.argv.slice(2).map(Number);
const megabyte = 2 ** 20;

/** The memory of `npm run ingest`. */
const flags = ['--max-semi-space-size=16'];

function run(folder: string): Measured {
  const script = join(import.meta.dirname, 'ingest/measured.ts');
  const measured = JSON.parse(
    execFileSync(process.execPath, [...flags, script, folder], { encoding: 'utf8' }),
  ) as Measured;
  if (measured.exitCode !== 0) throw new Error(`the ingest of ${folder} ended with ${measured.exitCode}`);
  return measured;
}

function put(folder: string, seed: number): number {
  const text = dumpText(seed);
  writeFileSync(join(folder, 'sources', `${String(seed).padStart(6, '0')}.txt`), text);
  return Buffer.byteLength(text);
}

type Row = { dumps: number; bytes: number; first: Measured; nothingNew: Measured; oneNew: Measured };

function measure(dumps: number): Row {
  const folder = mkdtempSync(join(tmpdir(), 'bench-ingest-'));
  try {
    mkdirSync(join(folder, 'sources'));
    let bytes = 0;
    for (let seed = 0; seed < dumps; seed++) bytes += put(folder, seed);
    const [first, nothingNew] = [run(folder), run(folder)];
    put(folder, dumps);
    return { dumps, bytes, first, nothingNew, oneNew: run(folder) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const [cpu] = cpus();
process.stdout.write(
  `${cpu?.model ?? 'unknown processor'}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)} before\n`,
);
const rows = (sizes.length > 0 ? sizes : [100, 1000, 10_000]).map((dumps) => {
  const row = measure(dumps);
  const { bytes, first, nothingNew, oneNew } = row;
  const size = bytes / megabyte;
  const seconds = (run: Measured): string =>
    `${run.seconds.toFixed(2)} s (processor ${run.processor.toFixed(2)} s)`;
  const told = [
    `first ${seconds(first)}, peak ${Math.round(first.peak / megabyte)} MB, ` +
      `${(size / first.seconds).toFixed(2)} MB/s, ${(size / first.processor).toFixed(2)} MB a processor second, ` +
      `${((1000 * first.processor) / dumps).toFixed(2)} processor ms a dump`,
    `nothing new ${seconds(nothingNew)}, ${(first.seconds / nothingNew.seconds).toFixed(1)} times as fast`,
    `one new ${seconds(oneNew)}`,
  ];
  process.stdout.write(
    `${dumps} dumps, ${size.toFixed(1)} MB, ${first.articles} articles:\n  ${told.join('\n  ')}\n`,
  );
  return row;
});
const [small, large] = [rows[0], rows.at(-1)];
if (small && large && rows.length > 1) {
  const times = (cost: (run: Measured) => number): string =>
    (cost(large.first) / large.dumps / (cost(small.first) / small.dumps)).toFixed(2);
  process.stdout.write(
    `a dump of ${large.dumps} costs ${times(({ seconds }) => seconds)} times the seconds of one of ${small.dumps}, ` +
      `${times(({ processor }) => processor)} times the processor seconds\n`,
  );
}

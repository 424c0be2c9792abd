/**
 * `npm run score:laid`: reads pages made from the articles of the fixtures in layouts drawn by chance, and tells by each
 * way of laying out how many come out as they went in:
 * npm run score:laid -- [--pages N] [--seed N] [--show WAY=CHOICE …] [--keep DIR]
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { randomFrom } from './fuzz/random.ts';
import type { Verdict } from './score/compare.ts';
import { articlesToLay, type LaidPage, layPages } from './score/laid/lay.ts';
import { isExact, isFlagged, isSilent, scoreOf, showWrong } from './score/score.ts';

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    /** What is wrong in the articles that were laid out so. */
    show: { type: 'string', multiple: true, default: [] },
    /** A folder to keep the pages in. */
    keep: { type: 'string' },
  },
});

type Read = { verdict: Verdict; page: LaidPage };

const share = (part: number, whole: number): string =>
  `${((100 * part) / Math.max(1, whole)).toFixed(1)}%`.padStart(7);

function row(name: string, all: readonly Read[]): string {
  const verdicts = all.map(({ verdict }) => verdict);
  const exact = verdicts.filter(isExact);
  const found = verdicts.filter(({ written }) => written).length;
  const silent = verdicts.filter(isSilent).length;
  return [
    name.padEnd(28),
    String(all.length).padStart(5),
    `  found ${share(found, all.length)}  exact ${share(exact.length, all.length)}`,
    `  silent ${share(silent, all.length)}  exact, yet flagged ${share(exact.filter(isFlagged).length, exact.length)}`,
  ].join('');
}

/** Each page is an archive of its own, since the same articles stand on many. */
function readAlone(page: LaidPage, folder: string): Read[] {
  const alone = mkdtempSync(join(folder, 'page-'));
  writeFileSync(join(alone, page.file), page.text);
  const { verdicts } = scoreOf({ [page.file]: page.gold }, alone, 'content/topics.yaml');
  return verdicts.map((verdict) => ({ verdict, page }));
}

const random = randomFrom(Number(values.seed));
const pages = layPages(articlesToLay('tests/fixtures/ingest'), Number(values.pages), random);
if (values.keep) {
  mkdirSync(values.keep, { recursive: true });
  for (const { file, text } of pages) writeFileSync(join(values.keep, file), text);
}
const folder = mkdtempSync(join(tmpdir(), 'laid-'));
try {
  const read = pages.flatMap((page) => readAlone(page, folder));
  const rows = new Map<string, Read[]>();
  for (const each of read)
    for (const [way, choice] of Object.entries(each.page.ways)) {
      const name = `${way}=${choice}`;
      rows.set(name, [...(rows.get(name) ?? []), each]);
    }
  for (const { verdict, page } of read) {
    const ways = Object.entries(page.ways).map(([way, choice]) => `${way}=${choice}`);
    if (values.show.length === 0 || isExact(verdict) || !values.show.every((each) => ways.includes(each)))
      continue;
    process.stdout.write(`${showWrong([{ ...verdict, wrongHead: [] }])}\n    ${ways.join('  ')}\n`);
  }
  for (const [name, all] of [...rows].sort(([a], [b]) => (a < b ? -1 : 1)))
    process.stdout.write(`${row(name, all)}\n`);
  process.stdout.write(`${row('all', read)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

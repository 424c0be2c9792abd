/**
 * `npm run score:laid`: reads pages made from the articles of the fixtures in layouts drawn by chance, and tells by each
 * way of laying out how many come out as they went in: npm run score:laid -- [--pages N] [--seed N] [--show WAY=CHOICE]
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { randomFrom } from './fuzz/random.ts';
import { articlesToLay, layPages } from './score/laid/lay.ts';
import { isExact, isFlagged, isSilent, scoreOf, showFigures, showWrong } from './score/score.ts';

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    show: { type: 'string', multiple: true, default: [] },
    keep: { type: 'string' },
  },
});

const pages = layPages(
  articlesToLay('tests/fixtures/ingest'),
  Number(values.pages),
  randomFrom(Number(values.seed)),
);
const folder = mkdtempSync(join(tmpdir(), 'laid-'));
try {
  for (const { file, text } of pages) {
    writeFileSync(join(folder, file), text);
    if (values.keep) writeFileSync(join(values.keep, file), text);
  }
  const verdicts = pages.flatMap((page) => {
    // Each page is an archive of its own: the same articles stand on many.
    const alone = mkdtempSync(join(folder, 'one-'));
    writeFileSync(join(alone, page.file), page.text);
    const score = scoreOf({ [page.file]: page.gold }, alone, 'content/topics.yaml');
    return score.verdicts.map((verdict) => ({ verdict, page, score }));
  });
  const wanted = verdicts.filter(
    ({ page: { ways } }) =>
      values.show.length > 0 &&
      values.show.every((each) => {
        const [way = '', choice] = each.split('=');
        return String((ways as Record<string, string>)[way]) === choice;
      }),
  );
  for (const { verdict, page } of wanted)
    if (!isExact(verdict))
      process.stdout.write(`${showWrong([verdict])}\n    ${Object.values(page.ways).join(' · ')}\n`);
  const rows = new Map<string, typeof verdicts>();
  for (const each of verdicts)
    for (const [way, choice] of Object.entries(each.page.ways))
      rows.set(`${way}: ${choice}`, [...(rows.get(`${way}: ${choice}`) ?? []), each]);
  for (const [row, all] of [...rows].sort()) {
    const exact = all.filter(({ verdict }) => isExact(verdict));
    const silent = all.filter(({ verdict }) => isSilent(verdict)).length;
    const flagged = exact.filter(({ verdict }) => isFlagged(verdict)).length;
    const share = (part: number, whole: number): string =>
      `${((100 * part) / Math.max(1, whole)).toFixed(1)}%`.padStart(7);
    process.stdout.write(
      `${row.padEnd(28)} ${String(all.length).padStart(5)}  exact ${share(exact.length, all.length)}  silent ${share(silent, all.length)}  flagged ${share(flagged, exact.length)}\n`,
    );
  }
  const surplus = new Set(verdicts.map(({ score }) => score));
  process.stdout.write(
    `${showFigures({ verdicts: verdicts.map(({ verdict }) => verdict), surplus: [...surplus].reduce((sum, each) => sum + each.surplus, 0), charactersLost: [...surplus].reduce((sum, each) => sum + each.charactersLost, 0), report: { ok: true, sources: [], doubts: [], problems: [], changed: [] } })}\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

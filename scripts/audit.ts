/**
 * Measures a built site: npm run audit -- [--dir DIR] [--no-lighthouse]
 * Prints what pages cost and what is wrong with them. What is not a matter of time is also kept by the tests.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startBrowser } from '../tests/support/browser.ts';
import { serve } from '../tests/support/serve.ts';
import { axeViolations, looks } from './audit/axe.ts';
import { bytesOf, loadOf, median } from './audit/bytes.ts';
import { htmlErrors, pageFiles } from './audit/html.ts';
import { samplesOf } from './audit/kinds.ts';
import { lighthouseScores } from './audit/lighthouse.ts';
import { layoutShift } from './audit/shift.ts';

const { values } = parseArgs({
  options: {
    dir: { type: 'string', default: 'dist' },
    lighthouse: { type: 'boolean', default: true },
  },
  allowNegative: true,
});

/** Kinds that are read most. */
const mostRead = ['home', 'article', 'author', 'topic', 'source', 'search'];

const files = pageFiles(values.dir);
const paths = files.map((file) => `/${file.replace(/\\/g, '/')}`.replace(/\/index\.html$/, '/'));
const inBoth = samplesOf(paths).flatMap(([name, pathname]): [string, string][] => [
  [name, pathname],
  [`${name} (简)`, `/zh-hans${pathname}`],
]);

function report(name: string, figure: string, problems: readonly string[] = []): void {
  console.log(`${name.padEnd(34)} ${figure}`);
  for (const problem of problems.slice(0, 20)) console.log(`    ${problem}`);
  if (problems.length > 20) console.log(`    and ${problems.length - 20} more`);
}

function reportLoads(): void {
  const articles = files.filter((file) => /^articles\/\w{8,}\/index\.html$/.test(file));
  const loads = files.map((file) => loadOf(values.dir, file));
  const costs = articles.map((file) => bytesOf(loadOf(values.dir, file)));
  report(
    'median article, gzip',
    `${median(costs)} bytes of 14600 (HTML, CSS, scripts; ${costs.length} articles)`,
  );
  const foreign = loads.flatMap((load) => load.foreign);
  report('requests to other hosts', String(foreign.length), foreign);
  const blocking = loads.flatMap((load) => load.blocking);
  report('blocking beside own CSS', String(blocking.length), blocking);
}

async function reportBrowser(origin: string): Promise<void> {
  const browser = await startBrowser();
  const shifts: string[] = [];
  const violations: string[] = [];
  for (const [name, pathname] of inBoth) {
    for (const width of [360, 1280]) {
      const page = await browser.newPage({ viewport: { width, height: 800 } });
      const shift = await layoutShift(page, origin + pathname);
      if (shift > 0) shifts.push(`${name}, ${width} px: ${shift}`);
      await page.close();
    }
    violations.push(...(await axeViolations(browser, origin + pathname)).map((found) => `${name}, ${found}`));
  }
  await browser.close();
  report('pages that move (CLS above 0)', `${shifts.length} of ${inBoth.length * 2} visits`, shifts);
  report('axe violations', `${violations.length} in ${inBoth.length * looks.length} visits`, violations);
}

async function reportLighthouse(origin: string): Promise<void> {
  const chosen = inBoth.filter(([name]) => mostRead.includes(name.replace(' (简)', '')));
  const results = await lighthouseScores(chosen.map(([, pathname]) => origin + pathname));
  for (const [name, pathname] of chosen) {
    const { scores, lost } = results.get(origin + pathname) ?? { scores: {}, lost: [] };
    const figures = Object.entries(scores).map(([category, score]) => `${category} ${score}`);
    report(`Lighthouse: ${name}`, figures.join(', '), lost);
  }
}

if (!existsSync(values.dir)) {
  console.error(`${values.dir}/ is missing: run npm run build, or name another folder with --dir`);
  process.exit(1);
}
reportLoads();
const errors = await htmlErrors(values.dir);
report('html-validate errors', `${errors.length} in ${files.length} pages`, errors);
const site = await serve(values.dir);
await reportBrowser(site.origin);
if (values.lighthouse) await reportLighthouse(site.origin);
await site.close();

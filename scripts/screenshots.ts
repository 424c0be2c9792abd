/**
 * Takes pictures of each kind of page for people to look at: npm run screenshots -- [--dir DIR] [--out DIR] [--only KIND]
 * Both scripts, phone and desktop, light and dark.
 */
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startBrowser } from '../tests/support/browser.ts';
import { undrawable } from '../tests/support/glyphs.ts';
import { serve } from '../tests/support/serve.ts';
import { looks } from './audit/axe.ts';
import { pageFiles } from './audit/html.ts';
import { samplesOf } from './audit/kinds.ts';

const { values } = parseArgs({
  options: {
    dir: { type: 'string', default: 'dist' },
    out: { type: 'string', default: '.cache/screenshots' },
    only: { type: 'string' },
  },
});

if (!existsSync(values.dir)) {
  console.error(`${values.dir}/ is missing: run npm run build, or name another folder with --dir`);
  process.exit(1);
}
/** Characters of both scripts. */
const sample = '評論文庫评论简体';

const noFont = `no-chinese-font: the browser has no font with Chinese characters, and the pictures would show boxes.
    Install one (Debian, Ubuntu: apt install fonts-noto-cjk; Fedora: dnf install google-noto-serif-cjk-fonts; Alpine:
    apk add font-noto-cjk), or name a browser that has one: CHROMIUM_PATH=/path/to/chromium npm run screenshots`;

const paths = pageFiles(values.dir).map((file) =>
  `/${file.replace(/\\/g, '/')}`.replace(/\/index\.html$/, '/'),
);
const samples = samplesOf(paths).filter(([name]) => values.only === undefined || name === values.only);
const site = await serve(values.dir);
const browser = await startBrowser();
const blank = await browser.newPage();
if ((await undrawable(blank, sample)).length > 0) {
  console.error(noFont);
  process.exit(1);
}
await blank.close();
mkdirSync(values.out, { recursive: true });
let count = 0;
for (const { colorScheme, width } of looks) {
  const context = await browser.newContext({
    colorScheme,
    viewport: { width, height: width < 500 ? 780 : 900 },
  });
  const page = await context.newPage();
  for (const [name, pathname] of samples) {
    for (const [script, prefix] of [
      ['hant', ''],
      ['hans', '/zh-hans'],
    ]) {
      if (prefix !== '' && !paths.includes(prefix + pathname)) continue;
      await page.goto(site.origin + prefix + pathname);
      const file = [name.replaceAll(' ', '-'), script, width, colorScheme].join('_');
      await page.screenshot({ path: path.join(values.out, `${file}.png`), fullPage: true });
      count++;
    }
  }
  await context.close();
}
await browser.close();
await site.close();
console.log(`${count} pictures in ${values.out}/`);

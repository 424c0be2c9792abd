/** Pictures of a site are of use only where the browser can draw Chinese, and are not taken where it cannot. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, inject, it } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { undrawable } from '../support/glyphs.ts';

const { root } = inject('sites');
const { scratch } = inject('folders');

/** A slice of a face in which a character is. */
function faceWith(character: string): string {
  const folder = 'node_modules/@fontsource-variable/noto-serif-sc';
  const code = character.codePointAt(0)?.toString(16) ?? '';
  const faces = readFileSync(`${folder}/wght.css`, 'utf8').split('@font-face');
  const face = faces.find((each) => new RegExp(`U\\+${code}\\b`, 'i').test(each)) ?? '';
  const [, file = ''] = /url\(([^)]+\.woff2)\)/.exec(face) ?? [];
  return readFileSync(path.join(folder, file)).toString('base64');
}

it('a character is told from the box that stands for one without a shape', async () => {
  const browser = await startBrowser();
  const page = await browser.newPage();
  const source = `url(data:font/woff2;base64,${faceWith('万')})`;
  await page.setContent(`<style>@font-face{font-family:f;src:${source}}body{font-family:f}</style>万`);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  expect(await undrawable(page, '万\u{10fffc}')).toEqual(['\u{10fffc}']);
  await browser.close();
});

// Elsewhere browsers take the fonts of the system, whatever they are told.
it.runIf(process.platform === 'linux')(
  'without a Chinese font no picture is taken, and the error says what to install',
  () => {
    const folder = path.resolve(scratch, 'no-fonts');
    const out = path.join(folder, 'pictures');
    mkdirSync(path.join(folder, 'empty'), { recursive: true });
    const list = `<fontconfig><dir>${folder}/empty</dir><cachedir>${folder}/cache</cachedir></fontconfig>`;
    writeFileSync(path.join(folder, 'fonts.conf'), `<?xml version="1.0"?>${list}`);
    const { status, stderr } = spawnSync(
      process.execPath,
      ['scripts/screenshots.ts', '--dir', root, '--only', '404', '--out', out],
      { encoding: 'utf8', env: { ...process.env, FONTCONFIG_PATH: folder } },
    );
    expect(status).toBe(1);
    expect(stderr).toContain('no-chinese-font');
    expect(stderr).toContain('fonts-noto-cjk');
    expect(existsSync(out)).toBe(false);
  },
);

/**
 * Draws the images of the site in a browser, so that Chinese is set properly: node scripts/images.ts
 * They are kept in `public/`; run this again only when the name or the colours of the site change.
 */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { startBrowser } from '../tests/support/browser.ts';

const icon = readFileSync('public/favicon.svg', 'utf8');

/** The card that stands for the site where a page of it is linked. */
const card = `<!doctype html><html lang="zh-Hant-HK"><meta charset="utf-8"><style>
  body { margin: 0; width: 1200px; height: 630px; box-sizing: border-box; padding: 56px 72px; background: #fafaf6;
    color: #191d1b; display: grid; grid-template-columns: 1fr auto; column-gap: 64px;
    font-family: "Noto Serif HK", "Noto Serif CJK HK", "Songti TC", serif; }
  .text { display: flex; flex-direction: column; justify-content: space-between; border-block: 8px solid;
    outline: 2px solid; outline-offset: 5px; clip-path: inset(-9px 0); padding: 32px 8px; }
  p { margin: 0 } .tagline { font-size: 52px; line-height: 1.5; font-weight: 700; letter-spacing: .04em }
  .latin { font: 28px/1 "Noto Sans HK", "Noto Sans CJK HK", sans-serif; letter-spacing: .3em; text-transform: uppercase; color: #0e5a4a }
  .name { writing-mode: vertical-rl; font-size: 108px; font-weight: 700; letter-spacing: .06em; line-height: 1.25;
    text-align: center; border-inline: 2px solid; outline: 8px solid; outline-offset: 5px; margin: 13px; }
</style><div class="text"><p class="tagline">香港報章評論<br>逐字可查</p><p class="latin">Op-ed Archive</p></div><p class="name">評論文庫</p></html>`;

const iconPage = (size: number, share: number) =>
  `<!doctype html><meta charset="utf-8"><style>body{margin:0;background:${share < 1 ? '#0e5a4a' : 'transparent'};display:grid;place-items:center;width:${size}px;height:${size}px}svg{width:${share * 100}%;height:${share * 100}%}</style>${icon}`;

async function draw(page: Page, html: string, width: number, height: number, file: string): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.setContent(html);
  await page.screenshot({ path: `public/${file}`, omitBackground: true });
}

const browser = await startBrowser();
const page = await browser.newPage();
await draw(page, card, 1200, 630, 'card.png');
await draw(page, iconPage(192, 1), 192, 192, 'icon-192.png');
await draw(page, iconPage(512, 1), 512, 512, 'icon-512.png');
await draw(page, iconPage(512, 0.8), 512, 512, 'icon-maskable.png');
await draw(page, iconPage(180, 0.8), 180, 180, 'apple-touch-icon.png');
await browser.close();

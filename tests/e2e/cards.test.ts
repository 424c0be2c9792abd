/** Cards of articles: drawn where they are asked for, with every character that Hong Kong prints. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Card, cardOf } from '../../scripts/cards/card.ts';
import { type Drawing, startDrawing } from '../../scripts/cards/draw.ts';
import type { ArticleRecord } from '../../src/article/record.ts';
import { ids } from '../support/library.ts';

const { root, library } = inject('sites');

/** Width and height of a PNG. */
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];

const imageIn = (page: string) => /property="og:image" content="([^"]*)"/.exec(page)?.[1] ?? '';

describe('a site with cards', () => {
  it.each(['', 'zh-hans'])('has one for each article under /%s', (locale) => {
    const page = readFileSync(path.join(library, locale, `articles/${ids.plain}/index.html`), 'utf8');
    const { pathname } = new URL(imageIn(page));
    expect(pathname).toBe(path.posix.join('/', locale, `articles/${ids.plain}.png`));
    expect(sizeOf(readFileSync(path.join(library, pathname)))).toEqual([1200, 630]);
    expect(page).toContain(`"image":"${imageIn(page)}"`);
  });

  it('shows none of an article that was withdrawn', () => {
    expect(existsSync(path.join(library, `articles/${ids.withdrawn}.png`))).toBe(false);
  });
});

it('a site without cards has the one of the site', () => {
  expect(imageIn(readFileSync(path.join(root, 'about/index.html'), 'utf8'))).toMatch(/\/card\.png$/);
  const [article] = readFileSync(path.join(root, 'data/articles.jsonl'), 'utf8').split('\n');
  const { id } = JSON.parse(article ?? '') as { id: string };
  expect(imageIn(readFileSync(path.join(root, `articles/${id}/index.html`), 'utf8'))).toMatch(/\/card\.png$/);
  expect(existsSync(path.join(root, `articles/${id}.png`))).toBe(false);
});

describe('a card', () => {
  let drawing: Drawing;
  beforeAll(async () => {
    drawing = await startDrawing();
  });
  afterAll(() => drawing?.close());

  const card = (title: string, roles: string[] = [], lang = 'zh-Hant-HK'): Card =>
    cardOf({ title, authors: [{ name: '陳勇', roles }] } as unknown as ArticleRecord, '評論文庫', lang);

  it.each(['zh-Hant-HK', 'zh-Hans-CN'])('has a shape for whatever is printed (%s)', async (lang) => {
    for (const title of [
      '鰂魚涌、深水埗、𨋢、㗎、𠺢、嚿、啲、咗、嘅、冚',
      '劏房与嗰个“国安”——……',
      '〔無題〕《》〈〉AI 5G ½ é',
    ]) {
      expect(Buffer.isBuffer(await drawing.draw(card(title, [], lang))), title).toBe(true);
    }
  });

  it('is not drawn with boxes in place of characters', async () => {
    expect(await drawing.draw(card('有\u{f0000}字'))).toEqual(['\u{f0000}']);
  });

  it('holds a long headline and cuts roles for which there is no room', async () => {
    const many = Array.from({ length: 40 }, (_, at) => `第${at}屆全國政協委員會常務委員`);
    const png = await drawing.draw(card('很長的標題'.repeat(24), many));
    expect(Buffer.isBuffer(png) && sizeOf(png)).toEqual([1200, 630]);
  });
});

import { describe, expect, it } from 'vitest';
import { parseByline } from '../../../scripts/ingest/byline.ts';
import { furnitureOf } from '../../../scripts/ingest/furniture.ts';

describe('author lines', () => {
  it.each([
    [
      '樓靖宇｜知識產權律師｜香港插畫師公會名譽法律顧問',
      '樓靖宇',
      ['知識產權律師', '香港插畫師公會名譽法律顧問'],
    ],
    ['市區重建區文化聯盟總監：步青陽', '步青陽', ['市區重建區文化聯盟總監']],
    [
      '撰文：鄒子謙　香港道路運輸學社執行幹事、元朗區議員',
      '鄒子謙',
      ['香港道路運輸學社執行幹事', '元朗區議員'],
    ],
  ])('%s', (text, name, roles) => {
    expect(parseByline(text)?.authors).toEqual([{ name, roles }]);
  });

  it.each(['香港稅務從業員公會前會長', '財政司司長：審慎', '行政長官強調'])('are not %s', (text) => {
    expect(parseByline(text)?.score ?? 0).toBeLessThan(1);
  });
});

describe('what is printed around op-eds', () => {
  it.each([
    '版面責編：梁曉嵐',
    '美術設計：阿禾',
    '【資料圖片：控制室】',
    '海濱日報　Ａ１８　論壇',
    '論壇（續）',
    '本版文章為作者個人意見',
  ])('%s is furniture', (text) => {
    expect(furnitureOf(text)?.score).toBeGreaterThanOrEqual(4);
  });

  it.each([
    '以上是筆者的看法，希望特區政府認真考慮，切實回應市民訴求。',
    '數碼製作：本地動畫業的出路',
    '文：李小明　插圖：王小梅',
    '大家看',
    '強制舉報',
  ])('%s is text', (text) => {
    expect(furnitureOf(text)?.score ?? 0).toBeLessThan(4);
  });
});

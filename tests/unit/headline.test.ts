import { describe, expect, it } from 'vitest';
import { headlineParts, headlineWords } from '../../src/text/headline.ts';

describe('a headline', () => {
  it('breaks at its printed space, and after a mark that ends a part', () => {
    expect(headlineParts('進軍中亞新市場 強化香港聯通全球角色')).toEqual([
      '進軍中亞新市場',
      ' ',
      '強化香港聯通全球角色',
    ]);
    expect(headlineParts('四年八個月？先看看你家有幾多人')).toEqual(['四年八個月？', '先看看你家有幾多人']);
    expect(headlineParts('問：誰說「為甚麼？！」的')).toEqual(['問：', '誰說「為甚麼？！」的']);
    expect(headlineParts('宿位從何而來？')).toEqual(['宿位從何而來？']);
    expect(headlineParts('Hong Kong AI')).toEqual(['Hong Kong AI']);
  });

  it('breaks between words, and leaves marks where they belong', () => {
    expect(headlineWords('漂亮成績單背後的三道功課')).toContain('背後');
    for (const text of ['「百年一遇」的雨，為何年年都遇？', '一國兩制——行穩致遠……', '香港AI（下）']) {
      const words = headlineWords(text);
      expect(words.join('')).toBe(text);
      for (const word of words.slice(1)) expect(word).not.toMatch(/^[，。？」）…—]/);
      for (const word of words.slice(0, -1)) expect(word).not.toMatch(/[「（—…]$/);
    }
  });
});

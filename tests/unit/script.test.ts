import fc from 'fast-check';
import { Converter, Locale } from 'opencc-js';
import { describe, expect, it } from 'vitest';
import { byCharacter, type Passes } from '../../src/text/by-character.ts';
import { mainlandWords } from '../../src/text/mainland.ts';
import { convert, interfaceIn, otherScript } from '../../src/text/script.ts';
import { voiceIn } from '../../src/voice.ts';

describe('convert', () => {
  it('leaves a text alone in its own script', () => {
    expect(convert('着重於這裏的頭髮', 'zh-Hant', 'zh-Hant')).toBe('着重於這裏的頭髮');
    expect(convert('后来', 'zh-Hans', 'zh-Hans')).toBe('后来');
  });

  it('turns Hong Kong Traditional into Simplified', () => {
    expect(convert('醫療衞生、軟件、皇后、乾淨、嘆為觀止、隨着', 'zh-Hant', 'zh-Hans')).toBe(
      '医疗卫生、软件、皇后、干净、叹为观止、随着',
    );
  });

  it('keeps what Simplified prints as it is, whatever the tables say', () => {
    expect(convert('劏房、嗰個、赤鱲角、黃竹輋、喎', 'zh-Hant', 'zh-Hans')).toBe(
      '劏房、嗰个、赤鱲角、黄竹輋、喎',
    );
  });

  it('turns Simplified into what Hong Kong newspapers print, by phrase', () => {
    expect(convert('头发、发展、皇后、后来、一只、只有、公里、这里', 'zh-Hans', 'zh-Hant')).toBe(
      '頭髮、發展、皇后、後來、一隻、只有、公里、這裏',
    );
    expect(convert('说明、税务、群众、面条、床铺、脱离、阅读、锐意', 'zh-Hans', 'zh-Hant')).toBe(
      '說明、稅務、群眾、麵條、床鋪、脫離、閱讀、銳意',
    );
  });

  it('leaves marks, figures and Latin alone', () => {
    const text = '——「AI」……〔〕《》100~200 <b>&amp;</b>';
    expect(convert(text, 'zh-Hant', 'zh-Hans')).toBe(text);
  });
});

describe('conversion by character', () => {
  const library = Converter({ from: 'hk', to: 'cn' });
  const passes = Locale.configs?.hk2s as unknown as Passes;
  const entries = [
    ...(passes.normalizationChain ?? []),
    passes.segmentation ?? [],
    ...passes.conversionChain,
  ].flatMap((group) => group.flatMap((dictionary) => dictionary.split(/[| ]/)));

  it('gives what OpenCC gives, whatever parts of phrases stand beside each other', () => {
    const quick = byCharacter(library, passes);
    const whole = fc.constantFrom(...entries);
    const end = whole.map((word) => Array.from(word).slice(1).join(''));
    const start = whole.map((word) => Array.from(word).slice(0, -1).join(''));
    const text = fc.array(fc.oneof(whole, start, end, fc.string({ unit: 'binary', maxLength: 3 })));
    fc.assert(
      fc.property(text, (parts) => {
        expect(quick(parts.join(''))).toBe(library(parts.join('')));
      }),
      { numRuns: 3000 },
    );
  });

  it('leaves everything to OpenCC where characters are not told apart', () => {
    const longer: Passes = { conversionChain: [['甲 甲乙']] };
    const convert = (text: string) => text.replaceAll('甲', '甲乙');
    expect(byCharacter(convert, longer)).toBe(convert);
  });
});

describe('the interface', () => {
  it('is written once and speaks both scripts', () => {
    expect(interfaceIn('zh-Hant')('搜尋')).toBe('搜尋');
    expect(interfaceIn('zh-Hans')('關於本站')).toBe('关于本站');
    expect(otherScript('zh-Hans')).toBe('zh-Hant');
  });

  it('says to mainland readers what they say, and leaves the words of texts alone', () => {
    expect(interfaceIn('zh-Hans')('搜尋全文；檢視檔案；複製連結')).toBe('搜索全文；查看文件；复制链接');
    const text = '搜尋檔案，點按連結';
    expect(voiceIn('zh-Hans').show({ text, lang: 'zh-Hant' })).toBe('搜寻档案，点按连结');
    for (const [hongKong, said] of mainlandWords) {
      expect(convert(hongKong, 'zh-Hant', 'zh-Hans')).toBe(hongKong);
      expect(convert(said, 'zh-Hant', 'zh-Hans')).toBe(said);
    }
  });
});

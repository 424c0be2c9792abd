/** Arbitraries of the texts that dumps are made of, and of those that nobody would print. */
import fc from 'fast-check';

const prose = [
  '香港特區政府應當把握國家發展的機遇，主動對接「十五五」規劃，推動創科與產業融合。',
  '這份報告，理想得像一座建於真空的城市，',
  '卻不知道是誰應該去鋪路？',
  '　　數據顯示，去年訪港旅客達4,450萬人次，按年上升31%。',
  '他說：「沒有調查，就沒有發言權。」',
  'OpenAI 於2022年底推出 ChatGPT，令生成式AI走進大眾視野。',
  '教育是國家根本',
];
const furniture = [
  '責任編輯：陳大文',
  '文匯報  A12  評論  2026年6月8日',
  '（本文僅代表作者個人觀點）',
  '資料圖片',
  '逢周三刊出',
  '- 12 -',
  '作者為香港大學教授。',
];
const heads = [
  '進軍中亞新市場 強化香港聯通全球角色',
  '譚錦球 全國政協常委 香港友好協進會會長',
  '文／黃冰芬',
  '陳　勇',
  '港事港心',
  '筆陣：AI時代的教育　文：李家超',
  '（一）完善制度',
  '一、開拓市場',
  '魏明德博士 全國政協委員',
];
const markup = [
  '<AI>是甚麼？',
  '{模型}',
  'C:\\數據\\a_b*c~d`e',
  'import fs from "fs"',
  'export const a = 1',
  '# 一 #',
  '#',
  '---',
  '- 一',
  '+ 二',
  '* 三',
  '1. 四',
  '5) 五',
  '> 六',
  '>七',
  '| 甲 | 乙 |',
  '|---|---|',
  '=== ',
  ':::note',
  '```js',
  '~~~',
  '[^1]: 註',
  '[a]: https://example.org',
  '![圖](a.png)',
  'https://example.org/a_b?c=d&e=f#g',
  'www.example.org 與 a.b@example.org、<mailto:a@b.hk>',
  '&amp; &lt;b&gt; &#65; &copy; &nbsp;',
  '<!-- 註 -->',
  '<br/> <script>alert(1)</script>',
  '{{b}} {/* c */} $' + '{a}',
  '"直引號" \'單引號\' -- ... (c)',
  '\\',
  '\\\\ \\* \\{',
  '    四格',
];
const marks = [
  '\0',
  '\u0085',
  '\u200b',
  '\u2028',
  '\u2029',
  '\ufeff',
  '\f',
  '\v',
  '\u0301',
  '𠮷',
  '👩‍👧',
  '\u3000',
];

/** One line of a dump. */
export const line: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...prose) },
  { weight: 2, arbitrary: fc.constantFrom(...heads) },
  { weight: 1, arbitrary: fc.constantFrom(...furniture) },
  { weight: 2, arbitrary: fc.constantFrom(...markup) },
  { weight: 3, arbitrary: fc.constant('') },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom(...marks, '中', '文', '。', 'a', ' ') }) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...prose, ...heads, ...markup), fc.constantFrom(...marks), fc.nat())
      .map(([text, mark, at]) => {
        const characters = [...text];
        characters.splice(at % (characters.length + 1), 0, mark);
        return characters.join('');
      }),
  },
);

const lineEnd = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r', '\n\n');

/** The text of a whole dump. */
export const dumpText: fc.Arbitrary<string> = fc
  .array(fc.tuple(line, lineEnd), { maxLength: 40 })
  .map((lines) => lines.flat().join(''));

/** A text as it may stand in a block of an article: one trimmed line that a page can show. */
export const blockText: fc.Arbitrary<string> = fc
  .array(fc.oneof(line, fc.string({ unit: fc.constantFrom(...'\\`*_~{}[]()<>&#;:|!+-=.1@/ \tahw中') })), {
    minLength: 1,
    maxLength: 3,
  })
  .map((parts) =>
    parts
      .join('')
      .replace(/(?!\t)\p{Cc}|[\ufeff\ufffe\uffff]/gu, '')
      .trim(),
  )
  .filter((text) => text !== '');

import fc from 'fast-check';
import { evaluate, markdownToHast } from 'satteri';
import { describe, expect, it } from 'vitest';
import { readPlainBody, writeBody } from '../../../src/article/body.ts';
import { blocksOfMarkdown } from '../../../src/article/markdown.ts';
import type { Block } from '../../../src/article/schema.ts';
import { blockText } from '../../support/texts.ts';

type Node = { type: string; tagName?: string; value?: string; children?: Node[] };
type Element = { tag: unknown; children: unknown };

const block: fc.Arbitrary<Block> = fc.record({
  kind: fc.constantFrom('p' as const, 'h' as const),
  text: blockText,
});
const p = (text: string): Block => ({ kind: 'p', text });

const kindOf: Record<string, Block['kind']> = { p: 'p', h2: 'h' };

function textIn(children: unknown): string {
  if (Array.isArray(children)) return children.map(textIn).join('');
  if (typeof children === 'string') return children;
  if (children === undefined) return '';
  const { tag, children: inner } = children as Element;
  return tag === 'a' ? textIn(inner) : `<${String(tag)}>${textIn(inner)}`;
}

/** Compiles a body as MDX and runs the program, as a page would; every tag inside a block is shown, save links. */
function run(body: string, gfm: boolean): Block[] {
  const jsx = (tag: unknown, props: unknown): unknown =>
    typeof tag === 'function' ? tag(props) : { tag, children: (props as { children?: unknown }).children };
  const program = evaluate(body, {
    jsx,
    jsxs: jsx,
    Fragment: 'root',
    features: { gfm, smartPunctuation: false },
  });
  expect(Object.keys(program)).toEqual(['default']);
  const root = (program as { default: (props: object) => Element }).default({});
  const elements = root.tag === 'root' ? [root.children].flat() : [root];
  return (elements as (Element | string)[])
    .filter((element) => typeof element !== 'string')
    .map((element) => ({ kind: kindOf[String(element.tag)] ?? 'p', text: textIn(element.children) }));
}

/** Blocks as plain Markdown gives them. */
function asMarkdown(body: string, gfm: boolean): unknown[] {
  const textOf = ({ type, tagName, value, children = [] }: Node): string => {
    if (type === 'text') return value ?? '';
    return `${tagName === 'a' ? '' : `<${tagName}>`}${children.map(textOf).join('')}`;
  };
  const { children = [] } = markdownToHast(body, { features: { gfm, smartPunctuation: false } }) as Node;
  return children
    .filter(({ type, value }) => type !== 'text' || value?.trim() !== '')
    .map(({ tagName = '', children: inner = [] }) => ({
      kind: kindOf[tagName],
      text: inner.map(textOf).join(''),
    }));
}

const printed = [
  '<AI>時代的來臨',
  '{模型}與{數據}',
  'C:\\數據\\新建',
  'import 是甚麼',
  'import fs from "fs"',
  'export default 1',
  'exports 不是 export',
  '#標題',
  '# 標題 #',
  '###',
  '- 一',
  '+ 一',
  '* 一',
  '1. 一',
  '1) 一',
  '2026. 一',
  '> 引',
  '>引',
  '---',
  '===',
  '***',
  '| 甲 | 乙 |',
  '|---|---|',
  '一*二*三**四**',
  '一_二_三 __四__',
  '100~200、~~刪~~',
  '`code` ```',
  'https://example.org/a_b?c=d&e=f#g',
  'http://example.org、ftp://example.org、www.example.org',
  '來信 opinion@example.com.hk 或 <a.b@example.org>',
  '<https://example.org>',
  '&amp; &lt; &#65; &copy &nbsp;',
  '[一](二) ![三](四) [五][六] [^七]',
  '[甲]: https://example.org',
  '<!-- 註 -->',
  '</p><script>alert(1)</script>',
  '$' + '{a} {{b}} {/* c */}',
  ':::note',
  '一\\',
  '\\* \\{ \\\\',
  '"直" \'引\' -- --- ...',
  '一  二\t三',
  '一\u2028二\u2029三\u00a0四',
  '葛\u{e0100}城 é e\u0301 Å',
];

describe('the body of an article', () => {
  it.each(printed)('shows %j as it was printed', (text) => {
    for (const kind of ['p', 'h'] as const) {
      const blocks = [p('前文。'), { kind, text }, p('後文。')];
      const body = writeBody(blocks);
      expect(readPlainBody(body)).toEqual(blocks);
      expect(blocksOfMarkdown(body)).toEqual(blocks);
      for (const gfm of [false, true]) expect(run(body, gfm)).toEqual(blocks);
    }
  });

  it('is read back as it was written, whatever it says', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 6 }), (blocks) => {
        expect(readPlainBody(writeBody(blocks))).toEqual(blocks);
      }),
      { numRuns: 1000 },
    );
  });

  it('comes out of the Markdown reader of the site with the same characters', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 4 }), (blocks) => {
        expect(blocksOfMarkdown(writeBody(blocks))).toEqual(blocks);
      }),
      { numRuns: 1000 },
    );
  });

  it('runs as MDX to the same characters, and to nothing else', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), fc.boolean(), (blocks, gfm) => {
        expect(run(writeBody(blocks), gfm)).toEqual(blocks);
      }),
      { numRuns: 1000 },
    );
  });

  it('is the same in a reader of plain Markdown, with the extensions of GitHub or without', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), fc.boolean(), (blocks, gfm) => {
        expect(asMarkdown(writeBody(blocks), gfm)).toEqual(blocks);
      }),
      { numRuns: 1000 },
    );
  });

  it('is told apart from a body into which a person wrote Markdown', () => {
    for (const body of [
      '一段**強調**。\n',
      '- 一\n- 二\n',
      '<Note>一</Note>\n',
      '一\n二\n',
      '一\n# 二\n',
      '### 一\n',
      '{1 + 1}\n',
    ])
      expect(readPlainBody(body), body).toBeUndefined();
    expect(readPlainBody('')).toEqual([]);
    expect(writeBody([])).toBe('');
  });
});

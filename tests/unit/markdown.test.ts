import { describe, expect, it } from 'vitest';
import { blocksOfMarkdown, finishHtml } from '../../src/article/markdown.ts';

const nothing = () => ({ before: '', after: '' });

describe('blocksOfMarkdown', () => {
  it('reads text without its markup', () => {
    expect(blocksOfMarkdown('## 小標題\n\n一段**強調**和[連結](https://example.org)。')).toEqual([
      { kind: 'h', text: '小標題' },
      { kind: 'p', text: '一段強調和連結。' },
    ]);
  });

  it('finds paragraphs in lists and quotations, and leaves programs out', () => {
    expect(blocksOfMarkdown('export const x = 1\n\n- 甲\n- 乙\n\n> 引文\n\n{x}\n\n共 {x} 項')).toEqual([
      { kind: 'p', text: '甲' },
      { kind: 'p', text: '乙' },
      { kind: 'p', text: '引文' },
      { kind: 'p', text: '共  項' },
    ]);
  });

  it('refuses what is no MDX', () => {
    expect(() => blocksOfMarkdown('<Open>')).toThrow();
  });
});

describe('finishHtml', () => {
  it('converts text, and neither tags nor attributes nor programs', () => {
    expect(
      finishHtml(
        '<p title="標題">標題</p><style>標題</style>',
        (text) => text.replace('標題', '标题'),
        nothing,
      ),
    ).toBe('<p title="標題" id="p1">标题</p><style>標題</style>');
  });

  it('numbers paragraphs, items without a paragraph, and headings', () => {
    const html = '<h2 id="own">甲</h2><ul><li>乙</li><li><p>丙</p></li></ul><h3>丁</h3><p> </p>';
    expect(finishHtml(html, (text) => text, nothing)).toBe(
      '<h2 id="h1">甲</h2><ul><li id="p1">乙</li><li><p id="p2">丙</p></li></ul><h3 id="h2">丁</h3><p> </p>',
    );
  });

  it('puts furniture at both ends of a block, as it is', () => {
    const furnish = (kind: string, n: number) => ({ before: '<i></i>', after: `<b>${kind}${n}標</b>` });
    expect(finishHtml('<p>標</p>', (text) => text.replaceAll('標', '标'), furnish)).toBe(
      '<p id="p1"><i></i>标<b>p1標</b></p>',
    );
  });

  it('keeps entities', () => {
    expect(finishHtml('<p>a &lt;b&gt; &amp; c</p>', (text) => text, nothing)).toBe(
      '<p id="p1">a &lt;b&gt; &amp; c</p>',
    );
  });
});

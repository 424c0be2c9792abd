/** What a person writes into the corrections is done, and nothing else changes. */
import { readFileSync, writeFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../src/article/report.ts';
import { type Desk, newDesk, seedDumps } from '../../support/ingest.ts';

const [file = ''] = Object.keys(seedDumps());
const ids = { ai: '3pskq6k4', xiongan: '5bbh0q7z', asia: '5fx9apsf', korea: 'mwrtd2h9', rmb: 'jq5pgmra' };

/** The seeds as ingested, then ingested again under corrections. */
function corrected(yaml: string): { desk: Desk; report: Report; before: Record<string, string> } {
  const desk = newDesk(seedDumps());
  desk.run();
  const before = desk.written();
  desk.correct(yaml);
  const { report, exitCode } = desk.run();
  expect(exitCode).toBe(0);
  return { desk, report, before };
}

/** Article files that differ from what they were. */
function touched(desk: Desk, before: Record<string, string>): string[] {
  const after = desk.written();
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((path) => path.startsWith('articles/') && before[path] !== after[path])
    .map((path) => path.slice('articles/'.length, -'.mdx'.length))
    .sort();
}

const unmatched = (report: Report): string[] =>
  report.problems.filter(({ code }) => code === 'unmatched-correction').map(({ message }) => message);

const paragraphs = (desk: Desk, id: string): string[] =>
  desk
    .article(id)
    .blocks.filter(({ kind }) => kind === 'p')
    .map(({ text }) => text);
const subheads = (desk: Desk, id: string): string[] =>
  desk
    .article(id)
    .blocks.filter(({ kind }) => kind === 'h')
    .map(({ text }) => text);

describe('fields', () => {
  it('are set, or taken away with null, in the one article', () => {
    const { desk, report, before } = corrected(`
fields:
  - id: ${ids.ai}
    set:
      title: 另一個題目
      authors: [{ name: 某君, honorific: 博士, roles: [主席], kind: pen-name }]
      series: null
      seriesPart: 上
      standfirst: null
      topics: [law]
      date: 2026-06-08
      publication: 測試日報
      page: A12
    reason: 試
`);
    expect(touched(desk, before)).toEqual([ids.ai]);
    const { frontmatter } = desk.article(ids.ai);
    expect(frontmatter).toMatchObject({
      title: '另一個題目',
      authors: [{ name: '某君', honorific: '博士', roles: ['主席'], kind: 'pen-name' }],
      seriesPart: '上',
      topics: ['law'],
      date: '2026-06-08',
      publication: '測試日報',
      page: 'A12',
      review: [],
    });
    expect(frontmatter).not.toHaveProperty('series');
    expect(frontmatter).not.toHaveProperty('standfirst');
    expect(unmatched(report)).toEqual([]);
    // The ledger keeps what was read in their place, and nothing for what was not printed.
    const read = desk.ledger(file).articles.find(({ id }) => id === ids.ai)?.read;
    expect(read).toMatchObject({ title: '鑰定未來：香港AI與創科轉型之路', authors: [{ name: '冼漢迪' }] });
    expect(read?.standfirst).toMatch(/^長久以來/);
    expect(read).not.toHaveProperty('date');
    expect(desk.ledger(file).articles.filter((each) => 'read' in each)).toHaveLength(1);
  });

  it('that are set settle their doubt, and it is not listed again', () => {
    const { desk, report } = corrected(`fields: [{ id: ${ids.ai}, set: { title: 另一個題目 }, reason: 試 }]`);
    expect(desk.article(ids.ai).frontmatter.review).not.toContain('no-headline');
    expect(report.doubts.filter(({ article }) => article === ids.ai)).toEqual([]);
  });

  it('can say that a person has looked', () => {
    const { desk, report } = corrected(`fields: [{ id: ${ids.ai}, set: {}, reviewed: true, reason: 看過 }]`);
    expect(desk.article(ids.ai).frontmatter).toMatchObject({ review: [] });
    expect(desk.article(ids.ai).frontmatter.title).toBe('鑰定未來：香港AI與創科轉型之路');
    expect(report.doubts.filter(({ article }) => article === ids.ai)).toEqual([]);
  });
});

describe('slips', () => {
  it.each([
    ['title', '雄安', '熊安'],
    ['author', '黃冰芬', '黃冰芳'],
    ['role', '港澳研究會', '港澳學會'],
    ['subhead', '周到', '週到'],
    ['paragraph', '千年大計', '百年大計'],
  ])('are mended in the %s, and the ledger keeps what was printed', (place, from, to) => {
    const { desk, report, before } = corrected(
      `slips: [{ id: ${ids.xiongan}, in: ${place}, from: ${from}, to: ${to}, reason: 試 }]`,
    );
    expect(touched(desk, before)).toEqual([ids.xiongan]);
    const after = desk.written();
    const article = (files: Record<string, string>): string => files[`articles/${ids.xiongan}.mdx`] ?? '';
    expect(article(after)).not.toBe(article(before));
    if (place !== 'title') expect(article(after)).toBe(article(before).replaceAll(from, to));
    expect(desk.ledger(file).spans).toEqual(
      JSON.parse(before[`ledger/${file.replace('.txt', '.json')}`] ?? '').spans,
    );
    expect(unmatched(report)).toEqual([]);
  });

  it('are mended in the place named and in no other', () => {
    const { desk } = corrected(
      `slips: [{ id: ${ids.xiongan}, in: title, from: 雄安, to: 熊安, reason: 試 }]`,
    );
    expect(desk.article(ids.xiongan).frontmatter.title).toBe('借鑒熊安經驗 因地制宜嵌入北都區建設');
    expect(paragraphs(desk, ids.xiongan).join('')).not.toContain('熊安');
  });

  it('are mended in standfirst and series', () => {
    const { desk, report } = corrected(`
slips:
  - { id: ${ids.ai}, in: standfirst, from: 金融之都, to: 金融之城, reason: 試 }
  - { id: ${ids.ai}, in: series, from: 香港AI, to: 香港人工智能, reason: 試 }
`);
    const { standfirst, series } = desk.article(ids.ai).frontmatter;
    expect(standfirst).toContain('金融之城');
    expect(series).toContain('香港人工智能');
    expect(unmatched(report)).toEqual([]);
  });
});

describe('lines', () => {
  const line = (more: string): string => `lines: [{ file: ${file}, ${more}, reason: 試 }]`;

  it('become what they are labelled: a paragraph', () => {
    const { desk, before } = corrected(line('line: 45, label: paragraph'));
    expect(touched(desk, before)).toEqual([ids.xiongan]);
    expect(subheads(desk, ids.xiongan)).not.toContain('民生服務周到實惠');
    expect(paragraphs(desk, ids.xiongan).join('')).toContain('民生服務周到實惠');
  });

  it('become what they are labelled: a subhead', () => {
    const { desk } = corrected(line('line: 53, label: subhead'));
    expect(subheads(desk, ids.xiongan)).toContain('初就全面排查、提前規避傳統城市弊病。');
  });

  const outOfTheArticle = (label: string): void => {
    const { desk, before } = corrected(line(`line: 45, label: ${label}`));
    expect(touched(desk, before)).toEqual([ids.xiongan]);
    expect(desk.written()[`articles/${ids.xiongan}.mdx`]).not.toContain('民生服務周到實惠');
    const spans = desk.ledger(file).spans.filter((span) => span.line === 45);
    expect(spans).toMatchObject([{ label, from: 0, to: 8 }]);
    expect(spans[0]).not.toHaveProperty('article');
  };
  it('become what they are labelled: furniture', () => outOfTheArticle('furniture'));
  it('become what they are labelled: text without a place', () => outOfTheArticle('unplaced'));

  const heading = (label: string): void => {
    const desk = newDesk({ [file]: seedDumps()[file] ?? '' });
    desk.correct(line(`line: 3, label: ${label}`));
    desk.run();
    expect(desk.article(ids.ai).frontmatter).toMatchObject({ [label]: '鑰定未來：香港AI與創科轉型之路' });
    expect(desk.ledger(file).spans[0]).toMatchObject({ line: 3, label });
  };
  it('become what they are labelled: the title', () => heading('title'));
  it('become what they are labelled: the series', () => heading('series'));

  it('become what they are labelled: a standfirst, a byline', () => {
    const { desk } = corrected(`
lines:
  - { file: ${file}, line: 43, label: standfirst, reason: 試 }
  - { file: ${file}, line: 95, label: byline, reason: 試 }
`);
    expect(desk.article(ids.xiongan).frontmatter.standfirst).toMatch(/^雄安新區，作為國家/);
    expect(desk.article(ids.korea).frontmatter.authors).toMatchObject([{ name: '何志平' }]);
  });

  it('can be named as a range', () => {
    const { desk } = corrected(line('line: [43, 47], label: furniture'));
    expect(paragraphs(desk, ids.xiongan)[0]).toMatch(/^登上明珠一號/);
    expect(desk.ledger(file).spans.filter((span) => span.line >= 43 && span.line <= 47)).toMatchObject([
      { label: 'furniture' },
      { label: 'furniture' },
      { label: 'furniture' },
    ]);
  });

  it('begin an article, and the first one keeps its id', () => {
    const { desk, before } = corrected(line('line: 57, begins: true'));
    expect(paragraphs(desk, ids.xiongan).at(-1)).toMatch(/^從城市整體骨架/);
    const added = desk.ids().filter((id) => !(`articles/${id}.mdx` in before));
    expect(added).toHaveLength(1);
    expect(touched(desk, before)).toEqual([ids.xiongan, ...added].sort());
    expect(paragraphs(desk, added[0] ?? '')[0]).toMatch(/^雄安經驗對香港/);
  });

  it('begin none, and the id of the article that is gone leads to the one that took it in', () => {
    const { desk } = corrected(`
lines:
  - { file: ${file}, line: 93, begins: false, label: subhead, reason: 試 }
  - { file: ${file}, line: 95, label: paragraph, reason: 試 }
`);
    const [id = ''] = desk.ids().filter((each) => each === ids.asia || each === ids.korea);
    const gone = id === ids.asia ? ids.korea : ids.asia;
    expect(desk.ids()).toHaveLength(7);
    expect(subheads(desk, id)).toContain('中朝元首會晤 促地區和平發展');
    expect(desk.article(id).frontmatter.formerly).toEqual([gone]);
    desk.run();
    expect(desk.article(id).frontmatter.formerly).toEqual([gone]);
  });

  it.each([
    ['the first', 6, 2],
    ['the second', 2, 6],
  ])(
    'that made one article of two, %s the longer, leave both with their ids when they go',
    (_, first, second) => {
      const prose = (name: string, count: number): string[] =>
        Array.from(
          { length: count },
          (__, at) => `${name}發展需要新思維，政府應該積極推動第${at}項措施，市民亦要配合。`,
        );
      const article = (name: string, count: number): string[] => [
        `${name}的前路`,
        `陳大文 立法會議員`,
        ...prose(name, count),
      ];
      const lines = [...article('香港經濟', first), ...article('教育改革', second)];
      const desk = newDesk({ 'two.txt': lines.join('\n\n') });
      desk.run();
      const before = desk.written();
      const head = 2 * (first + 2) + 1;
      desk.correct(`
lines:
  - { file: two.txt, line: ${head}, begins: false, label: subhead, reason: 試 }
  - { file: two.txt, line: ${head + 2}, label: furniture, reason: 試 }
`);
      expect(desk.run().report.problems).toEqual([]);
      expect(desk.ids()).toHaveLength(1);
      expect(desk.articles()[0]?.frontmatter.formerly).toHaveLength(1);
      desk.correct('');
      desk.run();
      expect(desk.written()).toEqual(before);
    },
  );

  const paragraphsOfOne = [
    '金管局公布，外匯基金去年投資收入逾三千億元，創下歷史新高，社會各界為之雀躍。',
    '好消息背後有兩點值得留意，其一是收入近四成來自股票，而港股去年升幅屬於罕見。',
    '其二是美國減息步伐加快，債券收益勢必回落，今年的數字恐怕難以與去年相比。',
    '因此，政府不應把非經常性收入當作經常性開支的靠山，而應該設立平滑的機制。',
  ];

  it.each([
    ['paragraphs', ''],
    ['a standfirst', '  - { file: one.txt, line: [5, 9], label: standfirst, reason: 試 }\n'],
  ])('that parted an article after %s leave it its id when they go, and no address dies', (_, said) => {
    const desk = newDesk({
      'one.txt': ['外匯基金的前路', '陳大文 立法會議員', ...paragraphsOfOne].join('\n\n'),
    });
    const without = said && `lines:\n${said}`;
    desk.correct(without);
    desk.run();
    const [id = ''] = desk.ids();
    const before = desk.article(id);
    desk.correct(`
lines:
  - { file: one.txt, line: [5, 9], label: paragraph, reason: 試 }
  - { file: one.txt, line: 11, begins: true, reason: 試 }
`);
    desk.run();
    const parted = desk.ids().filter((each) => each !== id);
    expect(parted).toHaveLength(1);
    desk.correct(without);
    const { report } = desk.run();
    expect(report.problems).toEqual([]);
    expect(report.removed).toMatchObject([{ id: parted[0], into: id }]);
    expect(desk.article(id)).toEqual({
      ...before,
      frontmatter: { ...before.frontmatter, formerly: parted },
    });
    const after = desk.written();
    desk.correct(`# 註\n${without}`);
    desk.run();
    expect(desk.written()).toEqual(after);
  });

  it('that leave an article nothing but its headline lead its address to the one that has it', () => {
    const desk = newDesk({
      'one.txt': ['外匯基金的前路', '陳大文 立法會議員', ...paragraphsOfOne].join('\n\n'),
    });
    desk.run();
    const [id = ''] = desk.ids();
    desk.correct('lines: [{ file: one.txt, line: [5, 11], label: furniture, reason: 試 }]');
    desk.run();
    expect(desk.articles().map(({ frontmatter }) => frontmatter.id)).toEqual([id]);
    desk.correct('');
    expect(desk.run().report).toMatchObject({ problems: [], removed: [] });
    expect(desk.ids()).toEqual([id]);
  });

  it('in the middle of a hard-wrapped paragraph are that line alone', () => {
    const text = '香港經濟發展需要新思維，政府應該積極推動各項措施，市民亦要配合，方能走出困局。';
    const wrapped = (said: string): string[] => said.match(/.{1,20}/gu) ?? [];
    const body = Array.from({ length: 6 }, (_, at) => wrapped(`　　第${at}點，${text.repeat(2)}`)).flat();
    const lines = ['經濟的前路', '陳大文 立法會議員', ...body];
    const desk = newDesk({ 'wrapped.txt': lines.join('\n') });
    desk.run();
    const [{ blocks } = { blocks: [] }] = desk.articles();
    expect(blocks).toHaveLength(6);
    const at = 9;
    desk.correct(`
lines:
  - { file: wrapped.txt, line: ${at}, label: furniture, reason: 試 }
`);
    const { report } = desk.run();
    expect(unmatched(report)).toEqual([]);
    expect(desk.ledger('wrapped.txt').spans.filter(({ line: each }) => each === at)).toMatchObject([
      { label: 'furniture' },
    ]);
    const printed = lines.filter((_, index) => index !== at - 1).slice(2);
    const [after] = desk.articles();
    expect(after?.blocks.map((block) => block.text).join('')).toBe(printed.join('').replace(/\s/gu, ''));
    desk.correct(`
lines:
  - { file: wrapped.txt, line: ${at}, joins: false, reason: 試 }
`);
    desk.run();
    expect(desk.articles()[0]?.blocks.map(({ text: said }) => said)).toContainEqual(
      expect.stringMatching(new RegExp(`^${lines[at - 1]}`)),
    );
  });

  it('that make an article the second printing of another leave its address with the first', () => {
    const prose = (name: string): string[] =>
      Array.from(
        { length: 6 },
        (_, at) => `${name}的第${at}點，香港經濟發展需要新思維，政府應該積極推動各項措施，市民亦要配合。`,
      );
    const piece = ['劏房立法只是起點', '陳大文 立法會議員', ...prose('劏房')];
    const more = Array.from(
      { length: 12 },
      (_, at) =>
        `劏房租客第${at}封來信寫道，業主把水電費收得比公價貴一倍，冷氣漏水也無人修理，孩子只能在牀上寫功課。`,
    );
    const desk = newDesk({
      'a.txt': piece.join('\n\n'),
      'b.txt': [...piece, ...more].join('\n\n'),
    });
    desk.run();
    expect(desk.ids()).toHaveLength(2);
    const [first = '', second = ''] = ['a.txt', 'b.txt'].map(
      (name) =>
        desk.articles().find(({ frontmatter }) => frontmatter.sources[0]?.file === name)?.frontmatter.id,
    );
    desk.correct('lines: [{ file: b.txt, line: [17, 39], label: furniture, reason: 試 }]');
    desk.run();
    expect(desk.ids()).toEqual([first]);
    expect(desk.article(first).frontmatter.formerly).toEqual([second]);
  });

  it('of a headline over two lines are both its lines', () => {
    const body = Array.from(
      { length: 4 },
      (_, at) => `第${at}點，香港經濟發展需要新思維，政府應該積極推動各項措施。`,
    );
    const dump = ['劏房立法只是起點', '簡樸房制度須配合公屋供應', '陳大文 立法會議員', ...body];
    const desk = newDesk({ 'heads.txt': dump.join('\n') });
    desk.correct('lines: [{ file: heads.txt, line: [1, 2], label: title, reason: 試 }]');
    expect(desk.run().report.problems).toEqual([]);
    expect(desk.articles()[0]?.frontmatter).toMatchObject({
      title: '劏房立法只是起點 簡樸房制度須配合公屋供應',
    });
    expect(desk.articles()[0]?.frontmatter).not.toHaveProperty('series');
  });

  it('of the second half of a torn standfirst are a paragraph where they are said to be', () => {
    const half = (said: string): string =>
      `${said}外匯基金去年投資收入創歷史新高，財政司司長隨即表示當中部分會撥入政府帳目，`;
    const body = Array.from(
      { length: 4 },
      (_, at) => `第${at}點，香港經濟發展需要新思維，政府應該積極推動各項措施。`,
    );
    const dump = [
      '賺錢的年份更要居安思危',
      half('編者按：'),
      '有助紓緩連續三年的赤字，好消息背後有兩點值得留意。',
      ...body,
      '陳大文',
    ];
    const desk = newDesk({ 'torn.txt': dump.join('\n\n') });
    desk.correct('lines: [{ file: torn.txt, line: 5, label: paragraph, reason: 試 }]');
    desk.run();
    expect(desk.ledger('torn.txt').spans.filter((span) => span.line === 5)).toMatchObject([
      { label: 'paragraph' },
    ]);
  });

  it('name an author that is like no other', () => {
    const body = Array.from(
      { length: 4 },
      (_, at) => `第${at}點，香港經濟發展需要新思維，政府應該積極推動各項措施。`,
    );
    const desk = newDesk({ 'pen.txt': ['賺錢的年份更要居安思危', 'Q仔與豆腐花', ...body].join('\n\n') });
    desk.correct('lines: [{ file: pen.txt, line: 3, label: byline, reason: 試 }]');
    expect(desk.run().report.problems).toEqual([]);
    expect(desk.articles()[0]?.frontmatter.authors).toMatchObject([{ name: 'Q仔與豆腐花' }]);
  });

  it('begin an article wherever they say so', () => {
    const { desk, before, report } = corrected(line('line: 45, begins: true'));
    expect(report.problems).toEqual([]);
    expect(desk.ids().filter((id) => !(`articles/${id}.mdx` in before))).toHaveLength(1);
  });

  it('that no reading of the page can follow are told, with what the line is instead', () => {
    const { report } = corrected(line('line: 47, label: byline'));
    expect(report.problems).toMatchObject([
      { code: 'unheeded-correction', level: 'note', line: 1, message: expect.stringContaining('line 47 of') },
    ]);
  });

  it('can be pasted one proposal below the other', () => {
    const { desk, report } = corrected(`
lines:
  - { file: ${file}, line: 53, joins: false, reason: 試 }
fields:
  - { id: ${ids.ai}, set: { page: A12 }, reason: 試 }
lines:
  - { file: ${file}, line: 65, joins: true, reason: 試 }
fields:
  - { id: ${ids.ai}, set: { date: 2026-06-08 }, reason: 試 }
`);
    expect(report.problems).toEqual([]);
    expect(desk.article(ids.ai).frontmatter).toMatchObject({ page: 'A12', date: '2026-06-08' });
    expect(paragraphs(desk, ids.xiongan)).toContain('初就全面排查、提前規避傳統城市弊病。');
  });

  it('go on in the paragraph above, or do not', () => {
    const { desk } = corrected(`
lines:
  - { file: ${file}, line: 53, joins: false, reason: 試 }
  - { file: ${file}, line: 65, joins: true, reason: 試 }
`);
    const texts = paragraphs(desk, ids.xiongan);
    expect(texts).toContain('初就全面排查、提前規避傳統城市弊病。');
    expect(texts.at(-1)).toMatch(/^與雄安新區完整統一.*更加重視。雄安新區的成功驗證/);
  });

  it('are cut before the words named', () => {
    const { desk, before } = corrected(line('line: 43, splitBefore: 近日，'));
    const texts = paragraphs(desk, ids.xiongan);
    expect(texts[0]).toMatch(/到「拔節生長」。$/);
    expect(texts[1]).toMatch(/^近日，第十四屆/);
    expect(touched(desk, before)).toEqual([ids.xiongan]);
    expect(desk.ledger(file).spans.filter((span) => span.line === 43)).toMatchObject([
      { label: 'paragraph', block: 1, from: 0 },
      { label: 'paragraph', block: 2 },
    ]);
  });
});

describe('a withdrawn article', () => {
  const withdraw = `withdraw: [{ id: ${ids.korea}, reason: 應作者要求 }]`;

  it('leaves the archive, and the others stay as they were', () => {
    const { desk, report, before } = corrected(withdraw);
    expect(desk.ids()).not.toContain(ids.korea);
    expect(touched(desk, before)).toEqual([ids.korea]);
    expect(unmatched(report)).toEqual([]);
    expect(desk.run({ check: true }).exitCode).toBe(0);
  });

  it('that a person edited keeps its file, and a note says so, until it is forced', () => {
    const desk = newDesk(seedDumps());
    desk.run();
    const edited = `${readFileSync(desk.articleFile(ids.korea), 'utf8')}\n編者按。\n`;
    writeFileSync(desk.articleFile(ids.korea), edited);
    desk.correct(withdraw);
    for (let run = 0; run < 2; run++)
      expect(desk.run().report.problems).toMatchObject([{ code: 'edited-withdrawn', level: 'note' }]);
    expect(readFileSync(desk.articleFile(ids.korea), 'utf8')).toBe(edited);
    expect(desk.run({ force: [ids.korea] }).report.problems).toEqual([]);
    expect(desk.ids()).not.toContain(ids.korea);
  });

  it('that had taken another in leads the other id to it again when it comes back', () => {
    const merging = `
lines:
  - { file: ${file}, line: 93, begins: false, label: subhead, reason: 試 }
  - { file: ${file}, line: 95, label: paragraph, reason: 試 }
`;
    const { desk } = corrected(merging);
    const merged = desk.written();
    const [id = ''] = desk
      .articles()
      .flatMap(({ frontmatter }) => (frontmatter.formerly ? [frontmatter.id] : []));
    desk.correct(`${merging}withdraw: [{ id: ${id}, reason: 試 }]`);
    desk.run();
    desk.run();
    expect(desk.ids()).not.toContain(id);
    desk.correct(merging);
    desk.run();
    expect(desk.written()).toEqual(merged);
  });

  it('comes back under its id and byte for byte when the correction goes', () => {
    const { desk, before } = corrected(withdraw);
    desk.correct('');
    desk.run();
    expect(desk.written()).toEqual(before);
  });
});

describe('series', () => {
  it('of several spellings are one, under the name given', () => {
    const { desk, report } = corrected(
      `series: [{ name: 香港AI與創科, also: [鑰定未來：香港AI與創科轉型之路], reason: 試 }]`,
    );
    expect(desk.article(ids.ai).frontmatter.series).toBe('香港AI與創科');
    expect(unmatched(report)).toEqual([]);
  });
});

describe('people', () => {
  it('of several printed names are one', () => {
    const { desk, report, before } = corrected('people: [{ name: 黃冰芳, also: [黃冰芬], reason: 同一人 }]');
    expect(touched(desk, before)).toEqual([ids.xiongan]);
    expect(desk.article(ids.xiongan).frontmatter.authors).toMatchObject([{ name: '黃冰芳' }]);
    expect(unmatched(report)).toEqual([]);
  });

  it('of one name are told apart', () => {
    const { desk, report } = corrected(
      `people: [{ name: 何志平, person: 記者, articles: [${ids.korea}], reason: 另一人 }]`,
    );
    expect(desk.article(ids.korea).frontmatter.authors).toMatchObject([{ name: '何志平', person: '記者' }]);
    expect(unmatched(report)).toEqual([]);
  });
});

describe('encodings', () => {
  it('are taken from the corrections', () => {
    const text = seedDumps()[file] ?? '';
    const desk = newDesk({ 'wide.txt': Buffer.from(text, 'utf16le').swap16() });
    desk.correct('encodings: [{ file: wide.txt, encoding: UTF-16BE, reason: 試 }]');
    expect(desk.run()).toMatchObject({ exitCode: 0, report: { problems: [] } });
    expect(desk.ledger('wide.txt').source.encoding).toBe('utf-16be');
    expect(desk.ids().sort()).toEqual([ids.ai, ids.xiongan, ids.asia, ids.korea].sort());
  });

  it('that are unknown are an error that lists the known ones', () => {
    const desk = newDesk(seedDumps());
    desk.correct(`encodings: [{ file: ${file}, encoding: klingon, reason: 試 }]`);
    const { report, exitCode } = desk.run();
    expect(exitCode).toBe(2);
    expect(report.problems).toMatchObject([{ code: 'bad-corrections', level: 'error', line: 1 }]);
    expect(report.problems[0]?.message).toMatch(/utf-8, utf-16le, utf-16be, big5-hkscs, gb18030/);
  });
});

describe('a damaged dump', () => {
  const [, whole = ''] = Object.entries(seedDumps())[0] as [string, string];
  const at = Buffer.from(whole.slice(0, whole.indexOf('中亞', 600))).length;
  const torn = Buffer.concat([
    Buffer.from(whole).subarray(0, at),
    Buffer.from([0xff]),
    Buffer.from(whole).subarray(at),
  ]);

  it('is refused with the byte and the line, and with what names its encoding', () => {
    const desk = newDesk({ [file]: torn });
    const line = 1 + torn.subarray(0, at).filter((byte) => byte === 10).length;
    const told = (): unknown[] =>
      desk.run().report.problems.map((problem) => [problem.line, problem.message]);
    expect(told()).toEqual([[line, `Byte ${at} (ff) cannot be utf-8.`]]);
    desk.correct(`encodings: [{ file: ${file}, encoding: utf-8, reason: 試 }]`);
    expect(told()).toEqual([[line, `Byte ${at} (ff) cannot be utf-8, which the corrections name.`]]);
  });

  it('is read where a person says that it is one, and its article is in doubt until the text is mended', () => {
    const desk = newDesk({ [file]: torn });
    const damaged = `encodings: [{ file: ${file}, encoding: utf-8, damaged: true, reason: 試 }]`;
    desk.correct(damaged);
    const { report, exitCode } = desk.run();
    expect(exitCode).toBe(0);
    const doubts = report.doubts.filter(({ code }) => code === 'encoding-unsure');
    expect(doubts.map(({ line, text }) => [line, text.includes('\ufffd中亞')])).toEqual([
      [1 + torn.subarray(0, at).filter((byte) => byte === 10).length, true],
    ]);
    expect(desk.ledger(file).source).toMatchObject({ encoding: 'utf-8', damaged: true });
    const words = doubts[0]?.text ?? '';
    desk.correct(
      `${damaged}\n${doubts[0]?.correction.replace('to: "…"', `to: "${words.replace('\ufffd', '')}"`).replace('"…"', '試')}`,
    );
    expect(desk.run().report.doubts.filter(({ code }) => code === 'encoding-unsure')).toEqual([]);
    const id = doubts[0]?.article ?? '';
    const sound = newDesk({ [file]: whole });
    sound.run();
    expect(desk.article(id)).toEqual(sound.article(sound.ids().find((each) => each === id) ?? id));
  });

  it('offers a slip for each place, until none is left', () => {
    const [first, second] = [at, Buffer.from(whole.slice(0, whole.indexOf('，', 4200))).length];
    const bytes = Buffer.from(whole);
    const twice = Buffer.concat([
      bytes.subarray(0, first),
      Buffer.from([0xff]),
      bytes.subarray(first, second),
      Buffer.from([0xff]),
      bytes.subarray(second),
    ]);
    const desk = newDesk({ [file]: twice });
    let said = `encodings: [{ file: ${file}, encoding: utf-8, damaged: true, reason: 試 }]\nslips:\n`;
    const left = (): ReturnType<Desk['run']>['report']['doubts'] => {
      desk.correct(said.replace(/slips:\n$/, ''));
      return desk.run().report.doubts.filter(({ code }) => code === 'encoding-unsure');
    };
    expect(left()).toHaveLength(2);
    for (const count of [1, 0]) {
      const [doubt] = left();
      const words = doubt?.text ?? '';
      said += `${doubt?.correction
        .split('\n')[1]
        ?.replace('to: "…"', `to: "${words.replace('\ufffd', '')}"`)
        .replace('"…"', '試')}\n`;
      expect(left()).toHaveLength(count);
    }
  });

  it.each([
    [
      'utf-16le',
      Buffer.concat([
        Buffer.from(whole, 'utf16le').subarray(0, 900),
        Buffer.from([0x00, 0xd8]),
        Buffer.from(whole, 'utf16le').subarray(900),
      ]),
    ],
    ['utf-16le', Buffer.concat([Buffer.from(whole, 'utf16le'), Buffer.from([0x41])])],
    [
      'big5-hkscs',
      Buffer.concat([
        iconv.encode(whole.slice(0, 600), 'big5-hkscs'),
        Buffer.from([0xff]),
        iconv.encode(whole.slice(600, 1500), 'big5-hkscs'),
      ]),
    ],
  ])('comes out the same in the next run, and is in doubt: %s', (encoding, dump) => {
    const desk = newDesk({ [file]: dump });
    const damaged = `encodings: [{ file: ${file}, encoding: ${encoding}, damaged: true, reason: 試 }]`;
    desk.correct(damaged);
    expect(desk.run().report.doubts.map(({ code }) => code)).toContain('encoding-unsure');
    const before = desk.written();
    desk.correct(damaged.replace('試', '再試'));
    expect(desk.run().report).toMatchObject({ changed: [], altered: [] });
    expect(desk.written()).toEqual(before);
  });
});

describe('what a correction did', () => {
  it('is told of every article that is not as it was, in the dump of the correction and beyond', () => {
    const { report } = corrected(`
fields: [{ id: ${ids.korea}, set: { title: 新題 }, reason: 試 }]
lines: [{ file: ${file}, line: 43, label: furniture, reason: 試 }]
`);
    expect(report.added).toEqual([]);
    expect(report.altered.map(({ id, fields }) => [id, fields])).toEqual(
      expect.arrayContaining([[ids.korea, ['title']]]),
    );
    const others = report.altered.filter(({ id }) => id !== ids.korea);
    expect(others.map(({ fields }) => fields.includes('body'))).toEqual([true]);
  });

  it('is nothing where it decides nothing else than it did', () => {
    const said = (reason: string): string =>
      `fields: [{ id: ${ids.korea}, set: { title: 新題 }, reason: ${reason} }]`;
    const { desk } = corrected(said('試'));
    desk.correct(said('再試'));
    expect(desk.run().report).toMatchObject({ altered: [], removed: [], changed: [] });
  });

  it('is told of the articles that go, and where their addresses lead', () => {
    const { desk, report } = corrected(`withdraw: [{ id: ${ids.rmb}, reason: 試 }]`);
    expect(report.removed.map(({ id }) => id)).toEqual([ids.rmb]);
    expect(report.removed[0]?.title.length).toBeGreaterThan(0);
    desk.correct(`
lines:
  - { file: ${file}, line: 93, begins: false, label: subhead, reason: 試 }
  - { file: ${file}, line: 95, label: paragraph, reason: 試 }
`);
    const { removed } = desk.run().report;
    const [id = ''] = desk.ids().filter((each) => each === ids.asia || each === ids.korea);
    expect(removed.map((each) => [each.id, each.into])).toEqual([
      [id === ids.asia ? ids.korea : ids.asia, id],
    ]);
  });

  it('is told where a person edited the article, and nothing of it reaches the file', () => {
    const desk = newDesk(seedDumps());
    desk.run();
    writeFileSync(
      desk.articleFile(ids.korea),
      `${readFileSync(desk.articleFile(ids.korea), 'utf8')}\n編者按。\n`,
    );
    desk.correct(`fields: [{ id: ${ids.korea}, set: { title: 新題 }, reason: 試 }]`);
    expect(desk.run().report.problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('1 under fields and slips'),
    ]);
  });
});

describe('what a person has to decide still', () => {
  it.each([
    ['a reason', `lines: [{ file: ${file}, line: 43, label: furniture, reason: … }]`, 'lines, reason'],
    ['a field', `fields: [{ id: ${ids.korea}, set: { title: … }, reason: 試 }]`, 'fields, set.title'],
  ])('is refused: %s', (_, yaml, where) => {
    const desk = newDesk(seedDumps());
    desk.correct(yaml);
    const { report, exitCode } = desk.run();
    expect(exitCode).toBe(2);
    expect(report.problems.map(({ message }) => message)).toEqual([
      `Under ${where}: … stands for what you decide: write that in its place`,
    ]);
  });
});

describe('what says nothing', () => {
  it.each([
    [`lines: [{ file: ${file}, line: 43, reason: 試 }]`, 'label, begins, joins or splitBefore is expected'],
    [`lines: [{ file: ${file}, line: [5, 3], label: furniture, reason: 試 }]`, 'before the last'],
    [`fields: [{ id: ${ids.korea}, set: {}, reason: 試 }]`, 'it changes nothing'],
    [`fields: [{ id: ${ids.korea}, reason: 試 }]`, 'it changes nothing'],
    ['people: [{ name: 何志平, reason: 試 }]', 'it does not say who is who'],
    ['people: [{ name: 何志平, also: [], reason: 試 }]', 'also'],
    ['people: [{ name: 何志平, also: [何君], person: 記者, reason: 試 }]', 'expected together'],
  ])('is refused: %s', (yaml, message) => {
    const desk = newDesk(seedDumps());
    desk.correct(yaml);
    const { report, exitCode } = desk.run();
    expect(exitCode).toBe(2);
    expect(report.problems.map((problem) => problem.message)).toEqual([expect.stringContaining(message)]);
  });

  it('names that no list has are told with their line', () => {
    const desk = newDesk(seedDumps());
    desk.correct(`slips: []\n\nfield:\n  - { id: ${ids.korea}, reviewed: true, reason: 試 }\n`);
    expect(desk.run().report.problems).toMatchObject([{ code: 'bad-corrections', line: 3 }]);
  });

  it('a folder of sources that is not there is told alone', () => {
    const { desk } = corrected(`fields: [{ id: ${ids.korea}, set: { title: 新題 }, reason: 試 }]`);
    const before = desk.written();
    const { report, exitCode } = desk.run({ sources: desk.path('nowhere') });
    expect(exitCode).toBe(1);
    expect(report.problems.map(({ code }) => code)).toEqual(['no-sources']);
    expect(desk.written()).toEqual(before);
  });

  it('corrections that are not UTF-8 are refused with the line', () => {
    const desk = newDesk(seedDumps());
    writeFileSync(
      desk.path('corrections.yaml'),
      iconv.encode(`# 註\nfields: [{ id: ${ids.korea}, set: { title: 新題 }, reason: 試 }]`, 'big5-hkscs'),
    );
    const { report, exitCode } = desk.run();
    expect(exitCode).toBe(2);
    expect(report.problems).toMatchObject([{ code: 'bad-corrections', line: 1 }]);
    expect(report.problems[0]?.message).toContain('UTF-8');
  });
});

describe('corrections that match nothing', () => {
  const reported = (list: string, yaml: string): void => {
    const { desk, report, before } = corrected(`# 註\n\n${list}:\n  - ${yaml}\n`);
    expect(touched(desk, before)).toEqual([]);
    expect(unmatched(report)).toHaveLength(1);
    expect(unmatched(report)[0]).toMatch(new RegExp(`Under ${list}: `));
    const problem = report.problems.find(({ code }) => code === 'unmatched-correction');
    expect(problem).toMatchObject({ level: 'note', file: desk.path('corrections.yaml'), line: 4 });
  };

  it('say that there is no such article or dump, and which id is meant perhaps', () => {
    const like = `${ids.xiongan.slice(0, -1)}0`;
    const { report } = corrected(`
fields: [{ id: ${like}, set: { title: 題 }, reason: 試 }]
lines: [{ file: no-such.txt, line: 3, label: title, reason: 試 }]
`);
    expect(unmatched(report)).toEqual([
      expect.stringContaining(`no article ${like}; there is ${ids.xiongan}`),
      expect.stringContaining('no dump no-such.txt'),
    ]);
  });

  it('name the dump that is meant perhaps: by its name without the folder, or with a slip in it', () => {
    const desk = newDesk({ 'mine/page-a18.txt': seedDumps()[file] ?? '' });
    desk.correct(`
lines:
  - { file: page-a18.txt, line: 43, label: furniture, reason: 試 }
  - { file: other/page-a18.txt, line: 43, label: furniture, reason: 試 }
  - { file: mine/page-a81.txt, line: 43, label: furniture, reason: 試 }
`);
    const { report } = desk.run();
    expect(unmatched(report)).toEqual(
      ['page-a18.txt', 'other/page-a18.txt', 'mine/page-a81.txt'].map((name) =>
        expect.stringContaining(`there is no dump ${name}; there is mine/page-a18.txt.`),
      ),
    );
    for (const { remedy } of report.problems)
      expect(remedy).toBe('Write mine/page-a18.txt in its place, where that is meant.');
  });

  it('name the dump that was renamed, run after run, until it has the old name again', () => {
    const desk = newDesk({ 'old.txt': seedDumps()[file] ?? '' });
    const said = 'encodings: [{ file: old.txt, encoding: utf-8, reason: 試 }]';
    const rename = (from: string, to: string): void => {
      desk.remove(from);
      desk.put(to, seedDumps()[file] ?? '');
    };
    desk.correct(said);
    desk.run();
    const before = desk.written();
    for (const [from, to] of [
      ['old.txt', 'new.txt'],
      ['new.txt', 'sub/newest.txt'],
    ] as const) {
      rename(from, to);
      for (const reason of ['試', '再試', '又試']) {
        desk.correct(said.replace('試', reason));
        expect(unmatched(desk.run().report)).toEqual([
          `Under encodings: there is no dump old.txt; it is named ${to} now. The correction does nothing.`,
        ]);
      }
    }
    expect(desk.ledger('sub/newest.txt').source.formerly).toEqual(['new.txt', 'old.txt']);
    rename('sub/newest.txt', 'old.txt');
    desk.correct(said);
    expect(unmatched(desk.run().report)).toEqual([]);
    expect(desk.written()['ledger/old.json']?.replace(/"formerly":\[[^\]]*\],/, '')).toBe(
      before['ledger/old.json'],
    );
  });

  it('are named with the line they have now, where only a comment was added', () => {
    const { desk } = corrected(`withdraw: [{ id: zzzzzzz1, reason: 試 }]`);
    desk.correct(`# 註\nwithdraw: [{ id: zzzzzzz1, reason: 試 }]`);
    expect(desk.run().report.problems).toMatchObject([{ line: 2 }]);
  });

  it.each([
    ['fields', `{ id: zzzzzzz1, set: { title: 題 }, reason: 試 }`],
    ['slips', `{ id: zzzzzzz1, in: title, from: 甲, to: 乙, reason: 試 }`],
    ['slips', `{ id: ${ids.xiongan}, in: title, from: 沒有的字, to: 乙, reason: 試 }`],
    ['slips', `{ id: ${ids.xiongan}, in: subhead, from: 千年大計, to: 乙, reason: 試 }`],
    ['lines', `{ file: no-such.txt, line: 3, label: title, reason: 試 }`],
    ['lines', `{ file: ${file}, line: 4, label: title, reason: 試 }`],
    ['lines', `{ file: ${file}, line: 9999, begins: true, reason: 試 }`],
    ['withdraw', `{ id: zzzzzzz1, reason: 試 }`],
    ['series', `{ name: 沒有的欄目, also: [也沒有的欄目], reason: 試 }`],
    ['people', `{ name: 沒有的人, also: [也沒有的人], reason: 試 }`],
    ['encodings', `{ file: no-such.txt, encoding: utf-8, reason: 試 }`],
  ])('are reported: %s %s', reported);

  it.each([
    ['lines', `{ file: ${file}, line: 43, splitBefore: 沒有的字, reason: 試 }`],
    ['people', `{ name: 何志平, also: [也沒有的人], reason: 試 }`],
    ['people', `{ name: 何志平, person: 記者, articles: [zzzzzzz1], reason: 試 }`],
  ])('are reported: %s %s', reported);

  it('are reported of several names and articles, each that is not found', () => {
    const { report } = corrected(`
people:
  - { name: 何志平先生, also: [何志平, 也沒有的人], reason: 試 }
  - { name: 冼漢迪, person: 另一人, articles: [${ids.ai}, ${ids.rmb}, zzzzzzz1], reason: 試 }
series:
  - { name: 錨定未來, also: [錨定未來：香港AI與創科轉型之路, 沒有的欄目], reason: 試 }
`);
    expect(unmatched(report)).toEqual([
      'Under people: no article prints 也沒有的人.',
      `Under people: ${ids.rmb} is not by 冼漢迪.`,
      'Under people: there is no article zzzzzzz1.',
      'Under series: no article prints 沒有的欄目.',
    ]);
  });

  it('wait, where they name what only a dump may print that cannot be read now', () => {
    const desk = newDesk(seedDumps());
    desk.run();
    writeFileSync(desk.path('sources', 'bad.txt'), Buffer.from([0xe9, 0x80, 0xff, 0xff, 0x0a]));
    desk.correct(`
series: [{ name: 海角筆記, also: [海角筆計], reason: 試 }]
people: [{ name: 陳勇, also: [陳湧], reason: 試 }, { name: 何志平, person: 乙, articles: [zzzzzzz1], reason: 試 }]
`);
    expect(unmatched(desk.run().report)).toEqual([
      'Under people: there is no article zzzzzzz1. The correction does nothing.',
    ]);
  });

  it('are reported where an earlier id is that of an article', () => {
    const { report } = corrected(`fields: [{ id: ${ids.ai}, set: { formerly: [${ids.rmb}] }, reason: 試 }]`);
    expect(unmatched(report)).toEqual([
      `Under fields: ${ids.rmb} is an article, and its address does not lead to ${ids.ai}.`,
    ]);
  });
});

describe('corrections that contradict each other', () => {
  const contradicted = (report: Report): [number | undefined, string][] =>
    report.problems
      .filter(({ code }) => code === 'contradicted-correction')
      .map(({ line, message }) => [line, message]);

  it.each([
    [
      'fields',
      [
        `{ id: ${ids.ai}, set: { title: 甲 }, reason: 試 }`,
        `{ id: ${ids.ai}, set: { title: 乙 }, reason: 試 }`,
      ],
      `title of ${ids.ai}; what is said last holds`,
    ],
    [
      'lines',
      [
        `{ file: ${file}, line: [8, 9], label: subhead, reason: 試 }`,
        `{ file: ${file}, line: 9, label: furniture, reason: 試 }`,
      ],
      `the label of line 9 of ${file}; what is said last holds`,
    ],
    [
      'slips',
      [
        `{ id: ${ids.ai}, in: title, from: 鑰定未來, to: 甲, reason: 試 }`,
        `{ id: ${ids.ai}, in: title, from: 鑰定未來, to: 乙, reason: 試 }`,
      ],
      `鑰定未來 in the title of ${ids.ai}; what is said first holds`,
    ],
    [
      'series',
      [
        '{ name: 錨定未來, also: [鑰定未來], reason: 試 }',
        '{ name: 鑰定未來, also: [錨定未來], reason: 試 }',
      ],
      'the series 鑰定未來; what is said first holds',
    ],
    [
      'people',
      ['{ name: 甲某, also: [何志平], reason: 試 }', '{ name: 乙某, also: [何志平], reason: 試 }'],
      'who 何志平 is; what is said first holds',
    ],
    [
      'encodings',
      [`{ file: ${file}, encoding: utf-8, reason: 試 }`, `{ file: ${file}, encoding: gb18030, reason: 試 }`],
      `the encoding of ${file}; what is said first holds`,
    ],
  ])('are told, with the lines and which of them holds: %s', (list, [one, other], message) => {
    const { report } = corrected(`${list}:\n  - ${one}\n  - ${other}\n`);
    const told = contradicted(report);
    expect(told[0]).toEqual([3, `Under ${list}: line 2 says otherwise of ${message}.`]);
  });

  it.each([
    [
      'slips',
      [
        `{ id: ${ids.ai}, in: title, from: 鑰定未來, to: 甲, reason: 試 }`,
        `{ id: ${ids.ai}, in: title, from: 鑰定未來, to: 乙, reason: 試 }`,
      ],
    ],
    [
      'people',
      [
        '{ name: 甲某, also: [何志平], reason: 試 }',
        '{ name: 乙某, also: [何志平, 也沒有的人], reason: 試 }',
      ],
    ],
  ])('are told once, not again as matching nothing, and what else is wrong with them is: %s', (list, two) => {
    const { report } = corrected(`${list}:\n${two.map((each) => `  - ${each}\n`).join('')}`);
    expect(contradicted(report)).toHaveLength(1);
    expect(unmatched(report)).toEqual(
      list === 'people' ? ['Under people: no article prints 也沒有的人. The correction does nothing.'] : [],
    );
  });

  it('are told beside what the other does not match where what is said last holds', () => {
    const { report } = corrected(`
lines:
  - { file: ${file}, line: 4, label: furniture, reason: 試 }
  - { file: ${file}, line: [4, 5], label: subhead, reason: 試 }
`);
    expect(contradicted(report)).toHaveLength(1);
    expect(unmatched(report)).toEqual([expect.stringContaining(`line 4 of ${file} is blank`)]);
  });

  it('of a range count where any line of it has text', () => {
    const { report } = corrected(`lines: [{ file: ${file}, line: [4, 5], label: furniture, reason: 試 }]`);
    expect(report.problems).toEqual([]);
  });

  it('are told beside what they do not match where none of the two does', () => {
    const { report } = corrected(`
slips:
  - { id: ${ids.ai}, in: title, from: 沒有的字, to: 甲, reason: 試 }
  - { id: ${ids.ai}, in: title, from: 沒有的字, to: 乙, reason: 試 }
`);
    expect(contradicted(report)).toHaveLength(1);
    expect(unmatched(report)).toHaveLength(2);
  });

  it('are told of who is who: the last of two persons, and of two that are each the name of the other', () => {
    const { desk, report } = corrected(`
people:
  - { name: 何志平, person: 甲, articles: [${ids.korea}], reason: 試 }
  - { name: 何志平, person: 乙, articles: [${ids.korea}], reason: 試 }
  - { name: 冼漢廸, also: [冼漢迪], reason: 試 }
  - { name: 冼漢迪, also: [冼漢廸], reason: 試 }
`);
    expect(contradicted(report).map(([, message]) => message)).toEqual([
      `Under people: line 3 says otherwise of which 何志平 wrote ${ids.korea}; what is said last holds.`,
      'Under people: line 5 says otherwise of which name 冼漢廸 and 冼漢迪 have; what is said last holds.',
    ]);
    expect(desk.article(ids.korea).frontmatter.authors[0]?.person).toBe('乙');
    expect(desk.article(ids.ai).frontmatter.authors[0]?.name).toBe('冼漢迪');
  });

  it('leave nothing of the label that does not hold', () => {
    const { report } = corrected(`
lines:
  - { file: ${file}, line: 9, label: unplaced, reason: 試 }
  - { file: ${file}, line: 9, label: furniture, reason: 試 }
`);
    expect(contradicted(report)).toHaveLength(1);
    expect(report.sources.find((row) => row.file === file)?.unplaced).toBe(0);
  });

  it('are told once of ranges, however long', () => {
    const { report } = corrected(`
lines:
  - { file: gone.txt, line: [1, 100000000], label: furniture, reason: 試 }
  - { file: gone.txt, line: [5, 200000000], label: subhead, reason: 試 }
  - { file: ${file}, line: [900, 100000000], label: furniture, reason: 試 }
`);
    expect(contradicted(report).map(([, message]) => message)).toEqual([
      'Under lines: line 3 says otherwise of the label of lines 5 to 100000000 of gone.txt; what is said last holds.',
    ]);
  });

  it('hold as they are said to: of fields and lines the last, of others the first', () => {
    const { desk } = corrected(`
fields:
  - { id: ${ids.korea}, set: { title: 甲 }, reason: 試 }
  - { id: ${ids.korea}, set: { title: 乙 }, reason: 試 }
slips:
  - { id: ${ids.ai}, in: title, from: 鑰定未來, to: 甲, reason: 試 }
  - { id: ${ids.ai}, in: title, from: 鑰定未來, to: 乙, reason: 試 }
series:
  - { name: 甲欄, also: [錨定未來：香港AI與創科轉型之路], reason: 試 }
  - { name: 乙欄, also: [錨定未來：香港AI與創科轉型之路], reason: 試 }
people:
  - { name: 甲某, also: [何志平], reason: 試 }
  - { name: 乙某, also: [何志平], reason: 試 }
`);
    expect(desk.article(ids.korea).frontmatter.title).toBe('乙');
    expect(desk.article(ids.ai).frontmatter.title).toMatch(/^甲/);
    expect(desk.article(ids.ai).frontmatter.series).toBe('甲欄');
    const names = desk.ids().flatMap((id) => desk.article(id).frontmatter.authors.map(({ name }) => name));
    expect(names).toContain('甲某');
    expect(names).not.toContain('乙某');
  });

  it('are not told where they say the same, or several things of one article', () => {
    const { report } = corrected(`
fields:
  - { id: ${ids.ai}, set: { title: 甲 }, reason: 試 }
  - { id: ${ids.ai}, set: { title: 甲, page: A1 }, reason: 試 }
lines:
  - { file: ${file}, line: 9, begins: true, reason: 試 }
  - { file: ${file}, line: 9, label: title, reason: 試 }
series:
  - { name: 錨定未來, also: [鑰定未來], reason: 試 }
`);
    expect(contradicted(report)).toEqual([]);
  });
});

describe('ids', () => {
  it('survive whatever a correction changes', () => {
    const all = Object.values(ids);
    const { desk } = corrected(`
fields:
${all.map((id) => `  - { id: ${id}, set: { title: 新題, authors: [{ name: 新名, roles: [] }] }, reason: 試 }`).join('\n')}
lines:
  - { file: ${file}, line: 43, label: furniture, reason: 試 }
  - { file: ${file}, line: 9, label: subhead, reason: 試 }
  - { file: ${file}, line: 73, splitBefore: 涵蓋, reason: 試 }
  - { file: ${file}, line: 99, label: standfirst, reason: 試 }
slips:
  - { id: ${ids.rmb}, in: paragraph, from: 中國證監會, to: 證監會, reason: 試 }
`);
    expect(desk.ids()).toHaveLength(8);
    expect(desk.ids()).toEqual(expect.arrayContaining(all));
  });
});

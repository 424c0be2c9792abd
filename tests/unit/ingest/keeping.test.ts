/** What is in the archive stays: through second runs, new dumps, lost dumps and edits by hand. */
import { appendFileSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { newDesk, seedDumps } from '../../support/ingest.ts';

const [file, other] = Object.keys(seedDumps()) as [string, string];
const text = seedDumps()[file] ?? '';
const ids = { ai: '3pskq6k4', korea: 'mwrtd2h9', xiongan: '5bbh0q7z' };

const codes = ({ report }: { report: { problems: { code: string }[] } }): string[] =>
  report.problems.map(({ code }) => code);

/** Files by path, without those that hold one of the words. */
function but(files: Record<string, string>, ...words: string[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).filter(([path]) => !words.some((word) => path.includes(word))),
  );
}

/** The number of the run that read a dump first is known to its ledger alone. */
function withoutArrival(files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).map(([path, content]) => [path, content.replace(/"arrived":\d+/, '')]),
  );
}

const fresh = `港珠澳大橋旁的人工島

陳小明 立法會議員

港珠澳大橋通車以來，人工島上的空地一直無人過問。筆者認為政府應當盡快公布用途，並讓市民參與討論。

島上可以設立航空物流園，亦可以容納跨境電商的倉庫，兩者皆能為本地青年提供就業機會。

規劃署表示研究將於明年完成，屆時會再向區議會交代。市民等了八年，不應再等八年。
`;

describe('a second run', () => {
  it('changes no byte, and --check says so', () => {
    const desk = newDesk(seedDumps());
    const first = desk.run();
    const before = desk.written();
    expect(first.report.changed).toHaveLength(10);
    expect(desk.run()).toMatchObject({ exitCode: 0, report: { changed: [] } });
    expect(desk.run({ check: true })).toMatchObject({ exitCode: 0, report: { changed: [], ok: true } });
    expect(desk.written()).toEqual(before);
  });

  it('gives an article without a paragraph its id again', () => {
    const desk = newDesk({
      'a.txt':
        '香港特區政府應當把握國家發展的機遇，主動對接「十五五」規劃，推動創科與產業融合。\n進軍中亞新市場 強化香港聯通全球角色\n',
    });
    desk.run();
    const before = desk.written();
    expect(desk.run().report.changed).toEqual([]);
    expect(desk.written()).toEqual(before);
  });

  it('gives an article of which only headline and author line are left its id again', () => {
    const desk = newDesk({ 'a.txt': '井號、橫線和一支箭\n\n作者：鄔敏 編程教育工作者\n' });
    desk.run();
    expect(desk.ids()).toHaveLength(1);
    const before = desk.written();
    desk.put('b.txt', seedDumps()[file] ?? '');
    desk.run();
    for (const [path, content] of Object.entries(before)) expect(desk.written()[path], path).toBe(content);
  });

  it('puts back what was deleted', () => {
    const desk = newDesk(seedDumps());
    desk.run();
    const before = desk.written();
    rmSync(desk.articleFile(ids.korea));
    rmSync(desk.path('ledger', file.replace('.txt', '.json')));
    desk.run();
    expect(withoutArrival(desk.written())).toEqual(withoutArrival(before));
  });

  it('with --check writes nothing, and names each file that a run would change', () => {
    const desk = newDesk(seedDumps());
    const { report, exitCode } = desk.run({ check: true });
    expect(exitCode).toBe(1);
    expect(report.changed).toHaveLength(10);
    expect(report.problems.filter(({ code }) => code === 'would-change')).toHaveLength(10);
    expect(desk.written()).toEqual({});
  });
});

describe('a new dump', () => {
  it('touches no other article and no other ledger', () => {
    const desk = newDesk(seedDumps());
    desk.run();
    const before = desk.written();
    desk.put('aaa_first-by-name.txt', fresh);
    desk.put('sub/folder/zzz.txt', fresh.replaceAll('大橋', '隧道').replaceAll('人工島', '出口'));
    expect(desk.run().exitCode).toBe(0);
    const after = desk.written();
    for (const [path, content] of Object.entries(before)) expect(after[path], path).toBe(content);
    expect(Object.keys(after).sort()).toEqual(expect.arrayContaining(['ledger/sub/folder/zzz.json']));
    expect(desk.titled('人工島').frontmatter.sources[0]?.file).toBe('aaa_first-by-name.txt');
  });

  it('does not change the spelling of a series that was chosen before it came', () => {
    const desk = newDesk({ [file]: text });
    desk.run();
    const before = desk.written();
    desk.put(other, seedDumps()[other] ?? '');
    desk.run();
    const after = desk.written();
    for (const [path, content] of Object.entries(before)) expect(after[path], path).toBe(content);
  });

  it('of the same article adds a source to it', () => {
    const desk = newDesk({ 'a.txt': fresh });
    desk.run();
    const [id = ''] = desk.ids();
    const before = desk.article(id);
    desk.put('0.txt', `另一份剪報\n\n\n${fresh}`);
    desk.run();
    expect(desk.ids()).toEqual([id]);
    const { frontmatter, blocks } = desk.article(id);
    expect(blocks).toEqual(before.blocks);
    expect(frontmatter.sources.map((source) => source.file)).toEqual(['a.txt', '0.txt']);
    expect(frontmatter.sources[0]).toEqual(before.frontmatter.sources[0]);
    expect(desk.ledger('0.txt').spans.some(({ article }) => article === id)).toBe(true);
    expect(desk.run().report.changed).toEqual([]);
  });

  it('of the same article has the article in its ledger', () => {
    const desk = newDesk({ 'a.txt': fresh });
    desk.run();
    desk.put('b.txt', fresh);
    desk.run();
    expect(desk.ledger('b.txt').articles.map(({ id }) => id)).toEqual(desk.ids());
  });

  it('and its twin that come together make one article with two sources', () => {
    const desk = newDesk({ 'a.txt': fresh, 'b.txt': fresh.replaceAll('\n', '\r\n') });
    desk.run();
    expect(desk.ids()).toHaveLength(1);
    expect(desk.articles()[0]?.frontmatter.sources.map((source) => source.file)).toEqual(['a.txt', 'b.txt']);
  });

  it('on the same subject is an article of its own', () => {
    const desk = newDesk({
      'a.txt': fresh,
      'b.txt': fresh
        .replace(/筆者認為.*/, '有學者不同意，認為空地應當先作公園，讓街坊有一處看海的地方。')
        .replace(/島上可以.*/, '公園之外，另可設小型碼頭，連接東涌與屯門，疏導繁忙時間的交通。'),
    });
    desk.run();
    expect(desk.ids()).toHaveLength(2);
  });

  it('with the ending of its name in capitals is read', () => {
    const desk = newDesk({ 'A.TXT': fresh });
    desk.run();
    expect(desk.ids()).toHaveLength(1);
  });
});

describe('a link in the folder of sources', () => {
  it('is read as the file that it leads to', () => {
    const [[file = '', content = ''] = []] = Object.entries(seedDumps());
    const [desk, linked] = [newDesk({ [file]: content }), newDesk({})];
    mkdirSync(linked.path('sources'), { recursive: true });
    symlinkSync(desk.path('sources', file), linked.path('sources', file));
    desk.run();
    expect(linked.run().exitCode).toBe(0);
    expect(linked.written()).toEqual(desk.written());
  });

  it('that leads nowhere, to a folder or to itself is told, and the dumps beside it are read', () => {
    const desk = newDesk(seedDumps());
    symlinkSync(desk.path('nowhere.txt'), desk.path('sources', 'x.txt'));
    symlinkSync(desk.path(), desk.path('sources', 'y.txt'));
    symlinkSync('z.txt', desk.path('sources', 'z.txt'));
    const { report, exitCode } = desk.run();
    expect(exitCode).toBe(1);
    expect(report.problems).toMatchObject([
      { code: 'cannot-read', level: 'error', file: 'x.txt', message: 'The link leads to no file.' },
      { code: 'cannot-read', level: 'error', file: 'y.txt', message: 'The link leads to a folder.' },
      { code: 'cannot-read', level: 'error', file: 'z.txt', message: 'The link leads to itself.' },
    ]);
    expect(desk.ids()).toHaveLength(8);
  });
});

describe('a dump that was changed', () => {
  it('keeps the ids of its articles', () => {
    const desk = newDesk(seedDumps());
    desk.run();
    const before = desk.ids();
    desk.put(file, `${text.replace('雄安新區，作為國家', '雄安，作為我們國家')}\n`);
    desk.run();
    expect(desk.ids()).toEqual(before);
    expect(desk.article(ids.xiongan).blocks[0]?.text).toMatch(/^雄安，作為我們國家/);
  });
});

describe('a dump that is gone', () => {
  it('is reported, and its articles are kept until the keeper says otherwise', () => {
    const desk = newDesk(seedDumps());
    desk.run();
    const before = desk.written();
    desk.remove(file);
    const outcome = desk.run();
    expect(outcome.exitCode).toBe(0);
    expect(codes(outcome)).toEqual(['source-gone']);
    expect(outcome.report.problems[0]?.file).toBe(file);
    expect(outcome.report.problems[0]?.message).toContain(ids.korea);
    expect(Object.keys(desk.written())).toEqual(Object.keys(before));
    for (const path of [
      `ledger/${file.replace('.txt', '.json')}`,
      ...Object.values(ids).map((id) => `articles/${id}.mdx`),
    ])
      expect(desk.written()[path], path).toBe(before[path]);
    expect(desk.run({ check: true }).exitCode).toBe(0);
  });

  it('does not change the spelling of a series in the dumps that are left', () => {
    const desk = newDesk(seedDumps());
    desk.run();
    const before = desk.written();
    desk.remove(other);
    desk.run();
    expect(desk.written()).toEqual(before);
  });

  it('and comes back, is as it was', () => {
    const desk = newDesk(seedDumps());
    desk.run();
    const before = desk.written();
    desk.remove(file);
    desk.run();
    desk.put(file, text);
    expect(codes(desk.run())).toEqual([]);
    expect(desk.written()).toEqual(before);
  });

  it('can have its articles withdrawn, and then nothing is left to report', () => {
    const desk = newDesk({ [file]: text });
    desk.run();
    desk.remove(file);
    desk.correct(
      `withdraw:\n${desk
        .ids()
        .map((id) => `  - { id: ${id}, reason: 試 }`)
        .join('\n')}\n`,
    );
    desk.run();
    expect(desk.ids()).toEqual([]);
    expect(codes(desk.run())).toEqual(['no-sources']);
  });

  it('that cannot be read any more keeps its articles too, and is no lost dump', () => {
    const desk = newDesk(seedDumps());
    desk.run();
    const before = desk.written();
    desk.put(file, Buffer.concat([Buffer.from(text), Buffer.from([0xe9, 0xa6])]));
    const outcome = desk.run();
    expect(outcome.exitCode).toBe(1);
    expect(codes(outcome)).toEqual(['cannot-decode']);
    expect(desk.written()).toEqual(before);
  });
});

describe('an article that a person edited', () => {
  const edit = (desk: ReturnType<typeof newDesk>): string => {
    appendFileSync(desk.articleFile(ids.korea), '\n編者按：**此文**曾經修訂。\n');
    return readFileSync(desk.articleFile(ids.korea), 'utf8');
  };

  it('is kept byte for byte and reported, run after run', () => {
    const desk = newDesk(seedDumps());
    desk.run();
    const edited = edit(desk);
    for (let run = 0; run < 3; run++) {
      const outcome = desk.run();
      expect(outcome.exitCode).toBe(0);
      expect(codes(outcome)).toEqual(['edited-article']);
      expect(outcome.report.problems[0]?.file).toContain(`${ids.korea}.mdx`);
      expect(readFileSync(desk.articleFile(ids.korea), 'utf8')).toBe(edited);
    }
    expect(desk.run({ check: true }).exitCode).toBe(0);
  });

  it('is kept through corrections and new dumps', () => {
    const desk = newDesk(seedDumps());
    desk.run();
    const edited = edit(desk);
    desk.put('new.txt', fresh);
    desk.correct(`fields: [{ id: ${ids.korea}, set: { title: 另一題 }, reason: 試 }]`);
    expect(codes(desk.run())).toEqual(['edited-article']);
    expect(codes(desk.run())).toEqual(['edited-article']);
    expect(readFileSync(desk.articleFile(ids.korea), 'utf8')).toBe(edited);
  });

  it.each([
    ['its path', (path: string) => path],
    ['its id', () => ids.korea],
  ])('is written anew with --force and %s, and no other is', (_, name) => {
    const desk = newDesk(seedDumps());
    desk.run();
    const before = desk.written();
    edit(desk);
    appendFileSync(desk.articleFile(ids.ai), '\n加一段。\n');
    const outcome = desk.run({ force: [name(desk.articleFile(ids.korea))] });
    expect(codes(outcome)).toEqual(['edited-article']);
    expect(outcome.report.problems[0]?.file).toContain(ids.ai);
    expect(but(desk.written(), ids.ai)).toEqual(but(before, ids.ai));
  });

  const head = (desk: ReturnType<typeof newDesk>): string =>
    /^---[\s\S]*?\n---\n/.exec(readFileSync(desk.articleFile(ids.korea), 'utf8'))?.[0] ?? '';

  it.each<[string, (head: string) => string, [line: number, words: string][]]>([
    ['no frontmatter', () => '只有正文。\n', [[1, 'does not begin with frontmatter']]],
    ['nothing', () => '', [[1, 'does not begin with frontmatter']]],
    ['frontmatter that is no YAML', () => '---\nid: [\ntitle: "\n---\n\n正文。\n', [[3, 'no " at its end']]],
    [
      'frontmatter that one reader of YAML takes, and the other does not',
      (whole) => `${whole.replace('title:', 'title: 甲\ntitle:')}\n正文。\n`,
      [[4, 'title']],
    ],
    [
      'wrong values',
      (whole) =>
        `${whole
          .replace(/lang: .*/, 'lang: 中文')
          .replace(/title: .*/, 'title: 12')
          .replace(/topics: .*/, 'topics: [ law, foo ]')}\n正文。\n`,
      [
        [3, '12'],
        [7, 'no topic foo'],
        [8, 'zh-Hant'],
      ],
    ],
    [
      'a wrong value and a body that is no MDX',
      (whole) => `${whole.replace(/lang: .*/, 'date: 六月')}\n正文。\n\n<Foo {\n`,
      [
        [2, 'lang: is missing'],
        [8, '2026-06-08'],
        [15, 'Unexpected character'],
      ],
    ],
    ['a program that is none', (whole) => `${whole}\nexport const a = ;\n\n正文。\n`, [[13, 'esm']]],
    ['what is not closed', (whole) => `${whole}\n正文。\n\n<b>一</i>\n`, [[15, '(line 15)']]],
    ['what it does not import', (whole) => `${whole}\n正文。\n\n一 <Foo/>\n`, [[15, '<Foo>']]],
    ['the id of another', (whole) => `${whole.replace(ids.korea, ids.ai)}\n正文。\n`, [[2, ids.ai]]],
  ])('is kept and told with line and reason where it has %s', (_, content, told) => {
    const desk = newDesk(seedDumps());
    desk.run();
    const edited = content(head(desk));
    writeFileSync(desk.articleFile(ids.korea), edited);
    for (const check of [false, true]) {
      const { report, exitCode } = desk.run({ check });
      expect(exitCode).toBe(0);
      expect(report.problems.map(({ code, level, line }) => [code, level, line])).toEqual(
        told.map(([line]) => ['broken-article', 'note', line]),
      );
      for (const [at, [, words]] of told.entries()) {
        expect(report.problems[at]?.message).toContain(words);
        expect(report.problems[at]?.file).toContain(`${ids.korea}.mdx`);
      }
      expect(readFileSync(desk.articleFile(ids.korea), 'utf8')).toBe(edited);
    }
    expect(desk.run({ force: [ids.korea] }).exitCode).toBe(0);
    expect(desk.article(ids.korea).frontmatter.title).toBe('中朝元首會晤 促地區和平發展');
  });

  it.each([
    ['MDX', 'import { x } from "./x.ts";\n\n正文**甲**，{x} <b>乙</b> <Fragment>丙</Fragment>。\n'],
    ['components of its own', 'export const Foo = () => "甲";\n\n<Foo/>\n'],
  ])('is kept, and is not broken, with a body of %s', (_, body) => {
    const desk = newDesk(seedDumps());
    desk.run();
    writeFileSync(desk.articleFile(ids.korea), `${head(desk)}\n${body}`);
    const outcome = desk.run();
    expect(codes(outcome)).toEqual(['edited-article']);
    expect(outcome.exitCode).toBe(0);
  });

  it.each([
    ['is withdrawn', (desk) => desk.correct(`withdraw: [{ id: ${ids.korea}, reason: 試 }]`)],
    ['has lost its dump', (desk) => desk.remove(file)],
    ['has no place in the dump', (desk) => desk.put(file, text.slice(0, text.indexOf('中朝元首會晤')))],
  ] satisfies [string, (desk: ReturnType<typeof newDesk>) => void][])(
    'is told too where it is broken and %s',
    (_, change) => {
      const desk = newDesk(seedDumps());
      desk.run();
      appendFileSync(desk.articleFile(ids.korea), '\n<Foo {\n');
      change(desk);
      const outcome = desk.run();
      expect(codes(outcome)).toContain('broken-article');
    },
  );

  it('can be forced by a name that exists, and by no other', () => {
    const desk = newDesk(seedDumps());
    desk.run();
    edit(desk);
    const { code, stdout } = desk.command('--force', `content/articles/${ids.korea}.mdx`, 'mwrtd2h8');
    expect(code).toBe(2);
    expect(stdout).toContain('bad-option  There is no article file mwrtd2h8.');
    expect(codes(desk.run())).toEqual(['edited-article']);
    expect(codes(desk.run({ force: [`content/articles/${ids.korea}.mdx`] }))).toEqual([]);
  });

  it('stays where no dump holds it any more', () => {
    const desk = newDesk({ [file]: text });
    desk.run();
    const edited = edit(desk);
    desk.put(file, text.slice(0, text.indexOf('中朝元首會晤')));
    const outcome = desk.run();
    expect(codes(outcome)).toEqual(['edited-article']);
    expect(readFileSync(desk.articleFile(ids.korea), 'utf8')).toBe(edited);
    expect(codes(desk.run({ force: [ids.korea] }))).toEqual(['article-gone']);
    expect(desk.ids()).not.toContain(ids.korea);
  });
});

describe('an article whose lines are gone from the dump', () => {
  it('goes, and a note says which', () => {
    const desk = newDesk({ [file]: text });
    desk.run();
    const { title } = desk.article(ids.korea).frontmatter;
    desk.put(file, text.slice(0, text.indexOf('中朝元首會晤')));
    const { report, exitCode } = desk.run();
    expect(exitCode).toBe(0);
    expect(report.problems).toMatchObject([{ code: 'article-gone', level: 'note' }]);
    expect(report.problems[0]?.message).toContain(title);
    expect(report.problems[0]?.file).toContain(`${ids.korea}.mdx`);
    expect(desk.ids()).not.toContain(ids.korea);
  });
});

describe('files that the ingest did not write', () => {
  it('are left alone', () => {
    const desk = newDesk(seedDumps());
    desk.run();
    writeFileSync(desk.path('articles', 'README.md'), '說明');
    writeFileSync(desk.path('ledger', 'notes.txt'), '筆記');
    const before = desk.written();
    expect(desk.run()).toMatchObject({ exitCode: 0, report: { changed: [] } });
    expect(desk.written()).toEqual(before);
  });

  it.each(['not JSON', '{}'])('but a ledger that reads %s is written anew', (content) => {
    const desk = newDesk(seedDumps());
    desk.run();
    const before = desk.written();
    writeFileSync(desk.path('ledger', file.replace('.txt', '.json')), content);
    const outcome = desk.run();
    expect(codes(outcome)).toEqual([]);
    expect(withoutArrival(desk.written())).toEqual(withoutArrival(before));
  });
});

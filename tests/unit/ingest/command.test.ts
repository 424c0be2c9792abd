/** `npm run ingest` as a keeper runs it: what it prints, and the number it ends with. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { reportSchema } from '../../../src/article/report.ts';
import { newDesk, seedDumps } from '../../support/ingest.ts';

const [file, other] = Object.keys(seedDumps()) as [string, string];
const text = seedDumps()[file] ?? '';

describe('the command', { timeout: 60_000 }, () => {
  it('prints a table of the sources and each doubt with its place, and ends with 0', () => {
    const desk = newDesk(seedDumps());
    const { code, stdout, stderr } = desk.command();
    expect(code).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^source +articles +joined +furniture +unplaced +to review$/m);
    expect(stdout).toMatch(new RegExp(`^${file} +4 +5 +0 +0 +1$`, 'm'));
    expect(stdout).toMatch(new RegExp(`^${file}:3  no-headline  .*--review`, 'm'));
    expect(desk.ids()).toHaveLength(8);
  });

  it('lists the articles that are new, and on the next run that none is', () => {
    const desk = newDesk(seedDumps());
    const { stdout } = desk.command();
    expect(stdout).toContain('8 new articles:\n');
    expect(stdout).toMatch(new RegExp(`^  5bbh0q7z  借鑒雄安經驗.*  黃冰芬  \\(${file}\\)$`, 'm'));
    expect(desk.command().stdout).not.toContain('new article');
  });

  it('prints the report as JSON', () => {
    const { code, stdout } = newDesk(seedDumps()).command('--json');
    expect(code).toBe(0);
    const report = reportSchema.parse(JSON.parse(stdout));
    expect(report).toMatchObject({
      ok: true,
      sources: [
        { file, articles: 4 },
        { file: other, articles: 4 },
      ],
    });
    expect(report.changed).toHaveLength(10);
  });

  it('ends with 1 where --check finds something to change, and with 0 where it does not', () => {
    const desk = newDesk(seedDumps());
    expect(desk.command('--check')).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('would-change'),
    });
    expect(desk.written()).toEqual({});
    desk.run();
    expect(desk.command('--check').code).toBe(0);
  });

  it('lists with --review what is in doubt, with a correction that overrules it when it is pasted', () => {
    const desk = newDesk(seedDumps());
    desk.run();
    const before = desk.written();
    const { code, stdout } = desk.command('--review');
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`^${file}:3  no-headline  \\(article 3pskq6k4`, 'm'));
    expect(desk.written()).toEqual(before);
    const from = stdout.indexOf('\nfields:', stdout.indexOf('no-headline'));
    const pasted = stdout.slice(from).split(/\n {2}to accept/)[0] ?? '';
    // Behind what the archive's own corrections hold, as it stands on the terminal.
    desk.correct(
      readFileSync('content/corrections.yaml', 'utf8') +
        pasted.replace('title: "…"', 'title: "另一題"').replace('reason: "…"', 'reason: "已對照"'),
    );
    expect(desk.run().exitCode).toBe(0);
    expect(desk.article('3pskq6k4').frontmatter).toMatchObject({ title: '另一題', review: [] });
    expect(desk.command('--review').stdout).not.toContain('no-headline');
  });

  it('lists with --review how an article is accepted as it was read', () => {
    const desk = newDesk(seedDumps());
    desk.run();
    const before = desk.article('3pskq6k4').frontmatter;
    expect(before.review).not.toEqual([]);
    const accept =
      /^ {2}to accept.*\n([\s\S]*?3pskq6k4[\s\S]*?)\n(?:\n|$)/m.exec(desk.command('--review').stdout)?.[1] ??
      '';
    desk.correct(accept.replace('"…"', '已對照'));
    expect(desk.run().report.problems).toEqual([]);
    expect(desk.article('3pskq6k4').frontmatter).toEqual({ ...before, review: [] });
  });

  it('says where a list belongs that stands too far in', () => {
    const desk = newDesk(seedDumps());
    desk.correct(
      `slips:\n  - id: 3pskq6k4\n    in: title\n    from: 鑰\n    to: 錨\n    reason: 試\n    fields:\n      - { id: 3pskq6k4, set: { page: A1 }, reason: 試 }\n`,
    );
    const { report, exitCode } = desk.run();
    expect(exitCode).toBe(2);
    expect(report.problems).toMatchObject([
      { line: 7, remedy: expect.stringMatching(/^Take the spaces before it away/) },
    ]);
  });

  it('refuses a proposed correction that is pasted with nothing decided', () => {
    const desk = newDesk(seedDumps());
    desk.run();
    const before = desk.written();
    const doubt = desk.run().report.doubts.find((each) => each.code === 'no-headline');
    desk.correct(doubt?.correction ?? '');
    const { report, exitCode } = desk.run();
    expect(exitCode).toBe(2);
    const problem = { code: 'bad-corrections', file: desk.path('corrections.yaml'), line: 2 };
    expect(report.problems).toMatchObject([problem, problem]);
    expect(report.problems[0]?.message).toContain('stands for what you decide');
    expect(desk.written()).toEqual(before);
  });

  it('shows with --review the title as it is after corrections, and what the line says', () => {
    const desk = newDesk(seedDumps());
    desk.correct('slips: [{ id: 3pskq6k4, in: title, from: 鑰定, to: 錨定, reason: 試 }]');
    const { stdout } = desk.command('--review');
    expect(stdout).toContain('(article 3pskq6k4: 錨定未來：香港AI與創科轉型之路)');
    expect(stdout).toMatch(/^ {2}read as: .*錨定未來/m);
    expect(stdout).toMatch(/^ {2}line: +鑰定未來/m);
  });

  it('says with --review that nothing is in doubt where nothing is', () => {
    const { code, stdout } = newDesk().command('--review');
    expect(code).toBe(0);
    expect(stdout).toContain('Nothing is in doubt.');
  });

  it('takes several files after --force', () => {
    const desk = newDesk(seedDumps());
    desk.run();
    const before = desk.written();
    for (const id of ['3pskq6k4', 'mwrtd2h9']) writeFileSync(desk.articleFile(id), '我的文字。\n');
    expect(desk.command('--force', desk.articleFile('3pskq6k4'), desk.articleFile('mwrtd2h9')).code).toBe(0);
    expect(desk.written()).toEqual(before);
  });

  it.each([
    ['an unknown option', ['--frobnicate']],
    ['a stray word', ['sources']],
    ['an option without its value', ['--sources']],
  ])('ends with 2 on %s, says which, and prints how it is used', (_, args) => {
    const desk = newDesk(seedDumps());
    const { code, stdout, stderr } = desk.command(...args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(args[0]);
    expect(stderr).toContain('Usage: npm run ingest');
    expect(desk.written()).toEqual({});
  });

  it('prints how it is used when asked', () => {
    const { code, stdout } = newDesk().command('--help');
    expect(code).toBe(0);
    for (const option of [
      'sources',
      'out',
      'ledger',
      'corrections',
      'topics',
      'check',
      'review',
      'json',
      'force',
    ])
      expect(stdout).toContain(`--${option}`);
  });

  it('ends with 1 where the folder of sources is missing, and keeps what was written', () => {
    const desk = newDesk(seedDumps());
    desk.run();
    const before = desk.written();
    rmSync(desk.path('sources'), { recursive: true });
    const { code, stdout } = desk.command();
    expect(code).toBe(1);
    expect(stdout).toContain('no-sources');
    expect(stdout).toContain('--sources');
    expect(desk.written()).toEqual(before);
  });

  it('ends with 0 where the folder is empty, and says that it is', () => {
    const { code, stdout } = newDesk().command();
    expect(code).toBe(0);
    expect(stdout).toContain('no-sources');
  });

  it('finds the dumps under a folder written with a slash at its end', () => found('sources/'));
  it.each(['./sources', 'x/../sources'])('finds the dumps under a folder written as %s', (written) =>
    found(written),
  );
});

/** Asserts that a run finds a dump in a sub-folder of the folder so written. */
function found(written: string): void {
  const desk = newDesk({ 'sub/a.txt': text });
  mkdirSync(desk.path('x'));
  const { report, exitCode } = desk.run({ sources: `${desk.folder}/${written}` });
  expect(report.problems).toEqual([]);
  expect(report.sources.map((source) => source.file)).toEqual(['sub/a.txt']);
  expect(exitCode).toBe(0);
}

describe('dumps that cannot be read as they are', () => {
  it('are named with line and byte, and the other files go on', () => {
    const desk = newDesk(seedDumps());
    const [before, after] = [Buffer.from('第一行。\n第二行'), Buffer.from('。\n第三行。\n')];
    desk.put('broken.txt', Buffer.concat([before, Buffer.from([0xff, 0xff]), after]));
    const { report, exitCode } = desk.run();
    expect(exitCode).toBe(1);
    expect(report.ok).toBe(false);
    expect(report.problems).toMatchObject([
      { code: 'cannot-decode', level: 'error', file: 'broken.txt', line: 2 },
    ]);
    expect(report.problems[0]?.message).toContain(`Byte ${before.length} (ff)`);
    expect(report.problems[0]?.remedy).toContain('encodings:');
    expect(desk.ids()).toHaveLength(8);
  });

  it.each(['', '\n\n \n', '\ufeff'])(
    'because they hold no text (%j) are noted, and that is no failure',
    (blank) => {
      const desk = newDesk({ ...seedDumps(), 'empty.txt': blank });
      const { report, exitCode } = desk.run();
      expect(exitCode).toBe(0);
      expect(report.problems).toMatchObject([{ code: 'empty-source', level: 'note', file: 'empty.txt' }]);
      expect(desk.ids()).toHaveLength(8);
      expect(desk.run().report.changed).toEqual([]);
    },
  );

  it('because two have one stem are an error that names both, and the other files go on', () => {
    const desk = newDesk({ ...seedDumps(), [`sub/${file}`]: text });
    const { report, exitCode } = desk.run();
    expect(exitCode).toBe(1);
    expect(report.problems).toMatchObject([{ code: 'same-stem', level: 'error', file: `sub/${file}` }]);
    expect(report.problems[0]?.message).toContain(file);
    expect(desk.ids()).toHaveLength(8);
  });

  it('because two have one stem are told too where the run before went well', () => {
    const desk = newDesk(seedDumps());
    desk.run();
    desk.run();
    desk.put(`sub/${file}`, text);
    for (const check of [true, false])
      expect(desk.run({ check })).toMatchObject({
        exitCode: 1,
        report: { ok: false, problems: [{ code: 'same-stem', file: `sub/${file}` }] },
      });
    desk.remove(`sub/${file}`);
    expect(desk.run()).toMatchObject({ exitCode: 0, report: { problems: [], changed: [] } });
  });

  it('because they hold no article are noted, and their text is in the ledger', () => {
    const desk = newDesk({ 'page.txt': '文匯報　A12　評論　2026年6月8日　星期一\n責任編輯：陳大文\n' });
    const { report, exitCode } = desk.run();
    expect(exitCode).toBe(0);
    expect(report.problems).toMatchObject([{ code: 'no-article', file: 'page.txt' }]);
    expect(desk.ledger('page.txt').spans.map(({ label }) => label)).toEqual(['furniture', 'furniture']);
  });
});

describe('an article without an author line', () => {
  it('is by 佚名, and a review code says so', () => {
    const desk = newDesk({ 'a.txt': text.slice(text.indexOf('借鑒雄安'), text.indexOf('進軍中亞')) });
    const { report, exitCode } = desk.run();
    expect(exitCode).toBe(0);
    const [article] = desk.articles();
    expect(article?.frontmatter).toMatchObject({
      title: '借鑒雄安經驗 因地制宜嵌入北都區建設',
      authors: [{ name: '佚名', roles: [] }],
    });
    expect(article?.frontmatter.review).toContain('no-byline');
    expect(report.doubts.map(({ code }) => code)).toContain('no-byline');
  });
});

describe('a broken file of the keeper', () => {
  it.each([
    ['corrections.yaml', 'bad-corrections', 'slips:\n  - id: "abc\n', 2],
    ['corrections.yaml', 'bad-corrections', 'slips:\n  - { id: [a, b }\n', 2],
    ['corrections.yaml', 'bad-corrections', '\nslip: []\n', 2],
    ['corrections.yaml', 'bad-corrections', 'withdraw:\n  - id: 3pskq6k4\n', 2],
    ['corrections.yaml', 'bad-corrections', 'withdraw:\n  - { id: ILOU, reason: 試 }\n', 2],
    [
      'corrections.yaml',
      'bad-corrections',
      '# 註\nfields:\n  - id: 3pskq6k4\n    reason: 試\n    set:\n      date: 2026年6月8日\n',
      6,
    ],
    ['corrections.yaml', 'bad-corrections', '只有文字', 1],
    ['topics.yaml', 'bad-topics', '- id: trade\n  label: "貿易\n', 2],
    ['topics.yaml', 'bad-topics', '- id: trade\n  label: 貿易\n  terms: 貿易\n', 3],
    ['topics.yaml', 'bad-topics', '- id: Trade\n  label: 貿易\n  terms: [貿易]\n', 1],
    ['topics.yaml', 'bad-topics', '', 1],
  ])('is named with its line, and nothing is written: %s %s %j', (name, code, content, line) => {
    const desk = newDesk(seedDumps());
    desk.run();
    const before = desk.written();
    desk.put('new.txt', '新一份來源。\n');
    writeFileSync(desk.path(name), content);
    const { report, exitCode } = desk.run();
    expect(exitCode).toBe(2);
    expect(report.problems[0]).toMatchObject({ code, level: 'error', file: desk.path(name) });
    expect(Math.abs((report.problems[0]?.line ?? 0) - line)).toBeLessThanOrEqual(1);
    expect(report.problems[0]?.remedy).toContain('nothing was read or written');
    expect(desk.written()).toEqual(before);
  });

  it.each([
    ['slips:\n  - { id: [a, b }\n', 2, /list that \[ opens .* no \]/],
    ['fields:\n  - id: x\n    set: { topics: [law\n    reason: x\n', 3, /list that \[ opens .* no \]/],
    ['slips:\n  - id: "abc\n', 2, /text that " opens/],
    ['fields:\n\t- id: x\n', 2, /tab/],
    ['fields:\n  - id: x\n   reason: y\n', 3, /spaces/],
    ['fields:\n  - id: x\n    reason: a: b\n', 3, /colon.*quotes/],
    ['fields:\n  - { id: x reason: y }\n', 2, /comma is missing/],
    ['fields:\n  - id: x\n    reason: *y\n', 3, /quotes/],
    ['withdraw:\n  - id: 3pskq6k4\n', 2, /reason: is missing/],
    ['lines: [{ file: a, line: x, reason: y }]', 1, /number of a line/],
    ['fields: [{ id: 3pskq6k4, set: { date: 六月 }, reason: y }]', 1, /2026-06-08/],
  ])('says in plain words what is expected: %j', (content, line, words) => {
    const desk = newDesk();
    writeFileSync(desk.path('corrections.yaml'), content);
    const { report, exitCode } = desk.run();
    expect(exitCode).toBe(2);
    expect(report.problems).toMatchObject([{ code: 'bad-corrections', line }]);
    expect(report.problems[0]?.message).toMatch(words);
    expect(report.problems[0]?.message).not.toMatch(/flow|mapping|scalar|invalid input|undefined/i);
  });

  it('is told all at once, in the order of its lines, each slip once and with what to write', () => {
    const desk = newDesk();
    desk.correct(`fields:
  - { id: 3pskq6k4, set: { titel: 甲 }, reason: 試 }
  - { id: 3pskq6k4, set: { page: 12 }, reason: 試 }
  - { id: 3pskq6k4, set: { date: 20260608 }, reason: 試 }
  - { id: 3pskq6k4, set: { topics: [law, governence] }, reason: 試 }
  - { id: 3pskq6k4, reviewd: true, resaon: 試 }
  - { id： 3pskq6k4， reviewed: true, reason: 試 }
  - id： 3pskq6k4，試
  - { id: 3pskq6k4, set: { authors: [{ name: 甲, roles: [] }, { name: 乙, roles: [主席, 3] }] }, reason: 試 }
lines:
  - { file: a.txt, line: 3, label: tilte, reason: 試 }
  - { file: a.txt, line: 3, reason: 試 }
feilds: []
slips: []
slips:
  - { id: 3pskq6k4, in: title, from: 甲, reason: 試 }
`);
    const { report, exitCode } = desk.run();
    expect(exitCode).toBe(2);
    const done = '; nothing was read or written.';
    const mend = `Mend the file at the place named${done}`;
    expect(report.problems.map(({ line, message, remedy }) => [line, message, remedy])).toEqual([
      [2, 'Under fields, set: titel is no name that can stand here', `Write title in its place${done}`],
      [3, 'Under fields, set.page: a text is expected, not 12', `Put it in quotes: "…"${done}`],
      [4, 'Under fields, set.date: a day is expected, such as 2026-06-08, not 20260608', mend],
      [5, 'There is no topic governence in the topics file.', `Write governance in its place${done}`],
      [6, 'Under fields: reviewd is no name that can stand here', `Write reviewed in its place${done}`],
      [6, 'Under fields: resaon is no name that can stand here', `Write reason in its place${done}`],
      [
        7,
        'Under fields: id： 3pskq6k4， reviewed is read as one text: ： and ， are full-width signs, which part nothing here',
        `Write : and , in their place, with a space behind${done}`,
      ],
      [
        8,
        'Under fields: id： 3pskq6k4，試 is read as one text: ： and ， are full-width signs, which part nothing here',
        `Write : and , in their place, with a space behind${done}`,
      ],
      [
        9,
        'Under fields, set.authors (number 2).roles (number 2): a text is expected, not 3',
        `Put it in quotes: "…"${done}`,
      ],
      [
        11,
        'Under lines, label: one of these is expected: title, byline, series, standfirst, subhead, paragraph, furniture, unplaced',
        `Write title in its place${done}`,
      ],
      [
        12,
        'Under lines: label, begins, joins or splitBefore is expected: it does not say what the line is',
        mend,
      ],
      [13, 'feilds is no name that can stand here', `Write fields in its place${done}`],
      [16, 'Under slips, to: is missing', mend],
    ]);
  });

  it.each([
    ['fields：\n  - id: 3pskq6k4\n', 1],
    ['fields:\n  - id： 3pskq6k4\n    reviewed: true\n    reason: 試\n', 2],
  ])('names the full-width sign that stands for one of its own: %j', (content, line) => {
    const desk = newDesk();
    desk.correct(content);
    expect(desk.run()).toMatchObject({
      exitCode: 2,
      report: {
        problems: [
          {
            line,
            message: '： is a full-width sign, which parts nothing here',
            remedy: 'Write : in its place, with a space behind; nothing was read or written.',
          },
        ],
      },
    });
  });

  it('names the topic that stands twice', () => {
    const desk = newDesk(seedDumps());
    const topic = '- id: trade\n  label: 貿易\n  terms: [貿易]\n';
    writeFileSync(desk.path('topics.yaml'), topic + topic);
    const { report, exitCode } = desk.run();
    expect(exitCode).toBe(2);
    expect(report.problems[0]).toMatchObject({ line: 4, message: 'The topic trade stands twice.' });
  });

  it('is also one that gives an article a topic that there is not', () => {
    const desk = newDesk(seedDumps());
    desk.correct('fields:\n  - id: 3pskq6k4\n    reason: 試\n    set: { topics: [no-such-topic] }\n');
    const { report, exitCode } = desk.run();
    expect(exitCode).toBe(2);
    expect(report.problems[0]).toMatchObject({ code: 'bad-corrections', line: 4 });
    expect(report.problems[0]?.message).toContain('no-such-topic');
    expect(desk.written()).toEqual({});
  });

  it('is missing topics, but not missing corrections', () => {
    const desk = newDesk(seedDumps());
    expect(desk.run().exitCode).toBe(0);
    rmSync(desk.path('topics.yaml'));
    expect(desk.run()).toMatchObject({ exitCode: 2, report: { problems: [{ code: 'bad-topics' }] } });
  });

  it('ends the command with 2 and is shown as file:line', () => {
    const desk = newDesk(seedDumps());
    desk.correct('slips:\n  - { id: 3pskq6k4, in: title, from: 甲, reason: 試 }\n');
    const { code, stdout } = desk.command();
    expect(code).toBe(2);
    expect(stdout).toContain(`${desk.path('corrections.yaml')}:2  bad-corrections  Under slips, to`);
  });
});

/** What the site says of article files that it cannot read. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readAll } from '../../../src/article/entries.ts';
import { writeArticle } from '../../../src/article/file.ts';
import { articlesFolder } from '../../../src/article/folder.ts';
import { readArticle } from '../../../src/article/read.ts';

const whole = writeArticle(
  {
    id: '7k3m9x2p',
    title: '題',
    authors: [{ name: '陳勇', roles: [] }],
    topics: ['trade'],
    lang: 'zh-Hant',
    sources: [{ file: 'a.txt', lines: [[1, 2]] }],
    review: [],
  },
  [{ kind: 'p', text: '正文。' }],
);

it('names every file, the line of the file and the reason, and no place in the program', async () => {
  const root = mkdtempSync(path.join(tmpdir(), 'articles-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const files = {
    'a.mdx': whole,
    'b.mdx': whole,
    'c.mdx': `${whole.replace('zh-Hant', 'zh')}\r\n\r\n<Foo {\r\n`.replace(/(?<!\r)\n/g, '\r\n'),
    'd.mdx': '只有正文。\n',
  };
  mkdirSync(path.join(root, articlesFolder), { recursive: true });
  for (const [name, text] of Object.entries(files))
    writeFileSync(path.join(root, articlesFolder, name), text);
  const failure = await readAll(root, (file) => readArticle(readFileSync(file)).entry).catch(
    (error: Error) => error,
  );
  expect(failure).toBeInstanceOf(Error);
  const { message, stack } = failure as Error;
  expect(stack).toBe('');
  expect(message.split('\n').slice(0, -1)).toEqual([
    '3 article file(s) cannot be read.',
    `${articlesFolder}/b.mdx: its id 7k3m9x2p is taken by ${articlesFolder}/a.mdx; delete one of the two`,
    `${articlesFolder}/c.mdx:8: lang: one of these is expected: zh-Hant, zh-Hans`,
    expect.stringContaining(`${articlesFolder}/c.mdx:16: its body is no valid MDX: `),
    `${articlesFolder}/d.mdx:1: it does not begin with frontmatter between two lines of ---`,
  ]);
});

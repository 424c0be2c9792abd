import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Frontmatter } from '../../../src/article/schema.ts';
import { readArrivals } from '../../../src/search/build/arrivals.ts';
import { inOrderOfArrival } from '../../../src/search/build/articles.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'ledgers-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, file: string, arrived: number, space = 1): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  const spans = [
    { line: 1, from: 0, to: 2, label: 'title', reason: '{"source": {"file": "no", "arrived": 9}}' },
  ];
  const ledger = { source: { file, sha256: '', bytes: 1, encoding: 'utf-8', lines: 1, arrived }, spans };
  writeFileSync(path.join(folder, name), JSON.stringify(ledger, undefined, space));
}

it('reads when a dump came from the head of its ledger, whatever it is called', () => {
  write('000.json', '000.txt', 3);
  write('2015/a}.json', '2015/a}.txt', 1);
  write('long.json', `${'長'.repeat(1000)}.txt`, 2, 0);
  expect([...readArrivals(folder)].sort()).toEqual([
    ['000.txt', 3],
    ['2015/a}.txt', 1],
    [`${'長'.repeat(1000)}.txt`, 2],
  ]);
  expect(readArrivals(path.join(folder, 'none')).size).toBe(0);
});

it('puts what came last at the end, and leaves an article where it is that is printed again', () => {
  const article = (id: string, ...files: string[]) => ({
    data: { id, sources: files.map((file) => ({ file, lines: [[1, 2]] })) } as unknown as Frontmatter,
  });
  const arrivals = new Map([
    ['a.txt', 2],
    ['b.txt', 1],
    ['c.txt', 1],
  ]);
  const articles = [article('new', 'a.txt'), article('old', 'b.txt'), article('again', 'a.txt', 'c.txt')];
  expect(inOrderOfArrival(articles, arrivals).map(({ data }) => data.id)).toEqual(['old', 'again', 'new']);
});

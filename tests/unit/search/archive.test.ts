/** What is left on disk by runs that follow each other, that fail, or that find something damaged. */
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { writeArchive } from '../../../src/search/build/archive.ts';
import { articleOf, filed, type SearchArticle } from '../../../src/search/build/articles.ts';
import { PlacedIndex } from '../../../src/search/build/place.ts';

const scratch = mkdtempSync(path.join(os.tmpdir(), 'archive-'));
const index = path.join(scratch, 'site', 'pagefind');
const cache = path.join(scratch, 'cache');

afterAll(() => rmSync(scratch, { recursive: true }));

const articles = filed(
  Array.from('甲乙丙丁戊己庚', (name, number) =>
    articleOf(
      {
        id: `abcdefg${number}`,
        title: `第${name}篇`,
        authors: [{ name, roles: [] }],
        topics: ['trade'],
        lang: 'zh-Hant',
        sources: [{ file: `${number}.txt`, lines: [[1, 2]] }],
        review: [],
      },
      [{ kind: 'p', text: `香港評論${name}` }],
    ),
  ),
  new Map(),
);

const build = (of: readonly SearchArticle[], folder = index, its = cache) =>
  writeArchive(of, folder, { base: '/', cache: its, most: 3, key: of.map(({ digest }) => digest).join() });

/** Everything below a folder, by path: what it holds and when it was written. */
function read(folder: string): Map<string, { content: string; written: number }> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  return new Map(
    files.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const known = { content: readFileSync(file, 'latin1'), written: statSync(file).mtimeMs };
      return [path.relative(folder, file), known] as const;
    }),
  );
}

const contents = (folder: string) =>
  new Map(
    [...read(folder)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, { content }]) => [name, content]),
  );

it('builds what changed and leaves the rest as it is, and comes to the same as a build from nothing', async () => {
  expect((await build(articles.slice(0, 6))).built).toBeGreaterThan(1);
  const before = read(index);
  const { built, volumes } = await build(articles);
  expect(volumes).toBeGreaterThan(built);
  const after = read(index);
  const kept = [...before].filter(([name, { written }]) => after.get(name)?.written === written);
  expect(kept.filter(([name]) => name.endsWith('volume.json'))).toHaveLength(volumes - built);
  expect(kept.map(([name]) => name)).toContain('pagefind.js');
  const fresh = path.join(scratch, 'fresh');
  await build(articles, fresh, path.join(scratch, 'other-cache'));
  expect(contents(index)).toEqual(contents(fresh));
});

it('knows an index that is as it was written, and no other', async () => {
  const key = articles.map(({ digest }) => digest).join();
  expect(new PlacedIndex(index, cache).current(key)).toBeDefined();
  expect(new PlacedIndex(index, cache).current('another')).toBeUndefined();
  cpSync(index, `${index}-copy`, { recursive: true });
  expect(new PlacedIndex(`${index}-copy`, cache).current(key)).toBeUndefined();
});

it('takes volumes from a cache that came from another machine, with times of its own', async () => {
  const carried = path.join(scratch, 'carried-cache');
  cpSync(path.join(cache, 'volumes'), path.join(carried, 'volumes'), { recursive: true });
  const elsewhere = path.join(scratch, 'elsewhere');
  expect((await build(articles, elsewhere, carried)).built).toBe(0);
  expect(contents(elsewhere)).toEqual(contents(index));
});

it('puts right what is missing or damaged, in the site and in the cache', async () => {
  const key = articles.map(({ digest }) => digest).join();
  const whole = contents(index);
  const of = (folder: string, name: string) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((each) => path.basename(each) === name)
      .map((each) => path.join(folder, each));
  rmSync(of(index, 'documents.json')[0] as string);
  appendFileSync(of(index, 'ids-0.json')[1] as string, ' ');
  rmSync(of(index, 'pagefind.js')[0] as string);
  expect(new PlacedIndex(index, cache).current(key)).toBeUndefined();
  expect((await build(articles)).built).toBe(0);
  expect(contents(index)).toEqual(whole);
  rmSync(of(index, 'units-0.json')[0] as string);
  rmSync(of(path.join(cache, 'volumes'), 'documents.json')[0] as string);
  const damaged = of(path.join(cache, 'volumes'), 'volume.json').slice(1);
  for (const file of damaged) appendFileSync(file, ' ');
  expect((await build(articles)).built).toBe(1);
  expect(contents(index)).toEqual(whole);
});

it('leaves the index that was there where a run fails, and the next one takes away what it left', async () => {
  const whole = read(index);
  const broken = articles.map((article) => ({
    ...article,
    digest: `${article.digest} broken`,
    searched: async () => {
      throw new Error('this article cannot be read');
    },
  }));
  await expect(build(broken)).rejects.toThrow('this article cannot be read');
  for (const [name, file] of whole) expect(read(index).get(name), name).toEqual(file);
  await build(articles.slice(0, 3));
  const names = [...contents(index).keys()];
  expect(names.filter((name) => name.endsWith('volume.json'))).toHaveLength(1);
  expect(names.filter((name) => name.endsWith('.new'))).toEqual([]);
});

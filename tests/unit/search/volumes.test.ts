import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleOf, filed } from '../../../src/search/build/articles.ts';
import { columnsOf, joinedColumns } from '../../../src/search/build/facets.ts';
import { formsOfArchive, writingOf } from '../../../src/search/build/forms.ts';
import { volumesOf } from '../../../src/search/build/volumes.ts';
import { firstAsked } from '../../../src/search/client/together.ts';
import { formsIn } from '../../../src/search/client/volume.ts';
import { documentOf, type Searched } from '../../../src/search/document.ts';
import { byScore, type Hit, search } from '../../../src/search/engine.ts';
import type { FacetsFile } from '../../../src/search/files.ts';
import { parseQuery } from '../../../src/search/query.ts';
import { folding } from '../../../src/text/fold.ts';
import { memorySource } from '../../support/memory-source.ts';

const names = (count: number) => Array.from({ length: count }, (_, number) => `article-${number * 7}`);

describe('the cuts between volumes', () => {
  const sizesOf = (count: number, most: number) =>
    volumesOf(names(count), most).map(({ first, end }) => end - first);

  it('leave no article out and keep to the size', () => {
    const most = 40;
    for (const count of [0, 1, 39, 40, 41, 80, 1000]) {
      const ids = names(count);
      const volumes = volumesOf(ids, most);
      expect(volumes.flatMap(({ first, end }) => ids.slice(first, end))).toEqual(ids);
      for (const { first, end } of volumes.slice(0, -1)) {
        expect(end - first).toBeLessThanOrEqual(most);
        expect(end - first).toBeGreaterThanOrEqual(most * 0.75);
      }
    }
  });

  it('make small volumes of what is left at the new end, and few of them', () => {
    for (let count = 0; count < 8000; count += 397) {
      const sizes = sizesOf(count, 1600);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(count);
      expect(sizes.at(-1) ?? 0).toBeLessThanOrEqual(120);
      expect(sizes.filter((size) => size < 0.75 * 1600).length).toBeLessThanOrEqual(10);
      const large = sizes.findIndex((size) => size < 0.75 * 1600);
      expect(sizes.slice(large === -1 ? sizes.length : large).every((size) => size <= 480)).toBe(true);
    }
  });

  const slicesOf = (ids: readonly string[], most: number) =>
    volumesOf(ids, most).map(({ first, end }) => ids.slice(first, end).join(' '));

  it('stay where they are when articles are added, but for the volumes in which they land', () => {
    const ids = names(3000);
    const before = new Set(slicesOf(ids, 300));
    const changedBy = (after: readonly string[]) =>
      slicesOf(after, 300).filter((slice) => !before.has(slice)).length;
    let changed = 0;
    for (let at = 0; at < ids.length; at += 100)
      changed += changedBy(ids.toSpliced(at, 0, `new-${at}`, `newer-${at}`));
    // One volume for each of the thirty additions, and rarely some more.
    expect(changed).toBeLessThan(60);
    expect(changedBy([...ids, 'new'])).toBe(1);
  });

  it('have few articles built again while an archive grows dump by dump', () => {
    const ids = names(1400);
    let [before, built] = [new Set<string>(), 0];
    for (let count = 900; count <= ids.length; count += 4) {
      const slices = slicesOf(ids.slice(0, count), 400);
      // Of the first archive everything is built, which no later run can help.
      if (count > 900) for (const slice of slices) if (!before.has(slice)) built += slice.split(' ').length;
      before = new Set(slices);
    }
    // About 50 in the last volume for each dump of four, and the larger volumes that come together.
    expect(built / 125).toBeLessThan(75);
  });
});

describe('the volumes that are asked first', () => {
  it('are as many of the newest as make an answer worth showing', () => {
    const first = (...sizes: number[]) => firstAsked(sizes.map((documents) => ({ documents }))).length;
    expect(first()).toBe(0);
    expect(first(8)).toBe(1);
    expect(first(1900, 1800)).toBe(1);
    expect(first(4, 90, 400, 1700, 1900)).toBe(4);
    expect(first(1000, 90, 400, 1900)).toBe(1);
  });
});

/** The hits of several volumes as those of one archive. */
async function findIn(volumes: readonly (readonly Searched[])[], query: string): Promise<Hit[]> {
  const writings = volumes.map((articles) => writingOf(articles, folding));
  const forms = formsOfArchive(writings, folding);
  let first = 0;
  const hits: Hit[] = [];
  for (const [number, articles] of volumes.entries()) {
    const rare = new Set(writings[number]?.forms.flatMap(([, ...others]) => others));
    const documents = articles.map((each) => documentOf(each, folding, rare));
    const source = { ...memorySource(documents), forms: formsIn(forms, number, folding) };
    const extents = async () => (document: number) => documents[document] as (typeof documents)[0];
    const found = await search(parseQuery(query, folding), source, extents);
    hits.push(...found.map((hit) => ({ ...hit, document: hit.document + first })));
    first += articles.length;
  }
  return hits.sort(byScore);
}

describe('several volumes', () => {
  it('find, count and order as one index of the same articles', async () => {
    const text = fc
      .array(fc.constantFrom(...'裏裡里為爲为香港台臺AIai5,.、 '), { minLength: 1, maxLength: 14 })
      .map((all) => all.join(''));
    const article = fc.array(text, { minLength: 1, maxLength: 4 }).map(
      ([title = '無', ...blocks]): Searched => ({
        title,
        authors: [{ name: '陳臺', roles: [] }],
        blocks: blocks.map((each) => ({ kind: 'p', text: each })),
      }),
    );
    const query = fc.array(text, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
    await fc.assert(
      fc.asyncProperty(
        fc.array(article, { minLength: 1, maxLength: 6 }),
        fc.array(fc.nat({ max: 6 }), { maxLength: 3 }),
        query,
        async (articles, cuts, sought) => {
          const edges = [0, ...cuts.map((cut) => Math.min(cut, articles.length)).sort(), articles.length];
          const volumes = edges.slice(1).map((end, at) => articles.slice(edges[at], end));
          expect(await findIn(volumes, sought)).toEqual(await findIn([articles], sought));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('have the facets of one index', () => {
    const articles = filed(
      ['甲', '乙', '甲', '丙', '乙', '甲'].map((name, number) =>
        articleOf(
          {
            id: `abcdefg${number}`,
            title: '題',
            authors: [{ name, roles: ['議員', `委員${number}`] }],
            topics: [number % 2 === 0 ? 'trade' : 'law'],
            lang: 'zh-Hant',
            date: `202${number}-01-01`,
            sources: [{ file: `${number}.txt`, lines: [[1, 2]] }],
            review: [],
          },
          [],
        ),
      ),
      new Map(),
    );
    /** By document and facet, the values with their names. */
    const read = ({ facets, names: byScript }: ReturnType<typeof columnsOf>) =>
      Object.entries(facets.facets as FacetsFile['facets']).map(([facet, { keys, documents }]) =>
        documents.map((numbers) =>
          numbers.map((number) => [keys[number], byScript['zh-Hans'][facet as 'author'][number]]).sort(),
        ),
      );
    const whole = columnsOf(articles);
    const joined = joinedColumns([columnsOf(articles.slice(0, 2)), columnsOf(articles.slice(2))]);
    expect(read(joined)).toEqual(read(whole));
    expect(joined.facets.dates).toEqual(whole.facets.dates);
    expect(joined.facets.facets.author.keys).toEqual(whole.facets.facets.author.keys);
  });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { documentOf } from '../../../src/search/document.ts';
import { search } from '../../../src/search/engine.ts';
import { marked } from '../../../src/search/passages.ts';
import { parseQuery, wordsIn } from '../../../src/search/query.ts';
import { folding } from '../../../src/text/fold.ts';
import { memorySource } from '../../support/memory-source.ts';
import { oddQuery } from '../../support/odd-queries.ts';

const text = '香港「AI」產業，金額超16.5億美元；<b>C++</b> & 哈哈哈。\ud83d\ude00 98.3% 5G-A U.S.A.';
const documents = [text, `${text}${text}`, '無'].map((title) =>
  documentOf({ title, authors: [{ name: '陳勇', roles: [] }], blocks: [{ kind: 'p', text }] }, folding),
);
const source = memorySource(documents);
const extents = async () => (number: number) => documents[number] as (typeof documents)[0];

it('answers any query, and marks change no text', async () => {
  await fc.assert(
    fc.asyncProperty(oddQuery, async (typed) => {
      const asked = parseQuery(typed, folding);
      for (const { document, hits, score } of await search(asked, source, extents)) {
        expect(document).toBeLessThan(documents.length);
        expect(Number.isInteger(hits) && hits >= 0 && Number.isFinite(score)).toBe(true);
      }
      const patterns = wordsIn(asked).map(({ pattern }) => pattern);
      const shown = marked(text, patterns, folding).map((stretch) => stretch.text);
      expect(shown.join('')).toBe(text);
    }),
    { numRuns: 10_000 },
  );
}, 60_000);

it('answers queries of great length', async () => {
  for (const typed of [
    '香'.repeat(5000),
    '香 '.repeat(2500),
    '香，'.repeat(2500),
    'a OR '.repeat(1000),
    '"'.repeat(5000),
  ]) {
    expect(await search(parseQuery(typed, folding), source, extents)).toBeInstanceOf(Array);
  }
});

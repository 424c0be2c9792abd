import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlainBody } from '../../../src/article/body.ts';
import { splitArticle, writeArticle } from '../../../src/article/file.ts';
import { byLibrary, writeFields } from '../../../src/article/frontmatter.ts';
import { readArticle } from '../../../src/article/read.ts';
import { articleSchema, type Block, type Frontmatter } from '../../../src/article/schema.ts';
import { blockText } from '../../support/texts.ts';

const optional = fc.option(blockText, { nil: undefined });
const frontmatter: fc.Arbitrary<Frontmatter> = fc.record({
  id: fc.constant('7k3m9x2p'),
  title: blockText,
  authors: fc.array(
    fc.record({ name: blockText, honorific: optional, roles: fc.array(blockText, { maxLength: 3 }) }),
    { minLength: 1, maxLength: 3 },
  ),
  series: optional,
  standfirst: optional,
  topics: fc.constant(['trade']),
  lang: fc.constantFrom('zh-Hant' as const, 'zh-Hans' as const),
  publication: optional,
  page: optional,
  sources: fc.array(
    fc.record({
      file: blockText,
      lines: fc.array(fc.tuple(fc.integer({ min: 1 }), fc.integer({ min: 1 })), {
        minLength: 1,
        maxLength: 3,
      }),
    }),
    { minLength: 1, maxLength: 2 },
  ),
  review: fc.constant([]),
});
const blocks: fc.Arbitrary<Block[]> = fc.array(
  fc.record({ kind: fc.constantFrom('p' as const, 'h' as const), text: blockText }),
  { maxLength: 3 },
);

const withoutUndefined = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('an article file', () => {
  it('gives back every field and every block, whatever they say', () => {
    fc.assert(
      fc.property(frontmatter, blocks, (fields, body) => {
        const text = writeArticle(fields, body);
        const split = splitArticle(text);
        expect(articleSchema.parse(split.frontmatter)).toEqual(withoutUndefined(fields));
        expect(readPlainBody(split.body)).toEqual(body);
      }),
      { numRuns: 500 },
    );
  });

  it('is read alike by the site, from its bytes', () => {
    fc.assert(
      fc.property(frontmatter, blocks, (fields, body) => {
        const { entry } = readArticle(Buffer.from(writeArticle(fields, body)));
        expect(entry).toMatchObject({ ...(withoutUndefined(fields) as object), blocks: body, markup: false });
      }),
    );
  });

  it('has the frontmatter that the library writes, where that is written without it', () => {
    const word = fc.oneof(
      blockText,
      fc.constantFrom(
        '陳大文',
        '立法會議員',
        '「一帶一路」：二十年',
        'Jane Lee',
        'A14',
        '12',
        'null',
        '3e5',
        '上 -',
      ),
    );
    const plain = fc.record({
      id: fc.constantFrom('7k3m9x2p', '12345678', '1e234567'),
      title: word,
      authors: fc.array(
        fc.record({ name: word, honorific: fc.option(word, { nil: undefined }), roles: fc.array(word) }),
        {
          minLength: 1,
          maxLength: 3,
        },
      ),
      topics: fc.array(fc.constantFrom('trade', 'artificial-intelligence'), { minLength: 1, maxLength: 2 }),
      date: fc.constantFrom('2026-06-16', '1999-01-01'),
      sources: fc.array(
        fc.record({ file: fc.oneof(word, fc.constant('000_2798.txt')), lines: fc.constant([[1, 22]]) }),
        { minLength: 1, maxLength: 2 },
      ),
      review: fc.constantFrom([], ['no-byline']),
    });
    fc.assert(
      fc.property(plain, (fields) => {
        expect(writeFields(fields)).toBe(byLibrary(fields));
      }),
      { numRuns: 500 },
    );
  });

  it('has its fields in one order, so that equal articles are equal bytes', () => {
    const fields: Frontmatter = {
      id: '7k3m9x2p',
      title: '題',
      authors: [{ name: '陳勇', roles: ['全國政協委員'] }],
      topics: ['trade'],
      lang: 'zh-Hant',
      sources: [{ file: 'a.txt', lines: [[1, 2]] }],
      review: [],
    };
    const turned = Object.fromEntries(Object.entries(fields).reverse()) as Frontmatter;
    expect(writeArticle(turned, [])).toBe(writeArticle(fields, []));
    expect(writeArticle({ ...fields, series: undefined }, [])).toBe(writeArticle(fields, []));
  });

  it('has no frontmatter where the first line is not ---', () => {
    expect(splitArticle('只有正文。\n')).toEqual({ frontmatter: undefined, body: '只有正文。\n' });
  });
});

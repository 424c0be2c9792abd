import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentOf, type Searched } from '../../../src/search/document.ts';
import { search } from '../../../src/search/engine.ts';
import { patternOf } from '../../../src/search/pattern.ts';
import { parseQuery } from '../../../src/search/query.ts';
import { folding } from '../../../src/text/fold.ts';
import { memorySource } from '../../support/memory-source.ts';
import { countIn } from '../../support/search-oracle.ts';

function article(title: string, ...paragraphs: string[]): Searched {
  return {
    title,
    authors: [{ name: '陳勇', honorific: '博士', roles: ['立法會議員'] }],
    series: '錨定未來',
    blocks: paragraphs.map((text) => ({ kind: 'p', text })),
  };
}

async function find(articles: readonly Searched[], query: string): Promise<[number, number][]> {
  const documents = articles.map((each) => documentOf(each, folding));
  const extents = async () => (number: number) => documents[number] as (typeof documents)[0];
  const hits = await search(parseQuery(query, folding), memorySource(documents), extents);
  return hits.map(({ document, hits: count }) => [document, count]);
}

describe('the engine', () => {
  const archive = [
    article('進軍中亞新市場 強化香港', '香港是國際創科中心。', '中心在香港AI產業。'),
    article('香港與國際', '國際創科', '中心'),
    article('教育', '香港。國際的創科、中心；香港', '灣仔'),
  ];

  it.each([
    ['國際創科中心', [[0, 1]]],
    [
      '国际创科',
      [
        [0, 1],
        [1, 1],
      ],
    ],
    ['國際創科、中心', [[0, 1]]],
    [
      '創科、中心',
      [
        [2, 1],
        [0, 1],
      ],
    ],
    [
      '陳勇',
      [
        [0, 0],
        [1, 0],
        [2, 0],
      ],
    ],
    ['陳勇博士 灣仔', [[2, 1]]],
    ['"香港 AI"', [[0, 1]]],
    ['香港 AI', [[0, 4]]],
    [
      '教育 OR AI',
      [
        [2, 1],
        [0, 1],
      ],
    ],
    [
      '香港 -教育',
      [
        [1, 1],
        [0, 3],
      ],
    ],
    [
      '國際 NEAR/1 創科',
      [
        [1, 2],
        [0, 2],
        [2, 2],
      ],
    ],
    [
      '中心 中心',
      [
        [2, 1],
        [0, 2],
        [1, 1],
      ],
    ],
    [
      '錨定',
      [
        [0, 0],
        [1, 0],
        [2, 0],
      ],
    ],
    ['！', []],
    ['-香港', []],
  ])('finds %s', async (query, expected) => {
    const found = await find(archive, query);
    expect(new Map(found)).toEqual(new Map(expected as [number, number][]));
  });

  it('puts titles first, whole titles before others, and neighbours before what is apart', async () => {
    const titles = [
      article('論香港教育的未來', '香港教育'),
      article('甲', '香港教育香港教育'),
      article('香港教育', '乙'),
    ];
    expect((await find(titles, '香港教育')).map(([number]) => number)).toEqual([2, 0, 1]);
    const far = [article('甲', `創科${'遠'.repeat(60)}金融`), article('乙', `${'近'.repeat(60)}創科金融`)];
    expect((await find(far, '創科 金融')).map(([number]) => number)).toEqual([1, 0]);
  });

  it('puts the form as typed first among equals', async () => {
    const archive = ['一個裡程', '一個裏程', '一個里程', '一個AI程', '一個ai程'].map((text) =>
      article('甲', text),
    );
    const forms = [
      ['裏', '裡', '里'],
      ['A', 'a'],
      ['I', 'i'],
    ];
    const first = async (query: string) => {
      const documents = archive.map((each) => documentOf(each, folding, new Set(['裡', '里', 'a', 'i'])));
      const extents = async () => (number: number) => documents[number] as (typeof documents)[0];
      const hits = await search(parseQuery(query, folding), memorySource(documents, forms), extents);
      return archive[hits[0]?.document ?? -1]?.blocks[0]?.text;
    };
    for (const query of ['裡程', '裏程', '里程', 'AI程', 'ai程'])
      expect(await first(query)).toBe(`一個${query}`);
  });

  it('counts as the slow way does, block by block', async () => {
    const alphabet = [...'香港金融AIai5,.、 「+', '，'];
    const text = fc
      .array(fc.constantFrom(...alphabet), { minLength: 1, maxLength: 14 })
      .map((all) => all.join(''));
    const word = text.filter(
      (each) => !/\s/.test(each) && /^[^-]/.test(each) && patternOf(each, folding).units.length > 0,
    );
    const check = async (texts: string[][], sought: string) => {
      const articles = texts.map(([title = '無', ...blocks]) => article(title, ...blocks));
      const found = new Map(await find(articles, sought));
      for (const [number, blocks] of texts.entries()) {
        const expected = blocks.reduce((sum, block) => sum + countIn(block, sought), 0);
        expect(found.get(number) ?? 0).toBe(expected);
      }
    };
    const texts = fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 });
    await fc.assert(fc.asyncProperty(texts, word, check), { numRuns: 2000 });
    const cut = fc.tuple(texts, fc.nat(), fc.nat({ max: 5 })).map(([all, from, length]) => {
      const whole = all.flat().join('');
      return [
        all,
        whole
          .slice(from % whole.length)
          .slice(0, length + 1)
          .replace(/\s/g, '') || '香',
      ] as const;
    });
    const isWord = ([, each]: readonly [string[][], string]) => patternOf(each, folding).units.length > 0;
    await fc.assert(
      fc.asyncProperty(cut.filter(isWord), ([all, each]) => check(all, each)),
      { numRuns: 2000 },
    );
  });
});

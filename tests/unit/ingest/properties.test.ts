import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksFromLedger, linesIn, misplaced, withoutBlanks } from '../../../scripts/fuzz/coverage.ts';
import { readPage } from '../../../scripts/ingest/page.ts';
import { spansOf } from '../../../scripts/ingest/spans.ts';
import { newDesk } from '../../support/ingest.ts';
import { dumpText } from '../../support/texts.ts';

const noSeries = (): boolean => false;

describe('whatever the lines of a dump say', { timeout: 120_000 }, () => {
  it('every character that is no blank stands in exactly one span, and articles say what their spans say', () => {
    fc.assert(
      fc.property(dumpText, (text) => {
        const lines = linesIn(text);
        const page = readPage('a.txt', lines, noSeries);
        const ids = page.articles.map((_, at) => `aaaaaaa${at}`);
        const spans = spansOf(lines, page, ids);
        expect(misplaced(lines, spans)).toEqual([]);
        for (const [at, { blocks }] of page.articles.entries())
          expect(withoutBlanks(blocks)).toEqual(blocksFromLedger(lines, spans, ids[at] ?? ''));
      }),
      { numRuns: 500 },
    );
  });

  // Whatever takes its time with the square of a line's length does not come back from these.
  const repeated = [
    ' ',
    '　',
    '1',
    'a',
    'a.',
    '一',
    '、',
    '）',
    '】',
    '（一）',
    '：',
    '甲：',
    '{',
    '|',
    '-',
    '評論        3        ',
  ];

  it.each(repeated)('a line of %j without end is read, and kept whole', (text) => {
    const line = text.repeat(30_000);
    const lines = [`作者為${line}乙`, '', `甲${line}/陳大文`, '', `${line}。`];
    const page = readPage('a.txt', lines, noSeries);
    const ids = page.articles.map((_, at) => `aaaaaaa${at}`);
    expect(misplaced(lines, spansOf(lines, page, ids))).toEqual([]);
  });

  it('dump, ledger and article files hold the same text, and a second run changes nothing', () => {
    fc.assert(
      fc.property(fc.array(dumpText, { minLength: 1, maxLength: 3 }), (texts) => {
        const desk = newDesk(Object.fromEntries(texts.map((text, at) => [`${at}.txt`, text])));
        expect(desk.run().exitCode).toBe(0);
        const first = desk.written();
        for (const [at, text] of texts.entries()) {
          const { articles, spans } = desk.ledger(`${at}.txt`);
          expect(misplaced(linesIn(text), spans)).toEqual([]);
          for (const { id } of articles) {
            const { frontmatter, blocks } = desk.article(id);
            if (frontmatter.sources[0]?.file === `${at}.txt`)
              expect(withoutBlanks(blocks)).toEqual(blocksFromLedger(linesIn(text), spans, id));
          }
        }
        const again = desk.run();
        expect(again).toMatchObject({ exitCode: 0, report: { changed: [] } });
        expect(desk.run({ check: true }).exitCode).toBe(0);
        expect(desk.written()).toEqual(first);
      }),
      { numRuns: 100, seed: 1 },
    );
  });

  it('a correction of a line that is taken back leaves every article its id', () => {
    const name = 'tests/fixtures/ingest/layouts-b/sources/201_60c5881320fee477.txt';
    const text = readFileSync(name, 'utf8');
    const desk = newDesk({ 'a.txt': text });
    desk.run();
    const ids = desk.ids();
    const places = [...new Set(desk.ledger('a.txt').spans.map(({ line }) => line))];
    const said = ['begins: true', 'begins: false', 'label: title', 'label: paragraph', 'label: furniture'];
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.constantFrom(...said), (line, what) => {
        desk.correct(`lines: [{ file: a.txt, line: ${line}, ${what}, reason: 試 }]`);
        desk.run();
        desk.correct('');
        desk.run();
        expect(desk.ids()).toEqual(ids);
      }),
      { numRuns: 60 },
    );
  });
});

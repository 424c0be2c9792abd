/** What `--review` offers to paste overrules what it says it overrules. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { placeholder } from '../../../src/article/corrections.ts';
import type { ReportedDoubt } from '../../../src/article/report.ts';
import { newDesk } from '../../support/ingest.ts';

const folder = 'tests/fixtures/ingest/layouts-b/sources';
const dumps = readdirSync(folder).map((file): [string, Uint8Array] => [
  file,
  readFileSync(`${folder}/${file}`),
]);

function doubtsOf(file: string, dump: Uint8Array): ReportedDoubt[] {
  const desk = newDesk({ [file]: dump });
  return desk.run().report.doubts;
}

describe('the doubts', () => {
  it('are listed most doubtful first, each with the line that is in doubt', () => {
    const desk = newDesk(Object.fromEntries(dumps));
    const { doubts } = desk.run().report;
    expect(doubts.length).toBeGreaterThan(0);
    expect(doubts.map(({ margin }) => margin)).toEqual(
      doubts.map(({ margin }) => margin).sort((a, b) => a - b),
    );
    for (const { file, line, article, code } of doubts) {
      expect(desk.ledger(file).spans.map((span) => span.line)).toContain(line);
      expect(desk.article(article).frontmatter.review).toContain(code);
    }
  });

  const overruled = (file: string, dump: Uint8Array): void => {
    for (const doubt of doubtsOf(file, dump)) {
      const desk = newDesk({ [file]: dump });
      desk.correct(doubt.correction.replaceAll(placeholder, '已看過'));
      const { report, exitCode } = desk.run();
      expect(exitCode, doubt.correction).toBe(0);
      expect(report.problems, doubt.correction).toEqual([]);
      const same = ({ line, code, decided }: ReportedDoubt): boolean =>
        line === doubt.line && code === doubt.code && decided === doubt.decided;
      expect(report.doubts.filter(same), doubt.correction).toEqual([]);
    }
  };
  it.each(dumps)('in %s are gone when their corrections are pasted', overruled);

  it('of a headline that takes the line of the series in take that away', () => {
    const prose = [
      '　　巴士公司宣布調高票價百分之二，七月生效。雖然加幅不算高，但物價未見回落，基層',
      '市民難免百上加斤。政府審批之時，應當要求公司交代服務有何改善。',
      '　　公司去年盈利回升，理應與乘客分享成果。本報認為，月票折扣宜擴大至所有路線，並',
      '設立分段收費，讓短途乘客少付一點。',
    ];
    const desk = newDesk({
      'a.txt': ['[社評]', '            巴士加價', '          須顧及市民負擔', '', ...prose].join('\n'),
    });
    const doubt = desk.run().report.doubts.find(({ code }) => code === 'headline-unsure');
    expect(desk.articles()[0]?.frontmatter).toMatchObject({ title: '須顧及市民負擔', series: '巴士加價' });
    desk.correct(doubt?.correction.replaceAll(placeholder, '已看過') ?? '');
    expect(desk.run().report).toMatchObject({ problems: [], doubts: [] });
    const [{ frontmatter } = {}] = desk.articles();
    expect(frontmatter).toMatchObject({ title: '巴士加價 須顧及市民負擔', review: [] });
    expect(frontmatter).not.toHaveProperty('series');
  });

  it('tell of characters that were lost before a dump came to the archive, and where', () => {
    const text =
      '政府近年多番推動經濟轉型，惟成效未彰，社會各界意見紛紜，業界既盼政策清晰，市民則更關心生活。';
    const lines = [
      '巴士加價的另一面',
      '',
      '陳大文　香港大學教授',
      '',
      text,
      '',
      `取態審慎，\ufffd\ufffd並非沒有道理。${text}`,
    ];
    const found = doubtsOf('a.txt', Buffer.from(lines.join('\n'))).filter(
      ({ code }) => code === 'encoding-unsure',
    );
    expect(found.map(({ line }) => line)).toEqual([7]);
  });
});

/** The scores that Lighthouse gives a page, as it is on a phone with a slow network. */
import { chromium } from 'playwright-core';
import { findBrowser } from '../../tests/support/browser.ts';

type Result = NonNullable<Awaited<ReturnType<typeof import('lighthouse').default>>>['lhr'];

/** Scores from 0 to 100, and the audits that cost points. */
export interface Scores {
  scores: Record<string, number>;
  lost: string[];
}

/** Below this a page is looked at twice more, and the middle of the three counts: what else the machine does costs points. */
const doubtful = 0.98;
const speedOf = ({ categories }: Result) => categories.performance?.score ?? 0;

/** Runs Lighthouse on pages, one after the other, in a browser of its own. */
export async function lighthouseScores(urls: readonly string[]): Promise<Map<string, Scores>> {
  const { default: lighthouse } = await import('lighthouse');
  const port = 9000 + Math.floor(Math.random() * 1000);
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: ['--no-sandbox', `--remote-debugging-port=${port}`],
  });
  const results = new Map<string, Scores>();
  try {
    for (const url of urls) {
      const look = async () => {
        const result = await lighthouse(url, { port, output: 'json', logLevel: 'silent' });
        if (!result) throw new Error(`Lighthouse gave no result for ${url}`);
        return result.lhr;
      };
      const looks = [await look()];
      if (looks.every((each) => speedOf(each) < doubtful)) looks.push(await look(), await look());
      looks.sort((a, b) => speedOf(a) - speedOf(b));
      const { categories, audits } = looks[Math.floor(looks.length / 2)] as Result;
      const scores = Object.fromEntries(
        Object.values(categories).map(({ id, score }) => [id, Math.round((score ?? 0) * 100)]),
      );
      const lost = Object.values(categories)
        .filter(({ score }) => (score ?? 0) < 1)
        .flatMap(({ id, auditRefs }) =>
          auditRefs
            .filter(({ id: audit, weight }) => weight > 0 && (audits[audit]?.score ?? 1) < 0.9)
            .map(({ id: audit }) => `${id}: ${audit} ${audits[audit]?.displayValue ?? ''}`.trim()),
        );
      results.set(url, { scores, lost });
    }
  } finally {
    await browser.close();
  }
  return results;
}

/** One ingest in a process of its own; prints its seconds, the processor seconds of the whole process, and peak memory as JSON. */
import { join } from 'node:path';
import { keepCompiled, keepSmall } from '../../ingest/compiled.ts';

keepCompiled();
keepSmall();
const { ingest } = await import('../../ingest/run.ts');
const [folder = '.', topics = 'content/topics.yaml'] = process.argv.slice(2);
const begun = performance.now();
const { report, exitCode } = ingest({
  sources: join(folder, 'sources'),
  articles: join(folder, 'articles'),
  ledger: join(folder, 'ledger'),
  cache: join(folder, 'cache'),
  corrections: join(folder, 'corrections.yaml'),
  topics,
  check: false,
  force: [],
});
const seconds = (performance.now() - begun) / 1000;
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
const peak = maxRSS * 1024;
const processor = (userCPUTime + systemCPUTime) / 1e6;
const articles = report.sources.reduce((sum, source) => sum + source.articles, 0);
process.stdout.write(
  JSON.stringify({ seconds, processor, peak, exitCode, articles, changed: report.changed.length }),
);

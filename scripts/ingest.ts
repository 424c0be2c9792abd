/** `npm run ingest`: arguments in, report out. */
import { parseArgs } from 'node:util';
import { problem } from '../src/article/report.ts';
import { keepCompiled, keepSmall } from './ingest/compiled.ts';
import type { Options } from './ingest/run.ts';

const usage = `Usage: npm run ingest -- [options]

  --sources DIR       dumps (content/sources)
  --out DIR           articles (content/articles)
  --ledger DIR        ledgers (content/ledger)
  --corrections FILE  what a person decided (content/corrections.yaml)
  --topics FILE       topics and their terms (content/topics.yaml)
  --check             change nothing; exit 1 if a run would change something
  --review            list what is unsure, each with a correction ready to paste
  --json              print the report as JSON
  --force FILE…       write these articles anew although a person edited them
  --help              print this`;

function complain(message: string): never {
  const { code, remedy } = problem('bad-option', 'error', 'command line', message);
  process.stderr.write(`${code}: ${message}\n    ${remedy}\n\n${usage}\n`);
  process.exit(2);
}

type Flags = { review: boolean; json: boolean };

function readArguments(argv: readonly string[]): { options: Options; flags: Flags } {
  const parsed = (() => {
    try {
      return parseArgs({
        args: [...argv],
        allowPositionals: true,
        options: {
          sources: { type: 'string', default: 'content/sources' },
          out: { type: 'string', default: 'content/articles' },
          ledger: { type: 'string', default: 'content/ledger' },
          corrections: { type: 'string', default: 'content/corrections.yaml' },
          topics: { type: 'string', default: 'content/topics.yaml' },
          check: { type: 'boolean', default: false },
          review: { type: 'boolean', default: false },
          json: { type: 'boolean', default: false },
          force: { type: 'string', multiple: true, default: [] },
          help: { type: 'boolean', default: false },
        },
      });
    } catch (error) {
      return complain((error as Error).message);
    }
  })();
  const { values, positionals } = parsed;
  if (values.help) {
    process.stdout.write(`${usage}\n`);
    process.exit(0);
  }
  // `--force` takes several files; the parser gives those after the first as words of their own.
  if (positionals.length > 0 && values.force.length === 0)
    complain(`Unexpected argument '${positionals[0]}'.`);
  const { review, json } = values;
  return {
    options: {
      sources: values.sources,
      articles: values.out,
      ledger: values.ledger,
      corrections: values.corrections,
      topics: values.topics,
      check: values.check || review,
      force: [...values.force, ...positionals],
    },
    flags: { review, json },
  };
}

/** A progress bar for runs that take more than a moment, on a terminal only. */
function progress(): (done: number, total: number) => void {
  const begun = Date.now();
  return (done, total) => {
    if (!process.stderr.isTTY || Date.now() - begun < 1000) return;
    const width = 30;
    const filled = Math.round((done / total) * width);
    process.stderr.write(
      `\r${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${done}/${total}${done === total ? '\n' : ''}`,
    );
  };
}

const { options, flags } = readArguments(process.argv.slice(2));
keepCompiled();
keepSmall();
const [{ ingest }, { printReport, printReview }] = await Promise.all([
  import('./ingest/run.ts'),
  import('./ingest/print.ts'),
]);
const { report: full, exitCode } = ingest({ ...options, onProgress: progress() });
// A review looks, as a check does, but what a run would change is not what it was asked.
const problems = flags.review ? full.problems.filter(({ code }) => code !== 'would-change') : full.problems;
const report = { ...full, problems, ok: !problems.some(({ level }) => level === 'error') };
if (flags.json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
else process.stdout.write(`${flags.review ? printReview(report) : printReport(report)}\n`);
process.exitCode = flags.review && report.ok ? 0 : exitCode;

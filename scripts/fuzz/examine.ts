/** Runs the ingest over dumps and looks for what must never happen: a crash, a lost character, a run that does not settle. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPlainBody } from '../../src/article/body.ts';
import { splitArticle } from '../../src/article/file.ts';
import { ledgerSchema } from '../../src/article/ledger.ts';
import { reportSchema } from '../../src/article/report.ts';
import { articleSchema } from '../../src/article/schema.ts';
import { decodeSource } from '../ingest/decode.ts';
import { ingest } from '../ingest/run.ts';
import { blocksFromLedger, linesIn, misplaced, withoutBlanks } from './coverage.ts';
import type { Dump } from './mutate.ts';

export type Findings = {
  /** What must not happen, each in a line. */
  faults: string[];
  read: number;
  /** Dumps that were refused because their bytes are damaged. */
  refused: number;
  /** Dumps read in another encoding than they were written in, with a review code that says so. */
  doubtedEncodings: number;
  articles: number;
  characters: number;
};

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** @param dumps by file name */
export function examine(dumps: ReadonlyMap<string, Dump>, topics: string): Findings {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
  const at = (...parts: string[]): string => join(folder, ...parts);
  const options = {
    sources: at('sources'),
    articles: at('articles'),
    ledger: at('ledger'),
    cache: at('cache'),
    corrections: at('corrections.yaml'),
    topics,
    check: false,
    force: [],
  };
  try {
    mkdirSync(at('sources'));
    for (const [file, { bytes }] of dumps) writeFileSync(at('sources', file), bytes);
    return inspect(
      dumps,
      at,
      reportSchema.parse(ingest(options).report),
      () => ingest(options).report.changed,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function inspect(
  dumps: ReadonlyMap<string, Dump>,
  at: (...parts: string[]) => string,
  report: ReturnType<typeof reportSchema.parse>,
  again: () => string[],
): Findings {
  const found: Findings = {
    faults: [],
    read: 0,
    refused: 0,
    doubtedEncodings: 0,
    articles: 0,
    characters: 0,
  };
  const fault = (file: string, what: string): void => {
    found.faults.push(`${file}: ${what}`);
  };
  for (const { code, level, file, message, line } of report.problems)
    if (level === 'error' && code !== 'cannot-decode') fault(file, `line ${line}: ${code}: ${message}`);
  for (const [file, dump] of dumps) {
    const refused = report.problems.some((each) => each.code === 'cannot-decode' && each.file === file);
    if (refused) {
      found.refused++;
      if (dump.text !== undefined) fault(file, `is sound ${dump.encoding}, and was refused`);
      continue;
    }
    found.read++;
    const ledger = ledgerSchema.parse(
      JSON.parse(readFileSync(at('ledger', file.replace('.txt', '.json')), 'utf8')),
    );
    const articles = ledger.articles.map(({ id }) => {
      const { frontmatter, body } = splitArticle(readFileSync(at('articles', `${id}.mdx`), 'utf8'));
      return { frontmatter: articleSchema.parse(frontmatter), blocks: readPlainBody(body) };
    });
    const decoded = decodeSource(dump.bytes);
    let text = decoded.ok ? decoded.text : '';
    if (dump.text !== undefined && linesIn(dump.text).join('\n') !== linesIn(text).join('\n')) {
      if (articles.every(({ frontmatter }) => frontmatter.review.includes('encoding-unsure')))
        found.doubtedEncodings++;
      else
        fault(file, `is ${dump.encoding}, was read as ${ledger.source.encoding}, and no review code says so`);
    } else text = dump.text ?? text;
    const lines = linesIn(text);
    found.characters += text.replace(/\s+/g, '').length;
    for (const place of misplaced(lines, ledger.spans).slice(0, 3)) fault(file, place);
    for (const { frontmatter, blocks } of articles) {
      if (frontmatter.sources[0]?.file !== file) continue;
      found.articles++;
      if (!blocks) fault(file, `article ${frontmatter.id} cannot be read back as plain text`);
      else if (!same(withoutBlanks(blocks), blocksFromLedger(lines, ledger.spans, frontmatter.id)))
        fault(file, `article ${frontmatter.id} does not say what its ledger says`);
    }
  }
  const unsettled = again();
  if (unsettled.length > 0) found.faults.push(`a second run changes ${unsettled.slice(0, 3).join(', ')}`);
  return found;
}

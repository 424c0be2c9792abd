/** Ingests dumps without corrections and tells how the articles stand against a gold. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '../../src/article/report.ts';
import { ingest } from '../ingest/run.ts';
import { charactersLost, compare, type Field, fields, surplus, type Verdict } from './compare.ts';
import { type Gold, readTopicGold } from './gold.ts';

export type Score = {
  verdicts: Verdict[];
  /** Articles that were written and that the gold does not know. */
  surplus: number;
  charactersLost: number;
  report: Report;
};

/** Runs the ingest in a folder of its own. */
export function scoreOf(gold: Gold, sources: string, topics: string): Score {
  const folder = mkdtempSync(join(tmpdir(), 'score-'));
  try {
    const [articles, ledger] = [join(folder, 'articles'), join(folder, 'ledger')];
    const { report } = ingest({
      sources,
      articles,
      ledger,
      corrections: join(folder, 'none.yaml'),
      topics,
      check: false,
      force: [],
    });
    return {
      verdicts: compare(gold, articles),
      surplus: surplus(gold, articles),
      charactersLost: charactersLost(sources, ledger),
      report,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function isExact({ written, wrong }: Verdict): boolean {
  return written !== undefined && wrong.length === 0;
}

export function isFlagged({ written }: Verdict): boolean {
  return (written?.frontmatter.review.length ?? 0) > 0;
}

/** Wrong, and nothing says so: the worst there is. */
export function isSilent(verdict: Verdict): boolean {
  return verdict.wrong.length > 0 && !isFlagged(verdict);
}

/** How many articles have a field as the gold has it. */
export function rightIn(verdicts: readonly Verdict[], field: Field): number {
  return verdicts.filter(({ written, wrong }) => written && !wrong.includes(field)).length;
}

/** Of the articles whose title the topic gold knows: how many have their topics right. */
export function topicScore(
  verdicts: readonly Verdict[],
  file: string,
): { known: number; first: number; primary: number } {
  const gold = readTopicGold(file);
  const known = verdicts.filter(({ gold: { title }, written }) => written && gold[title] !== undefined);
  const topicsOf = ({ written }: Verdict): readonly string[] => written?.frontmatter.topics ?? [];
  const goldOf = ({ gold: { title } }: Verdict): readonly string[] => gold[title] ?? [];
  return {
    known: known.length,
    first: known.filter((verdict) => goldOf(verdict).includes(topicsOf(verdict)[0] ?? '')).length,
    primary: known.filter((verdict) => topicsOf(verdict).includes(goldOf(verdict)[0] ?? '')).length,
  };
}

function show({ file, gold, written, wrong, wrongHead }: Verdict): string {
  const head = `✗ ${file}  ${gold.title}  [${written ? written.frontmatter.review.join(' ') || 'no review code' : 'not found'}]`;
  if (!written) return head;
  const { frontmatter, blocks } = written;
  const detail: Record<Field, () => string> = {
    title: () => frontmatter.title,
    authors: () =>
      `${frontmatter.authors.map(({ name }) => name).join('、')} ≠ ${gold.authors.map(({ name }) => name).join('、')}`,
    roles: () =>
      `${JSON.stringify(frontmatter.authors.map(({ roles }) => roles))} ≠ ${JSON.stringify(gold.authors.map(({ roles }) => roles))}`,
    series: () => `${frontmatter.series} ≠ ${gold.series}`,
    standfirst: () => `${frontmatter.standfirst?.slice(0, 30)} ≠ ${gold.standfirst?.slice(0, 30)}`,
    body: () => {
      const [got, want] = [
        blocks.map(({ kind, text }) => `${kind} ${text}`),
        gold.body.map(({ kind, text }) => `${kind} ${text}`),
      ];
      const cut = (text: string): string =>
        text.length > 50 ? `${text.slice(0, 34)}…${text.slice(-12)}` : text;
      return [
        ...got.filter((block) => !want.includes(block)).map((block) => `\n      got  ${cut(block)}`),
        ...want.filter((block) => !got.includes(block)).map((block) => `\n      want ${cut(block)}`),
      ].join('');
    },
  };
  return [
    head,
    ...wrong.map((field) => `    ${field}: ${detail[field]()}`),
    ...wrongHead.map((field) => `    ${field}: not as in the gold`),
  ].join('\n');
}

/** Each article that is not as in the gold, with what is wrong in it. */
export function showWrong(verdicts: readonly Verdict[]): string {
  return verdicts
    .filter(({ wrong, wrongHead }) => wrong.length > 0 || wrongHead.length > 0)
    .map(show)
    .join('\n');
}

/** The figures of a score, one a line, and the errors of the run. */
export function showFigures(score: Score, topicGold?: string): string {
  const { verdicts } = score;
  const found = verdicts.filter(({ written }) => written);
  const exact = verdicts.filter(isExact);
  const topics = topicGold === undefined ? undefined : topicScore(verdicts, topicGold);
  return [
    `articles in gold       ${verdicts.length}`,
    `found                  ${found.length}/${verdicts.length}   (${score.surplus} too many)`,
    ...fields.map((field) => `${field.padEnd(22)} ${rightIn(verdicts, field)}/${verdicts.length}`),
    `date, paper and page   ${found.filter(({ wrongHead }) => wrongHead.length === 0).length}/${verdicts.length}`,
    `whole record exact     ${exact.length}/${verdicts.length}`,
    `exact, yet flagged     ${exact.filter(isFlagged).length}/${exact.length}`,
    `wrong, not flagged     ${verdicts.filter(isSilent).length}`,
    `characters lost        ${score.charactersLost}`,
    ...(topics
      ? [
          `first topic in gold    ${topics.first}/${topics.known}`,
          `primary topic assigned ${topics.primary}/${topics.known}`,
        ]
      : []),
    ...score.report.problems
      .filter(({ level }) => level === 'error')
      .map(({ file, code, message }) => `${file}: ${code}: ${message}`),
  ].join('\n');
}

/** The report of a run as people read it on a terminal. */
import { placeholder } from '../../src/article/corrections.ts';
import type {
  AddedArticle,
  AlteredArticle,
  Problem,
  RemovedArticle,
  Report,
  ReportedDoubt,
  SourceReport,
} from '../../src/article/report.ts';
import { acceptance } from './doubts.ts';
import { widthOf } from './text.ts';

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text) * 2));
}

const columns: readonly [string, (source: SourceReport) => string | number][] = [
  ['source', ({ file }) => file],
  ['articles', ({ articles }) => articles],
  ['joined', ({ joined }) => joined],
  ['furniture', ({ furniture }) => furniture],
  ['unplaced', ({ unplaced }) => unplaced],
  ['to review', ({ review }) => review],
];

function table(sources: readonly SourceReport[]): string {
  const rows = [
    columns.map(([name]) => name),
    ...sources.map((source) => columns.map(([, value]) => String(value(source)))),
  ];
  const widths = columns.map((_, at) => Math.max(...rows.map((row) => widthOf(row[at] ?? '') * 2)));
  return rows
    .map((row) =>
      row
        .map((cell, at) => (at === 0 ? pad(cell, widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
        .join('  '),
    )
    .join('\n');
}

function where({ file, line }: { file: string; line?: number | undefined }): string {
  return line === undefined ? file : `${file}:${line}`;
}

function problemLine(problem: Problem): string {
  return `${where(problem)}  ${problem.code}  ${problem.message}\n    ${problem.remedy}`;
}

/** The beginning of a text, as much as fits into a line. */
function beginning(text: string): string {
  const shown = [...text];
  return shown.length > 40 ? `${shown.slice(0, 40).join('')}…` : text;
}

function reading({ decided, runnerUp }: ReportedDoubt): string {
  return `read as: ${decided}; perhaps: ${runnerUp}`;
}

function doubtLine(doubt: ReportedDoubt): string {
  return `${where(doubt)}  ${doubt.code}  ${reading(doubt)}  (to overrule: npm run ingest -- --review)`;
}

/** Up to so many articles of a kind are listed one by one. */
const listed = 20;

function listOf(heading: string, entries: readonly string[]): string {
  if (entries.length === 0) return '';
  const more = entries.length > listed ? [`  … and ${entries.length - listed} more`] : [];
  return `${heading}:\n${[...entries.slice(0, listed), ...more].join('\n')}`;
}

function addedLines(added: readonly AddedArticle[]): string {
  return listOf(
    added.length === 1 ? '1 new article' : `${added.length} new articles`,
    added.map(
      ({ id, title, authors, file }) => `  ${id}  ${beginning(title)}  ${authors.join('、')}  (${file})`,
    ),
  );
}

function alteredLines(altered: readonly AlteredArticle[]): string {
  return listOf(
    altered.length === 1 ? '1 article is not as it was' : `${altered.length} articles are not as they were`,
    altered.map(
      ({ id, title, fields, file }) => `  ${id}  ${beginning(title)}  ${fields.join(', ')}  (${file})`,
    ),
  );
}

function removedLines(removed: readonly RemovedArticle[]): string {
  return listOf(
    removed.length === 1 ? '1 article is gone' : `${removed.length} articles are gone`,
    removed.map(
      ({ id, title, into }) =>
        `  ${id}  ${beginning(title)}${into === undefined ? '' : `  is part of ${into} now, to which its address leads`}`,
    ),
  );
}

/** The table, the new articles, the doubts and the problems of a run. */
export function printReport(report: Report): string {
  const notes = report.problems.filter(({ level }) => level === 'note');
  const errors = report.problems.filter(({ level }) => level === 'error');
  return [
    report.sources.length > 0 ? table(report.sources) : '',
    addedLines(report.added),
    alteredLines(report.altered),
    removedLines(report.removed),
    [...new Set(report.doubts.map(doubtLine))].join('\n'),
    notes.map(problemLine).join('\n'),
    errors.length > 0
      ? `${errors.length === 1 ? '1 error' : `${errors.length} errors`}:\n${errors.map(problemLine).join('\n')}`
      : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** What is unsure, most doubtful first, each with a correction ready to paste: at the beginning of the line, as lists stand. */
export function printReview(report: Report): string {
  // What is in doubt for two articles, such as where one ends and the next begins, is told once.
  const once = new Map(
    report.doubts.toReversed().map((doubt) => [doubtLine(doubt) + doubt.correction, doubt]),
  );
  const doubts = [...once.values()]
    .toReversed()
    .map((doubt) =>
      [
        `${where(doubt)}  ${doubt.code}  (article ${doubt.article}: ${doubt.title})`,
        `  line:     ${beginning(doubt.text)}`,
        `  read as:  ${doubt.decided}`,
        `  perhaps:  ${doubt.runnerUp}`,
        `  to overrule, add this to the end of the corrections, with what you decide in place of each ${placeholder}:`,
        doubt.correction,
        ...(doubt.correction === acceptance(doubt.article)
          ? []
          : [
              '  to accept the article as it was read, whatever was in doubt in it, add this in its place:',
              acceptance(doubt.article),
            ]),
      ].join('\n'),
    );
  const problems = report.problems.map(problemLine);
  const told = doubts.length > 0 ? doubts : report.ok ? ['Nothing is in doubt.'] : [];
  return [...told, ...problems].join('\n\n');
}

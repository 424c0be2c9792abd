/** What was found, as files for spreadsheets and reference managers. */
import type { ArticleRecord } from '../article/record.ts';
import type { ExportFormat } from './export-formats.ts';

export interface ExportRow {
  record: ArticleRecord;
  hits: number;
  /** Absolute address of the article. */
  address: string;
}

export const exportTypes: Record<ExportFormat, string> = {
  csv: 'text/csv',
  ris: 'application/x-research-info-systems',
  bib: 'application/x-bibtex',
};

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** A cell of CSV; what a spreadsheet would take for a formula is kept a text. */
function cell(value: string | number): string {
  const text = typeof value === 'number' ? String(value) : oneLine(value).replace(/^(?=[=+\-@])/, "'");
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function namesOf({ authors }: ArticleRecord): string[] {
  return authors.map(({ name }) => name);
}

function csv(rows: readonly ExportRow[]): string {
  const heads = ['id', 'title', 'authors', 'series', 'date', 'publication', 'topics', 'hits', 'url'];
  const lines = rows.map(({ record, hits, address }) => [
    record.id,
    record.title,
    namesOf(record).join('；'),
    record.series ?? '',
    record.date ?? '',
    record.publication ?? '',
    record.topics.join('；'),
    hits,
    address,
  ]);
  // The mark at the start tells spreadsheets that the file is UTF-8.
  return `\uFEFF${[heads, ...lines].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}

function risRecord({ record, address }: ExportRow): string {
  const { id, title, series, date, publication, page } = record;
  const fields: [string, string | undefined][] = [
    ['TY', 'NEWS'],
    ['ID', id],
    ['TI', title],
    ...namesOf(record).map((name): [string, string] => ['AU', name]),
    ['T3', series],
    ['T2', publication],
    ['DA', date?.replaceAll('-', '/')],
    ['PY', date?.slice(0, 4)],
    ['SP', page],
    ['UR', address],
  ];
  const lines = fields.flatMap(([tag, value]) =>
    value === undefined ? [] : [`${tag}  - ${oneLine(value)}`],
  );
  return `${lines.join('\r\n')}\r\nER  - \r\n`;
}

function bibText(text: string): string {
  return oneLine(text).replace(/[\\{}$&%#_^~]/g, (character) =>
    character === '\\'
      ? '\\textbackslash{}'
      : /[\^~]/.test(character)
        ? `\\${character}{}`
        : `\\${character}`,
  );
}

function bibEntry({ record, address }: ExportRow): string {
  const { id, title, series, date, publication, page } = record;
  const fields: [string, string | undefined][] = [
    ['title', title],
    [
      'author',
      namesOf(record)
        .map((name) => `{${bibText(name)}}`)
        .join(' and '),
    ],
    ['series', series],
    ['journal', publication],
    ['date', date],
    ['pages', page],
  ];
  const lines = fields.flatMap(([name, value]) => {
    if (value === undefined) return [];
    return [`  ${name} = {${name === 'author' ? value : bibText(value)}},`];
  });
  return `@article{${id},\n${lines.join('\n')}\n  url = {${address}},\n}\n`;
}

/** Writes what was found in a format. */
export function exported(rows: readonly ExportRow[], format: ExportFormat): string {
  if (format === 'csv') return csv(rows);
  return rows.map(format === 'ris' ? risRecord : bibEntry).join('\n');
}

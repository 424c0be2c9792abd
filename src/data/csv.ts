/** The articles as a table: one row an article, lists joined by ；, the body as one text. */
import { stringify } from 'csv-stringify/sync';
import type { DataRecord } from './record.ts';

/** The columns of the table and what stands in them. */
export const columns: Record<string, (record: DataRecord) => string | number | undefined> = {
  id: ({ id }) => id,
  url: ({ url }) => url,
  title: ({ title }) => title,
  authors: ({ authors }) => authors.map(({ name }) => name).join(separator),
  roles: ({ authors }) => authors.flatMap(({ roles }) => roles).join(separator),
  series: ({ series }) => series,
  series_part: ({ seriesPart }) => seriesPart,
  standfirst: ({ standfirst }) => standfirst,
  topics: ({ topics }) => topics.join(separator),
  lang: ({ lang }) => lang,
  date: ({ date }) => date,
  publication: ({ publication }) => publication,
  page: ({ page }) => page,
  source: ({ sources }) => sources[0]?.file,
  lines: ({ sources }) => sources[0]?.lines.map(([from, to]) => `${from}-${to}`).join(separator),
  review: ({ review }) => review.join(separator),
  length: ({ length }) => length,
  text: ({ blocks }) => blocks.map(({ text }) => text).join('\n'),
};

const separator = '；';

/** The first row, with the mark before it by which spreadsheets know UTF-8. */
export function csvHead(): string {
  return stringify([Object.keys(columns)], { bom: true, record_delimiter: 'windows' });
}

/** The row of an article. */
export function csvRow(record: DataRecord): string {
  const cells = Object.values(columns).map((cell) => cell(record));
  return stringify([cells], { record_delimiter: 'windows' });
}

/** Dumps line by line, with what each part of a line became. */
import { decodeSource, encodings } from '../../scripts/ingest/decode.ts';
import type { Ledger, Span } from '../article/ledger.ts';
import type { ArticleSource } from '../article/schema.ts';
import { pageSize } from '../site.ts';
import { slugOf } from '../text/slug.ts';
import { readDump } from './files.ts';
import type { Article, Segment, Source } from './model.ts';
import { pageAddress } from './paging.ts';

/** Cuts a text into lines; a line ends at LF, CR or CRLF, and an end of line at the very end begins no new one. */
export function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** The last part of a source's address: the file's stem, as ASCII. */
export function sourceSlug(file: string): string {
  const stem = file.slice(file.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  return /^[\w.-]+$/.test(stem) ? stem : slugOf(stem);
}

/** The address of a line on the source's page that shows it. */
export function lineAddress(file: string, line: number): string {
  const page = Math.ceil(line / pageSize.lines);
  return `${pageAddress(`/sources/${sourceSlug(file)}/`, page)}#L${line}`;
}

/** The addresses of the pages that show the lines of an article in a source. */
export function pagesShowing({ file, lines }: ArticleSource): string[] {
  const pages = lines.flatMap(([from, to]) => {
    const [first, last] = [from, to].map((line) => Math.ceil(line / pageSize.lines)) as [number, number];
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
  return [...new Set(pages)].map((page) => pageAddress(`/sources/${sourceSlug(file)}/`, page));
}

/** Cuts a line at its spans; what stands between them is white space. */
export function segmentsOf(
  line: string,
  spans: readonly Span[],
  look: (id: string) => Partial<Segment>,
): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    if (span.from > at) segments.push({ text: line.slice(at, span.from) });
    segments.push({
      text: line.slice(span.from, span.to),
      label: span.label,
      ...(span.article === undefined ? {} : look(span.article)),
      ...(span.block === undefined ? {} : { block: span.block }),
      ...(span.joined ? { joined: true } : {}),
    });
    at = span.to;
  }
  if (at < line.length) segments.push({ text: line.slice(at) });
  return segments;
}

/** The text of a dump in the encoding that its ledger names. */
function textOf({ file, encoding }: Ledger['source']): string {
  const decoded = decodeSource(
    readDump(file),
    encodings.find((known) => known === encoding),
  );
  if (decoded.ok) return decoded.text;
  throw new Error(`content/sources/${file} is not ${encoding}, as its ledger says: run npm run ingest.`);
}

/** Reads the dump of a ledger. */
export function sourceOf(ledger: Ledger, byId: Map<string, Article>, withdrawn: Set<string>): Source {
  const { file, encoding, bytes, arrived } = ledger.source;
  const articles = ledger.articles.flatMap(({ id }) => byId.get(id) ?? []);
  const spans = Map.groupBy(ledger.spans, (span) => span.line);
  const look = (id: string): Partial<Segment> => {
    if (withdrawn.has(id)) return { withdrawn: id };
    const article = byId.get(id);
    return article === undefined ? {} : { article };
  };
  const lines = linesOf(textOf(ledger.source));
  return {
    slug: sourceSlug(file),
    file,
    encoding,
    bytes,
    arrived,
    lang: articles[0]?.data.lang ?? 'zh-Hant',
    lines: lines.map((line, index) => segmentsOf(line, spans.get(index + 1) ?? [], look)),
    articles,
  };
}

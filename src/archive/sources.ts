/** Dumps line by line, with what each part of a line became. */
import { decodeKnown } from '../../scripts/ingest/encodings.ts';
import { encodings } from '../article/encodings.ts';
import type { Ledger, Span } from '../article/ledger.ts';
import type { ArticleSource } from '../article/schema.ts';
import { keepsForScripts } from '../build/told.ts';
import { Kept } from '../cache/kept.ts';
import { keyOfShared } from '../cache/key.ts';
import { pageSize } from '../site.ts';
import { slugOf } from '../text/slug.ts';
import { digestOf, readDump } from './files.ts';
import type { Article, Segment, Source } from './model.ts';
import { pageAddress } from './paging.ts';
import { keyOfShown, shownOf } from './view.ts';

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
function textOf({ file, encoding, damaged }: Ledger['source'], bytes: Uint8Array): string {
  const known = encodings.find((each) => each === encoding);
  const decoded = known && decodeKnown(bytes, known, damaged);
  if (decoded?.ok) return decoded.text;
  throw new Error(`content/sources/${file} is not ${encoding}, as its ledger says: run npm run ingest.`);
}

const lineCounts = new Kept<number>('lines', keepsForScripts);

/** Keeps how many lines dumps have, once all were asked for. */
export function keepLineCounts(): void {
  lineCounts.save();
}

/** A dump with its ledger; its lines are read when a page shows them. */
class LedgeredSource implements Source {
  readonly slug: string;
  readonly file: string;
  readonly encoding: string;
  readonly bytes: number;
  readonly arrived: number;
  readonly lang: Source['lang'];
  readonly articles: Article[];
  readonly #ledger: Ledger;
  readonly #look: (id: string) => Partial<Segment>;
  #lines: Segment[][] | undefined;
  #digest: string | undefined;
  #shown: unknown;

  constructor(ledger: Ledger, byId: Map<string, Article>, withdrawn: Set<string>) {
    const { file, encoding, bytes, arrived } = ledger.source;
    this.slug = sourceSlug(file);
    this.file = file;
    this.encoding = encoding;
    this.bytes = bytes;
    this.arrived = arrived;
    this.articles = ledger.articles.flatMap(({ id }) => byId.get(id) ?? []);
    this.lang = this.articles[0]?.data.lang ?? 'zh-Hant';
    this.#ledger = ledger;
    this.#look = (id) => {
      if (withdrawn.has(id)) return { withdrawn: id };
      const article = byId.get(id);
      return article === undefined ? {} : { article };
    };
  }

  /** Of the bytes of the dump. */
  get digest(): string {
    this.#digest ??= digestOf(`sources/${this.file}`, () => readDump(this.file));
    return this.#digest;
  }

  get lineCount(): number {
    if (this.#lines !== undefined) return this.#lines.length;
    const count = () => linesOf(textOf(this.#ledger.source, readDump(this.file))).length;
    return lineCounts.get(`${this.digest} ${this.encoding}`, count);
  }

  get lines(): Segment[][] {
    if (this.#lines === undefined) {
      const spans = Map.groupBy(this.#ledger.spans, (span) => span.line);
      this.#lines = linesOf(textOf(this.#ledger.source, readDump(this.file))).map((line, index) =>
        segmentsOf(line, spans.get(index + 1) ?? [], this.#look),
      );
    }
    return this.#lines;
  }

  shows(): unknown {
    if (this.#shown === undefined) {
      const ids = this.#ledger.spans.flatMap(({ article }) => article ?? []);
      const named = [...new Set(ids), ...this.articles.map(({ data }) => data.id)].map((id) => {
        const { withdrawn, article } = this.#look(id);
        return [withdrawn, article && keyOfShown(shownOf(article))];
      });
      this.#shown = { ledger: keyOfShared(this.#ledger), dump: this.digest, named };
    }
    return this.#shown;
  }
}

/** The dump of a ledger. */
export function sourceOf(ledger: Ledger, byId: Map<string, Article>, withdrawn: Set<string>): Source {
  return new LedgeredSource(ledger, byId, withdrawn);
}

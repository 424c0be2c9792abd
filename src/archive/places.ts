/** Where the blocks of articles stand in their dumps. */
import type { Ledger, SpanLabel } from '../article/ledger.ts';
import { obtain } from './people.ts';

/** Labels whose blocks stand in the body, by kind of block. */
const labelOfKind = { p: 'paragraph', h: 'subhead' } as const;

/** The lines of one source from which the blocks of one article were read, in reading order. */
export class BlockLines {
  readonly #lines = new Map<string, number[]>();

  add(label: SpanLabel, block: number, line: number): void {
    const lines = obtain(this.#lines, `${label} ${block}`, () => []);
    if (!lines.includes(line)) lines.push(line);
  }

  /** The lines of a part of the article; several where they became one. */
  of(label: SpanLabel, block: number): number[] {
    return this.#lines.get(`${label} ${block}`) ?? [];
  }

  /** The lines of paragraph or subhead `n`. */
  ofBlock(kind: 'p' | 'h', n: number): number[] {
    return this.of(labelOfKind[kind], n);
  }

  toJSON(): unknown {
    return [...this.#lines];
  }
}

/** Finds lines by article and source. */
export class Places {
  readonly #places = new Map<string, Map<string, BlockLines>>();

  constructor(ledgers: readonly Ledger[]) {
    for (const { source, spans } of ledgers) {
      for (const { article, label, block, line } of spans) {
        if (article === undefined) continue;
        const sources = obtain(this.#places, article, () => new Map<string, BlockLines>());
        obtain(sources, source.file, () => new BlockLines()).add(label, block ?? 1, line);
      }
    }
  }

  /** The lines of an article in a source. */
  of(article: string, file: string): BlockLines {
    return this.#places.get(article)?.get(file) ?? new BlockLines();
  }
}

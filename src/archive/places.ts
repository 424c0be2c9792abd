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

/** The lines of the articles of a ledger, by article: worked out when a page asks for one of them, and once. */
const linesOfLedger = new WeakMap<Ledger, Map<string, BlockLines>>();

function linesIn(ledger: Ledger): Map<string, BlockLines> {
  return obtain(linesOfLedger, ledger, () => {
    const found = new Map<string, BlockLines>();
    for (const { article, label, block, line } of ledger.spans)
      if (article !== undefined) obtain(found, article, () => new BlockLines()).add(label, block ?? 1, line);
    return found;
  });
}

/** Finds lines by article and source. */
export class Places {
  readonly #ledgers: ReadonlyMap<string, Ledger>;

  constructor(ledgers: readonly Ledger[]) {
    this.#ledgers = new Map(ledgers.map((ledger) => [ledger.source.file, ledger]));
  }

  /** The lines of an article in a source. */
  of(article: string, file: string): BlockLines {
    const ledger = this.#ledgers.get(file);
    return (ledger && linesIn(ledger).get(article)) ?? new BlockLines();
  }
}

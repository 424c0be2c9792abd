/** Where the blocks of articles stand in their dumps. */
import type { Ledger, SpanLabel } from '../article/ledger.ts';
import { obtain } from './people.ts';

/** The lines of one source that a block was read from, in reading order; `joined` where several became one. */
export interface Place {
  file: string;
  lines: number[];
}

/** Labels whose blocks stand in the body, by kind of block. */
const labelOfKind = { p: 'paragraph', h: 'subhead' } as const;

/** Finds places by article, label and block. */
export class Places {
  readonly #places = new Map<string, Place[]>();

  constructor(ledgers: readonly Ledger[]) {
    for (const { source, spans } of ledgers) {
      for (const { article, label, block, line } of spans) {
        if (article === undefined) continue;
        const places = obtain(this.#places, keyOf(article, label, block ?? 1), () => []);
        const place = places.find(({ file }) => file === source.file);
        if (place === undefined) places.push({ file: source.file, lines: [line] });
        else if (!place.lines.includes(line)) place.lines.push(line);
      }
    }
  }

  /** The lines of a part of an article in a source. */
  of(article: string, label: SpanLabel, block: number, file: string): number[] {
    const places = this.#places.get(keyOf(article, label, block));
    return places?.find((place) => place.file === file)?.lines ?? [];
  }

  /** The lines of paragraph or subhead `n` in a source. */
  ofBlock(article: string, kind: 'p' | 'h', n: number, file: string): number[] {
    return this.of(article, labelOfKind[kind], n, file);
  }
}

function keyOf(article: string, label: SpanLabel, block: number): string {
  return `${article} ${label} ${block}`;
}

/** Makes mutated dumps by the batch and examines them. */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { decodeSource } from '../ingest/decode.ts';
import { examine, type Findings } from './examine.ts';
import { type Dump, mutate } from './mutate.ts';
import { randomFrom } from './random.ts';

/** Texts of the dumps of the fixtures. */
function fixtureTexts(): string[] {
  return globSync('tests/fixtures/ingest/*/sources/*.txt')
    .sort()
    .flatMap((file) => {
      const decoded = decodeSource(readFileSync(file));
      return decoded.ok ? [decoded.text] : [];
    });
}

/** The dump of a seed. */
function dumpOf(seed: number, texts: readonly string[], lines: readonly string[]): Dump {
  const random = randomFrom(seed);
  return mutate(random.of(texts), random, lines);
}

const none: Findings = { faults: [], read: 0, refused: 0, doubtedEncodings: 0, articles: 0, characters: 0 };

function sum(a: Findings, b: Findings): Findings {
  return {
    faults: [...a.faults, ...b.faults],
    read: a.read + b.read,
    refused: a.refused + b.refused,
    doubtedEncodings: a.doubtedEncodings + b.doubtedEncodings,
    articles: a.articles + b.articles,
    characters: a.characters + b.characters,
  };
}

/** Examines a batch; where the ingest itself breaks down, each dump alone, so that the culprit has a name. */
function examineBatch(dumps: ReadonlyMap<string, Dump>, topics: string): Findings {
  try {
    return examine(dumps, topics);
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    if (dumps.size === 1) return { ...none, faults: [`${[...dumps.keys()][0]}: ${message}`] };
    const alone = [...dumps].map((each) => examineBatch(new Map([each]), topics)).reduce(sum, none);
    return alone.faults.length > 0 ? alone : { ...alone, faults: [`only together: ${message}`] };
  }
}

export type FuzzOptions = {
  /** The first seed; each dump has one of its own, which names its file. */
  seed: number;
  dumps: number;
  /** Dumps that are ingested together. */
  batch: number;
  topics: string;
  /** Folder for dumps with a fault. */
  keep?: string;
  onProgress?: (done: number, faults: number) => void;
};

/** Examines mutated dumps. */
export function fuzz({ seed, dumps, batch, topics, keep, onProgress }: FuzzOptions): Findings {
  const texts = fixtureTexts();
  const lines = texts.flatMap((text) => text.split(/\r\n|\n|\r/)).filter((line) => line.trim() !== '');
  let total = none;
  for (let from = 0; from < dumps; from += batch) {
    const made = new Map(
      Array.from({ length: Math.min(batch, dumps - from) }, (_, at): [string, Dump] => [
        `${seed + from + at}.txt`,
        dumpOf(seed + from + at, texts, lines),
      ]),
    );
    const found = examineBatch(made, topics);
    if (keep !== undefined)
      for (const [file, { bytes }] of made)
        if (found.faults.some((fault) => fault.startsWith(`${file}:`)))
          writeFileSync(join(keep, basename(file)), bytes);
    total = sum(total, found);
    onProgress?.(from + made.size, total.faults.length);
  }
  return total;
}

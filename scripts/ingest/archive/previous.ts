/** What earlier runs wrote: as much of the ledgers as recognising articles needs, and the names of the article files. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ledgerSchema } from '../../../src/article/ledger.ts';

export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

export type PreviousSource = {
  sha256: string;
  arrived: number;
  /** Ids of the articles written from this source. */
  ids: string[];
  /** The article of each line that holds a part of a paragraph. */
  holders: Map<number, string>;
};

export type Previous = {
  /** By source file. A ledger that cannot be read counts as none. */
  sources: Map<string, PreviousSource>;
  /** Ids of the article files on disk. */
  ids: Set<string>;
  /** SHA-256 of article files as some run wrote them, by id; a run that was killed is counted. */
  written: Map<string, string[]>;
};

/** Notes what a run is about to write, so that a run that was killed is not taken for an edit by hand. */
export const pendingName = '.pending.json';

function readLedger(path: string, previous: Previous): void {
  const ledger = ledgerSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  const holders = new Map<number, string>();
  for (const { line, label, article } of ledger.spans)
    if (label === 'paragraph' && article !== undefined) holders.set(line, article);
  const { file, sha256: hash, arrived } = ledger.source;
  previous.sources.set(file, { sha256: hash, arrived, ids: ledger.articles.map(({ id }) => id), holders });
  for (const { id, sha256: written } of ledger.articles)
    previous.written.set(id, [...(previous.written.get(id) ?? []), written]);
}

export function readPrevious(ledgerFolder: string, articleFolder: string): Previous {
  const previous: Previous = { sources: new Map(), ids: new Set(), written: new Map() };
  if (existsSync(ledgerFolder)) {
    for (const name of readdirSync(ledgerFolder, { recursive: true, encoding: 'utf8' }).sort()) {
      if (!name.endsWith('.json') || name.endsWith(pendingName)) continue;
      try {
        readLedger(join(ledgerFolder, name), previous);
      } catch {
        // Written anew by this run: a ledger holds nothing that the dump and the articles do not give again.
      }
    }
    const pending = join(ledgerFolder, pendingName);
    if (existsSync(pending)) {
      const noted = JSON.parse(readFileSync(pending, 'utf8')) as Record<string, string>;
      for (const [id, hash] of Object.entries(noted))
        previous.written.set(id, [...(previous.written.get(id) ?? []), hash]);
    }
  }
  if (existsSync(articleFolder))
    for (const name of readdirSync(articleFolder))
      if (name.endsWith('.mdx')) previous.ids.add(name.slice(0, -'.mdx'.length));
  return previous;
}

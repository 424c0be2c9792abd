/** What earlier runs wrote: as much of the ledgers as recognising articles needs, and the names of the article files. */
import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { splitArticle } from '../../../src/article/file.ts';
import { ledgerSchema } from '../../../src/article/ledger.ts';
import { articleSchema, type Frontmatter } from '../../../src/article/schema.ts';
import { filesUnder } from '../files.ts';

export function sha256(data: string | Uint8Array): string {
  // Over a text that is not ASCII the hash itself takes twice as long as over its bytes.
  return hash('sha256', typeof data === 'string' ? Buffer.from(data) : data);
}

export type PreviousSource = {
  sha256: string;
  /** Names that the file had before. */
  formerly: readonly string[];
  arrived: number;
  /** Ids of the articles written from this source. */
  ids: string[];
  /** The article of each line; of a line with parts of several, the one whose paragraph it holds. */
  holders: Map<number, string>;
};

export type Previous = {
  /** By source file. A ledger that cannot be read counts as none. */
  sources: Map<string, PreviousSource>;
  /** Ids of the article files on disk. */
  ids: Set<string>;
  /** SHA-256 of article files as some run wrote them, by id; a run that was killed is counted. */
  written: Map<string, string[]>;
  /** Earlier ids of withdrawn articles, which have no file to say so. */
  formerly: Map<string, string[]>;
  /** Number of the run that read a dump first, by its SHA-256, where that run was killed before its ledger stood. */
  begun: Map<string, number>;
};

/** What a run notes before it changes anything: articles by id with their SHA-256, dumps by SHA-256 with their arrival. */
export type Pending = { written: Record<string, string>; arrived: Record<string, number> };

/** Notes what a run is about to write, so that a run that was killed is not taken for an edit by hand. */
export const pendingName = '.pending.json';

function readLedger(path: string, previous: Previous): void {
  const ledger = ledgerSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  const holders = new Map<number, string>();
  for (const { line, label, article } of ledger.spans)
    if (article !== undefined && (label === 'paragraph' || !holders.has(line))) holders.set(line, article);
  const { file, formerly = [], sha256: hash, arrived } = ledger.source;
  const ids = ledger.articles.map(({ id }) => id);
  previous.sources.set(file, { sha256: hash, formerly, arrived, ids, holders });
  for (const { id, sha256: written } of ledger.articles)
    previous.written.set(id, [...(previous.written.get(id) ?? []), written]);
  for (const { id, formerly } of ledger.withdrawn ?? []) previous.formerly.set(id, formerly);
}

/** An article file as it is on disk; without frontmatter where a person's edit broke it. */
export function articleIn(text: string): { frontmatter?: Frontmatter; body: string } {
  try {
    const { frontmatter, body } = splitArticle(text);
    const parsed = articleSchema.safeParse(frontmatter);
    return { body, ...(parsed.success ? { frontmatter: parsed.data } : {}) };
  } catch {
    return { body: text };
  }
}

export function readPrevious(ledgerFolder: string, articleFolder: string): Previous {
  const previous: Previous = {
    sources: new Map(),
    ids: new Set(),
    written: new Map(),
    formerly: new Map(),
    begun: new Map(),
  };
  if (existsSync(ledgerFolder)) {
    for (const name of filesUnder(ledgerFolder).sort()) {
      if (!name.endsWith('.json') || name === pendingName) continue;
      try {
        readLedger(join(ledgerFolder, name), previous);
      } catch {
        // Written anew by this run: a ledger holds nothing that the dump and the articles do not give again.
      }
    }
    const pending = join(ledgerFolder, pendingName);
    if (existsSync(pending)) {
      const { written, arrived } = JSON.parse(readFileSync(pending, 'utf8')) as Pending;
      for (const [id, hash] of Object.entries(written))
        previous.written.set(id, [...(previous.written.get(id) ?? []), hash]);
      for (const [hash, run] of Object.entries(arrived)) previous.begun.set(hash, run);
    }
  }
  if (existsSync(articleFolder))
    for (const name of readdirSync(articleFolder))
      if (name.endsWith('.mdx')) previous.ids.add(name.slice(0, -'.mdx'.length));
  return previous;
}

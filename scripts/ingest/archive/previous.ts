/** What earlier runs wrote: ledgers and article files, as they are on disk. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { splitArticle } from '../../../src/article/file.ts';
import { type Ledger, ledgerSchema } from '../../../src/article/ledger.ts';
import { articleSchema, type Frontmatter } from '../../../src/article/schema.ts';

export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

export type PreviousArticle = {
  id: string;
  text: string;
  sha256: string;
  frontmatter?: Frontmatter;
  body: string;
};

export type Previous = {
  /** By source file. A ledger that cannot be read counts as none. */
  ledgers: Map<string, Ledger>;
  /** By id. */
  articles: Map<string, PreviousArticle>;
  /** SHA-256 of article files as some run wrote them, by id; a run that was killed is counted. */
  written: Map<string, Set<string>>;
};

/** Notes what a run is about to write, so that a run that was killed is not taken for an edit by hand. */
export const pendingName = '.pending.json';

function jsonFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json') && !name.endsWith(pendingName))
    .sort();
}

export function readPrevious(ledgerFolder: string, articleFolder: string): Previous {
  const previous: Previous = { ledgers: new Map(), articles: new Map(), written: new Map() };
  const note = (id: string, hash: string): void => {
    previous.written.set(id, (previous.written.get(id) ?? new Set()).add(hash));
  };
  for (const name of jsonFiles(ledgerFolder)) {
    try {
      const ledger = ledgerSchema.parse(JSON.parse(readFileSync(join(ledgerFolder, name), 'utf8')));
      previous.ledgers.set(ledger.source.file, ledger);
      for (const { id, sha256: hash } of ledger.articles) note(id, hash);
    } catch {
      // Rewritten by this run: a ledger holds nothing that the dump and the articles do not give again.
    }
  }
  const pending = join(ledgerFolder, pendingName);
  if (existsSync(pending)) {
    for (const [id, hash] of Object.entries(
      JSON.parse(readFileSync(pending, 'utf8')) as Record<string, string>,
    ))
      note(id, hash);
  }
  if (existsSync(articleFolder)) {
    for (const name of readdirSync(articleFolder)
      .filter((entry) => entry.endsWith('.mdx'))
      .sort()) {
      const text = readFileSync(join(articleFolder, name), 'utf8');
      const { frontmatter, body } = splitArticle(text);
      const parsed = articleSchema.safeParse(frontmatter);
      const id = name.slice(0, -'.mdx'.length);
      previous.articles.set(id, {
        id,
        text,
        sha256: sha256(text),
        body,
        ...(parsed.success ? { frontmatter: parsed.data } : {}),
      });
    }
  }
  return previous;
}

/**
 * Volumes that were built before, each in a folder of its own, and the building of those that were not: each in a
 * process of its own, so that memory is bounded by one volume whatever the size of the archive.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import type { SearchArticle } from './articles.ts';
import { codeDigest } from './code.ts';

/** Volumes that are built at once. */
const atOnce = 2;

const day = 24 * 3600 * 1000;
/** How long a volume is kept that no build wanted. */
const kept = 7 * day;

const program = path.join(import.meta.dirname, 'process.ts');

export interface BuiltVolume {
  /** What its folder is called: a hash of what decides its files. */
  name: string;
  folder: string;
  /** Whether it was built in this run. */
  isNew: boolean;
}

function nameOf(code: string, articles: readonly SearchArticle[]): string {
  const hash = createHash('sha256').update(code);
  for (const { data, digest } of articles) hash.update(`${data.id} ${digest}\n`);
  return hash.digest('hex').slice(0, 16);
}

/** Two volumes at once are most of what a build takes of memory: a small nursery, and what was used is given back. */
const nodeOptions = ['--max-semi-space-size=4', '--expose-gc'];

/** Hands a process the articles, one on a line, and waits for its end. */
async function runBuilder(articles: readonly SearchArticle[], folder: string): Promise<void> {
  const child = spawn(process.execPath, [...nodeOptions, program, folder], {
    stdio: ['pipe', 'inherit', 'pipe'],
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  // A process that ends before it has read everything says why itself.
  child.stdin.on('error', () => {});
  for (const { data, searched } of articles) {
    const line = `${JSON.stringify({ id: data.id, ...(await searched()) })}\n`;
    if (!child.stdin.write(line) && child.exitCode === null)
      await Promise.race([new Promise((resolve) => child.stdin.once('drain', resolve)), ended]);
  }
  child.stdin.end();
  const code = await ended;
  if (code !== 0) throw new Error(complaint.trim() || `the process of a volume ended with ${code}`);
}

/** Does work on items, so many at once; the first failure is thrown when all that was begun has ended. */
async function inParallel<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  let failed = false;
  const worker = async () => {
    while (next < items.length && !failed) {
      const at = next++;
      try {
        results[at] = await work(items[at] as Item);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: atOnce }, worker));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return results;
}

/** The volumes in a folder that is safe to delete. */
export class VolumeStore {
  readonly #folder: string;
  readonly #code = codeDigest();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * Gives the volumes of an archive, building those that are not there.
   *
   * @throws with the words of a process that failed; what others built stays
   */
  async volumes(parts: readonly (readonly SearchArticle[])[]): Promise<BuiltVolume[]> {
    await mkdir(this.#folder, { recursive: true });
    const built = await inParallel(parts, (articles) => this.#volume(articles));
    await this.#prune(new Set(built.map(({ name }) => name)));
    return built;
  }

  async #volume(articles: readonly SearchArticle[]): Promise<BuiltVolume> {
    const name = nameOf(this.#code, articles);
    const folder = path.join(this.#folder, name);
    if (existsSync(folder)) {
      const now = new Date();
      await utimes(folder, now, now);
      return { name, folder, isNew: false };
    }
    const draft = `${folder}.${process.pid}.new`;
    await rm(draft, { recursive: true, force: true });
    try {
      await runBuilder(articles, draft);
      await rename(draft, folder);
    } catch (error) {
      await rm(draft, { recursive: true, force: true });
      // Another run may have built the same volume in the meantime.
      if (!existsSync(folder)) throw error;
    }
    return { name, folder, isNew: true };
  }

  async #prune(used: ReadonlySet<string>): Promise<void> {
    for (const name of await readdir(this.#folder)) {
      const folder = path.join(this.#folder, name);
      const age = await stat(folder).then(
        ({ mtimeMs }) => Date.now() - mtimeMs,
        () => 0,
      );
      if (!used.has(name) && age > kept) await rm(folder, { recursive: true, force: true });
    }
  }
}

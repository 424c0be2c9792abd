/**
 * Volumes that were built before, each in a folder of its own, and the building of those that were not: each in a
 * process of its own, so that memory is bounded by one volume whatever the size of the archive.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { readRecord } from '../../cache/kept-file.ts';
import type { SearchArticle } from './articles.ts';
import { codeDigest } from './code.ts';
import { contentHash, type Inventory, inventoryOf, isSame } from './inventory.ts';
import { writeWhole } from './write.ts';

const day = 24 * 3600 * 1000;
/** How long a volume is kept that no build wanted. */
const kept = 7 * day;

const program = path.join(import.meta.dirname, 'process.ts');

/** Most of what a volume is made of is dropped right after: a large nursery saves the collector its rounds. */
const nodeOptions = ['--max-semi-space-size=32'];

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
  try {
    for (const { data, searched } of articles) {
      const line = `${JSON.stringify({ id: data.id, ...(await searched()) })}\n`;
      if (!child.stdin.write(line) && child.exitCode === null)
        await Promise.race([new Promise((resolve) => child.stdin.once('drain', resolve)), ended]);
    }
  } catch (error) {
    child.kill();
    throw error;
  }
  child.stdin.end();
  const code = await ended;
  if (code !== 0) throw new Error(complaint.trim() || `the process of a volume ended with ${code}`);
}

/** What is known of a volume. */
interface Built {
  files: Inventory;
  hash: string;
}

/** The volumes in a folder that is safe to delete. */
export class VolumeStore {
  readonly #folder: string;
  readonly #code = codeDigest();

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  /** What the folder of a volume is called: a hash of what decides its files. */
  nameOf(articles: readonly SearchArticle[]): string {
    const hash = createHash('sha256').update(this.#code);
    for (const { data, digest } of articles) hash.update(`${data.id} ${digest}\n`);
    return hash.digest('hex').slice(0, 16);
  }

  #record(name: string): string {
    return path.join(this.#folder, `${name}.json`);
  }

  /**
   * The folder of a volume that was built before and is as it was written. A cache that was carried from one machine to
   * another has other times: then what the files hold decides.
   */
  find(name: string): string | undefined {
    const folder = path.join(this.#folder, name);
    const record = readRecord<Built>(this.#record(name));
    if (record === undefined) return undefined;
    const files = inventoryOf(folder);
    if (isSame(files, record.files)) return folder;
    if (contentHash(folder, files) !== record.hash) return undefined;
    this.#note(name, folder);
    return folder;
  }

  #note(name: string, folder: string): void {
    const files = inventoryOf(folder);
    const built: Built = { files, hash: contentHash(folder, files) };
    writeWhole(this.#record(name), JSON.stringify(built));
  }

  /**
   * Builds a volume, in place of what stands under its name.
   *
   * @returns its folder
   * @throws with the words of the process where it fails
   */
  async build(name: string, articles: readonly SearchArticle[]): Promise<string> {
    const folder = path.join(this.#folder, name);
    const draft = `${folder}.${process.pid}.new`;
    rmSync(draft, { recursive: true, force: true });
    try {
      await runBuilder(articles, draft);
      // Another run may have built the same volume in the meantime, and be reading it.
      if (this.find(name) === undefined) {
        rmSync(folder, { recursive: true, force: true });
        renameSync(draft, folder);
        this.#note(name, folder);
      }
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
    return folder;
  }

  /** Drops what no build has wanted for days. */
  prune(used: ReadonlySet<string>): void {
    const now = new Date();
    for (const entry of readdirSync(this.#folder)) {
      const file = path.join(this.#folder, entry);
      if (used.has(entry.replace(/\.json$/, ''))) utimesSync(file, now, now);
      else if (now.getTime() - statSync(file).mtimeMs > kept) rmSync(file, { recursive: true, force: true });
    }
  }
}

/** What was worked out before, by all that decided it. Safe to delete; a change of the code makes it void. */
import { createHash, hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { keepParts } from '../../src/cache/kept-file.ts';

/** Code and word lists that decide how a dump is read. */
const roots = ['.', '../../src/article', '../../src/text'];
const week = 7 * 24 * 3600 * 1000;

/** A hash of the program itself, of the Node that runs it, whose dictionary cuts words, and of what it was installed with. */
export function codeDigest(): string {
  const digest = createHash('sha256').update(JSON.stringify(process.versions));
  digest.update(readFileSync(join(import.meta.dirname, '..', '..', 'package.json')));
  for (const root of roots) {
    const folder = join(import.meta.dirname, root);
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort())
      if (/\.(?:ts|json)$/u.test(name)) digest.update(name).update(readFileSync(join(folder, name)));
  }
  return digest.digest('hex');
}

/** A key for whatever decides a result, as JSON. */
export function keyOf(...parts: unknown[]): string {
  return hash('sha256', JSON.stringify(parts)).slice(0, 40);
}

/** Entries of a list that are one part. */
const entries = 1000;

/** A value as JSON, long lists in it in parts: the report of a large archive takes 100 MB as one text. */
function* jsonParts(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    yield JSON.stringify(value);
    return;
  }
  let mark = '{';
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined) continue;
    yield `${mark}${JSON.stringify(key)}:`;
    mark = ',';
    if (!Array.isArray(member) || member.length === 0) {
      yield JSON.stringify(member);
      continue;
    }
    for (let at = 0; at < member.length; at += entries)
      yield `${at === 0 ? '[' : ','}${JSON.stringify(member.slice(at, at + entries)).slice(1, -1)}`;
    yield ']';
  }
  yield mark === '{' ? '{}' : '}';
}

/** Files of JSON in one folder, each under the key of all that decided it. */
class Cache {
  private readonly folder: string;
  /** Keys of what was found or kept since it was opened. */
  private readonly used = new Set<string>();

  constructor(folder: string) {
    this.folder = folder;
  }

  private path(key: string): string {
    return join(this.folder, key.slice(0, 2), `${key}.json`);
  }

  has(key: string): boolean {
    return existsSync(this.path(key));
  }

  get<T>(key: string): T | undefined {
    const path = this.path(key);
    // An error costs more than to ask first.
    if (!existsSync(path)) return undefined;
    this.used.add(key);
    try {
      return JSON.parse(readFileSync(path, 'utf8')) as T;
    } catch {
      return undefined;
    }
  }

  /** Keeps a value; a folder that cannot be written costs time, not the run. */
  set(key: string, value: unknown): void {
    this.used.add(key);
    keepParts(this.path(key), jsonParts(value));
  }

  /** Removes what was not used for a week. */
  prune(): void {
    if (!existsSync(this.folder)) return;
    for (const name of readdirSync(this.folder, { recursive: true, encoding: 'utf8' })) {
      const key = /([0-9a-f]{40})\.json(?:\.|$)/.exec(name)?.[1];
      if (key === undefined || this.used.has(key)) continue;
      const path = join(this.folder, name);
      if (Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) > week)
        rmSync(path, { force: true });
    }
  }
}

const open = new Map<string, Cache>();

/** The cache in a folder. */
export function cacheIn(folder: string): Cache {
  const cache = open.get(folder) ?? new Cache(folder);
  open.set(folder, cache);
  return cache;
}

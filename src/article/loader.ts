/**
 * The loader of the collection `articles`: one entry a file of `content/articles/`.
 *
 * The store holds what stands at the head of each file; texts stay with `entries.ts`. Plain bodies, which is what ingest
 * writes, cost no module; only a body into which a person wrote Markdown or MDX goes to the bundler.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { bundlesProgram } from '../build/told.ts';
import { codeDigest } from '../cache/code.ts';
import { contentFolder } from '../content-folder.ts';
import { contentChanged, fullPath, keepMore, readAll, readFile, sha256Of } from './entries.ts';
import { articlesFolder } from './folder.ts';
import { ArticleFileError, headSchema, holdsMarkup } from './read.ts';
import { watchFolder } from './watch.ts';

/**
 * Milliseconds without a change after which the store follows edits of plain articles. It is written whole, which takes
 * seconds in a large archive, and no page of ours waits for it.
 */
const pause = 10_000;

/**
 * The entry of an article file as the store takes it.
 *
 * @param file its path
 * @param name its path below the folder of the content
 */
function storedEntry(file: string, name: string): Parameters<LoaderContext['store']['set']>[0] {
  const { entry, body } = readFile(file);
  const { blocks: _, ...data } = entry;
  const filePath = path.posix.join(contentFolder, name);
  const stored = { id: data.id, data, digest: `${data.sha256} ${filePath}`, filePath };
  return data.markup ? { ...stored, body, deferredRender: true } : stored;
}

/**
 * Brings the store to what the files hold.
 *
 * @param part which files are to be stored; all where it is not given
 */
async function loadAll(
  { store, meta, config }: LoaderContext,
  part?: (file: string) => boolean,
): Promise<void> {
  // What another program stored may mean something else.
  if (meta.get('code') !== codeDigest()) store.clear();
  meta.set('code', codeDigest());
  const stored = new Map(store.values().map((entry) => [entry.filePath, entry]));
  const read = (file: string, name: string) => {
    const known = stored.get(path.posix.join(contentFolder, name));
    return known !== undefined && known.data.sha256 === sha256Of(file)
      ? { id: known.id }
      : storedEntry(file, name);
  };
  const loaded = await readAll(fileURLToPath(config.root), read, part);
  const ids = new Set(loaded.map(({ id }) => id));
  for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
  for (const entry of loaded) if ('data' in entry) store.set(entry);
}

type StoredEntry = ReturnType<typeof storedEntry>;

/**
 * Reads the file of an entry again.
 *
 * @returns nothing where that is not all there is to do: a file that came, went or changed its id may meet another one
 */
function reread({ store, config }: LoaderContext, changed: string): StoredEntry | undefined {
  const root = fileURLToPath(config.root);
  const name = path.relative(path.join(root, contentFolder), changed).split(path.sep).join('/');
  if (!name.endsWith('.mdx') || !existsSync(changed)) return undefined;
  const file = path.posix.join(contentFolder, name);
  try {
    const entry = storedEntry(fullPath(root, file), name);
    return store.get(entry.id)?.filePath === file ? entry : undefined;
  } catch (error) {
    if (error instanceof ArticleFileError) return undefined;
    throw error;
  }
}

/** Keeps the collection, and what pages know of the content, as new as the files. */
class ServedContent {
  readonly #context: LoaderContext;
  readonly #articles: string;
  readonly #changes = new Set<string>();
  /** Entries for which the store has time. */
  readonly #later = new Map<string, StoredEntry>();
  #pending: NodeJS.Timeout | undefined;
  #writing: NodeJS.Timeout | undefined;

  constructor(context: LoaderContext) {
    this.#context = context;
    this.#articles = path.join(fileURLToPath(context.config.root), articlesFolder);
  }

  changed(file: string): void {
    this.#changes.add(file);
    clearTimeout(this.#pending);
    this.#pending = setTimeout(() => {
      this.#load().catch((error: Error) => this.#context.logger.error(error.message));
    }, 50);
  }

  async #load(): Promise<void> {
    const { store, watcher } = this.#context;
    const changed = [...this.#changes].filter((file) => file.startsWith(this.#articles));
    this.#changes.clear();
    const entries = changed.map((file) => reread(this.#context, file));
    if (entries.includes(undefined)) {
      this.#later.clear();
      await loadAll(this.#context);
    }
    for (const [at, file] of changed.entries()) {
      const entry = entries[at];
      if (entry !== undefined && !entry.deferredRender && !store.get(entry.id)?.deferredRender) {
        this.#later.set(entry.id, entry);
        continue;
      }
      if (entry !== undefined) {
        this.#later.delete(entry.id);
        store.set(entry);
      }
      // What a person wrote as MDX, and what that imports, are modules of Vite, which does not watch the content itself.
      watcher?.emit(existsSync(file) ? 'change' : 'unlink', file);
    }
    contentChanged();
    clearTimeout(this.#writing);
    this.#writing = setTimeout(() => {
      for (const entry of this.#later.values()) store.set(entry);
      this.#later.clear();
    }, pause);
  }
}

/** Ends the watching of an earlier load in the same process. */
let unwatch: (() => void) | undefined;

/** Reads every article file, and what changes while a development server runs. */
export function articlesLoader(): Loader {
  return {
    name: 'articles',
    schema: headSchema,
    load: async (context) => {
      if (bundlesProgram) {
        // Plain articles are no part of the program, and what is wrong with them is told where pages are made.
        await loadAll(context, holdsMarkup);
        return;
      }
      await loadAll(context);
      keepMore();
      if (!context.watcher) return;
      unwatch?.();
      const served = new ServedContent(context);
      const content = path.join(fileURLToPath(context.config.root), contentFolder);
      unwatch = watchFolder(content, (file) => served.changed(file));
    },
  };
}

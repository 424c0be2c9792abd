/**
 * The loader of the collection `articles`: one entry a file of `content/articles/`.
 *
 * The store holds what stands at the head of each file; texts stay with `entries.ts`. Plain bodies, which is what ingest
 * writes, cost no module; only a body into which a person wrote Markdown or MDX goes to the bundler.
 */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { codeDigest } from '../cache/code.ts';
import { contentFolder } from '../content-folder.ts';
import { keepTexts, readFile } from './entries.ts';
import { ArticleFileError, headSchema } from './read.ts';

const folder = `${contentFolder}/articles`;

/** Everything else that pages are made from: a change there makes the pages new while the site is served. */
const alsoRead = ['ledger', 'sources', 'corrections.yaml', 'topics.yaml'].map(
  (name) => `${contentFolder}/${name}`,
);

async function articleFiles(root: string): Promise<string[]> {
  const entries = await readdir(path.join(root, folder), { recursive: true }).catch(() => {
    throw new Error(`${folder}/ is missing: run npm run ingest`);
  });
  return entries
    .filter((entry) => entry.endsWith('.mdx'))
    .map((entry) => path.posix.join(folder, entry.split(path.sep).join('/')))
    .sort();
}

/** The entry of an article file as the store takes it. */
function storedEntry(root: string, file: string): Parameters<LoaderContext['store']['set']>[0] {
  const { entry, body } = readFile(path.join(root, file));
  const { blocks: _, ...data } = entry;
  const stored = { id: data.id, data, digest: `${data.sha256} ${file}`, filePath: file };
  return data.markup ? { ...stored, body, deferredRender: true } : stored;
}

/** Brings the store to what the files hold. */
async function loadAll({ store, meta, config }: LoaderContext): Promise<void> {
  const root = fileURLToPath(config.root);
  const problems: string[] = [];
  const fileOfId = new Map<string, string>();
  const loaded: ReturnType<typeof storedEntry>[] = [];
  for (const file of await articleFiles(root)) {
    try {
      const entry = storedEntry(root, file);
      const other = fileOfId.get(entry.id);
      if (other !== undefined)
        throw new ArticleFileError(`its id ${entry.id} is taken by ${other}; delete one of the two`);
      fileOfId.set(entry.id, file);
      loaded.push(entry);
    } catch (error) {
      if (!(error instanceof ArticleFileError)) throw error;
      problems.push(`${file}: ${error.message}`);
    }
  }
  if (problems.length > 0) {
    const remedy = `Put the files right, or take back what was edited: npm run ingest -- --force FILE`;
    throw new Error(`${problems.length} article file(s) cannot be read.\n${problems.join('\n')}\n${remedy}`);
  }
  // What another program stored may mean something else.
  if (meta.get('code') !== codeDigest()) store.clear();
  meta.set('code', codeDigest());
  for (const id of store.keys()) if (!fileOfId.has(id)) store.delete(id);
  for (const entry of loaded) store.set(entry);
}

/**
 * Brings one entry to what its file holds.
 *
 * @returns whether that was all there was to do: a file that came, went or changed its id may meet another one
 */
function loadOne({ store, config }: LoaderContext, changed: string): boolean {
  const root = fileURLToPath(config.root);
  const file = path.relative(root, changed).split(path.sep).join('/');
  if (!file.endsWith('.mdx') || !existsSync(changed)) return false;
  try {
    const entry = storedEntry(root, file);
    if (store.get(entry.id)?.filePath !== file) return false;
    store.set(entry);
    return true;
  } catch (error) {
    if (error instanceof ArticleFileError) return false;
    throw error;
  }
}

/** Reads every article file, and all of them again when content changes under a development server. */
export function articlesLoader(): Loader {
  return {
    name: 'articles',
    schema: headSchema,
    load: async (context) => {
      await loadAll(context);
      keepTexts();
      const { watcher, logger, meta } = context;
      if (!watcher) return;
      const root = fileURLToPath(context.config.root);
      const watched = [folder, ...alsoRead].map((entry) => path.join(root, entry));
      watcher.add(watched);
      const changes = new Set<string>();
      let pending: NodeJS.Timeout | undefined;
      const load = async () => {
        const changed = [...changes];
        changes.clear();
        meta.set('changed', String(Date.now()));
        const each = changed.map((file) => loadOne(context, file));
        if (each.includes(false)) await loadAll(context);
      };
      watcher.on('all', (_event, changed) => {
        if (!watched.some((entry) => changed === entry || changed.startsWith(entry + path.sep))) return;
        changes.add(changed);
        clearTimeout(pending);
        pending = setTimeout(() => {
          load().catch((error: Error) => logger.error(error.message));
        }, 50);
      });
    },
  };
}

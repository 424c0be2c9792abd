/**
 * The loader of the collection `articles`: one entry a file of `content/articles/`.
 *
 * The store holds what stands at the head of each file; texts stay with `entries.ts`. Plain bodies, which is what ingest
 * writes, cost no module; only a body into which a person wrote Markdown or MDX goes to the bundler.
 */
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

/** Brings the store to what the files hold. */
async function loadAll({ store, meta, config }: LoaderContext): Promise<void> {
  const root = fileURLToPath(config.root);
  const problems: string[] = [];
  const fileOfId = new Map<string, string>();
  const loaded: Parameters<typeof store.set>[0][] = [];
  for (const file of await articleFiles(root)) {
    try {
      const { entry, body } = readFile(path.join(root, file));
      const { blocks: _, ...data } = entry;
      const { id } = data;
      const other = fileOfId.get(id);
      if (other !== undefined)
        throw new ArticleFileError(`its id ${id} is taken by ${other}; delete one of the two`);
      fileOfId.set(id, file);
      const stored = { id, data, digest: `${data.sha256} ${file}`, filePath: file };
      loaded.push(data.markup ? { ...stored, body, deferredRender: true } : stored);
    } catch (error) {
      if (!(error instanceof ArticleFileError)) throw error;
      problems.push(`${file}: ${error.message}`);
    }
  }
  if (problems.length > 0) {
    const remedy = `Put the files right, or take back what was edited: npm run ingest -- --force FILE`;
    throw new Error(`${problems.length} article file(s) cannot be read.\n${problems.join('\n')}\n${remedy}`);
  }
  keepTexts();
  // What another program stored may mean something else.
  if (meta.get('code') !== codeDigest()) store.clear();
  meta.set('code', codeDigest());
  for (const id of store.keys()) if (!fileOfId.has(id)) store.delete(id);
  for (const entry of loaded) store.set(entry);
}

/** Reads every article file, and all of them again when content changes under a development server. */
export function articlesLoader(): Loader {
  return {
    name: 'articles',
    schema: headSchema,
    load: async (context) => {
      await loadAll(context);
      const { watcher, logger, meta } = context;
      if (!watcher) return;
      const root = fileURLToPath(context.config.root);
      const watched = [folder, ...alsoRead].map((entry) => path.join(root, entry));
      watcher.add(watched);
      let pending: NodeJS.Timeout | undefined;
      watcher.on('all', (_event, changed) => {
        if (!watched.some((entry) => changed === entry || changed.startsWith(entry + path.sep))) return;
        clearTimeout(pending);
        pending = setTimeout(() => {
          meta.set('changed', String(Date.now()));
          loadAll(context).catch((error: Error) => logger.error(error.message));
        }, 200);
      });
    },
  };
}

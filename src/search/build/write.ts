/** Puts an index on disk. */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { SearchArticle } from './articles.ts';
import { indexFiles } from './index.ts';

/**
 * Writes an index into a folder, in place of what was there; a failure leaves what was there.
 *
 * @returns number of files and of bytes
 */
export async function writeIndex(
  articles: readonly SearchArticle[],
  folder: string,
): Promise<{ files: number; bytes: number }> {
  const files = await indexFiles(articles);
  const fresh = `${folder}.new`;
  await rm(fresh, { recursive: true, force: true });
  for (const { path: name, content } of files) {
    const file = path.join(fresh, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  await rm(folder, { recursive: true, force: true });
  await rename(fresh, folder);
  return { files: files.length, bytes: files.reduce((sum, { content }) => sum + content.length, 0) };
}

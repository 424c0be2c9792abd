/** The folder of article files. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { contentFolder } from '../content-folder.ts';

/** Relative to the project. */
export const articlesFolder = `${contentFolder}/articles`;

/**
 * The article files, relative to the project, in the order of their names.
 *
 * @param root the folder of the project
 * @throws where there is no folder of articles
 */
export async function articleFiles(root: string): Promise<string[]> {
  const entries = await readdir(path.join(root, articlesFolder), { recursive: true }).catch(() => {
    throw new Error(`${articlesFolder}/ is missing: run npm run ingest`);
  });
  return entries
    .filter((entry) => entry.endsWith('.mdx'))
    .map((entry) => path.posix.join(articlesFolder, entry.split(path.sep).join('/')))
    .sort();
}

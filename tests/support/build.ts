/** Builds the site as `npm run build` does, into a folder of its own. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface BuildOptions {
  /** Relative to the project. */
  outDir: string;
  base?: string;
  /** A folder of content, relative to the project. */
  content?: string;
  /** Builds the search index too. */
  search?: boolean;
  /** Draws a card for each article. */
  cards?: boolean;
}

/**
 * Builds the site.
 *
 * @returns the absolute path of what was built
 * @throws with everything that the build printed, where it fails
 */
export async function build({
  outDir,
  base = '/',
  content,
  search = false,
  cards = false,
}: BuildOptions): Promise<string> {
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    ASTRO_TELEMETRY_DISABLED: '1',
    BASE_PATH: base,
    CARDS: cards ? '1' : '',
    ...(content === undefined ? {} : { CONTENT_DIR: content }),
  };
  const node = (...args: string[]) => run(process.execPath, args, { env, maxBuffer: 1 << 28 });
  try {
    await node('node_modules/astro/bin/astro.mjs', 'build', '--outDir', outDir);
    if (search && existsSync('scripts/search-index.ts')) {
      await node('scripts/search-index.ts', '--out', path.join(outDir, 'pagefind'));
      await node('scripts/offline.ts', '--out', outDir);
    }
    await node('scripts/cards.ts', '--out', outDir);
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`the build failed\n${stdout}\n${stderr}`);
  }
  return path.resolve(outDir);
}

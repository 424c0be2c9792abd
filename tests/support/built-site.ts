/** Prepares what all tests in a browser share: the browser, and the site built at the root and under a base path. */
import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { findBrowser } from './browser.ts';
import { build } from './build.ts';
import { writeLibrary } from './library.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folders with the built site. */
    sites: { root: string; based: string; library: string };
    /** The content of the third site, and a folder for what else tests write; both relative to the project. */
    folders: { content: string; scratch: string };
  }
}

/** The base path of the second site. */
export const basePath = '/library/op-eds';

/**
 * Builds the sites. Every run has a folder of its own, so that runs beside each other do not meet.
 *
 * @returns takes the folder away
 */
export default async function setup(project: TestProject): Promise<() => void> {
  const scratch = `.cache/e2e-${process.pid}`;
  const content = `${scratch}/content`;
  // A packaged browser is unpacked here, once, before the tests start in parallel.
  await findBrowser();
  const root = await build({ outDir: `${scratch}/root`, search: true });
  const based = await build({ outDir: `${scratch}/based`, base: basePath, search: true });
  writeLibrary(content);
  const library = await build({ outDir: `${scratch}/library`, content, search: true, cards: true });
  project.provide('sites', { root, based, library });
  project.provide('folders', { content, scratch });
  return () => rmSync(scratch, { recursive: true, force: true });
}

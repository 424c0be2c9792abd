/** Prepares what all tests in a browser share: the browser, and the site built at the root and under a base path. */
import type { TestProject } from 'vitest/node';
import { findBrowser } from './browser.ts';
import { build } from './build.ts';
import { writeLibrary } from './library.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folders with the built site. */
    sites: { root: string; based: string; library: string };
  }
}

/** The base path of the second site. */
export const basePath = '/library/op-eds';

/** The folder of the content written for tests, of which the third site is built. */
export const libraryContent = '.cache/e2e/content';

export default async function setup(project: TestProject): Promise<void> {
  // A packaged browser is unpacked here, once, before the tests start in parallel.
  await findBrowser();
  const root = await build({ outDir: '.cache/e2e/root', search: true });
  const based = await build({ outDir: '.cache/e2e/based', base: basePath, search: true });
  writeLibrary(libraryContent);
  const library = await build({ outDir: '.cache/e2e/library', content: libraryContent, search: true });
  project.provide('sites', { root, based, library });
}

/** Builds the site once for all tests that look at it, at the root and under a base path. */
import type { TestProject } from 'vitest/node';
import { build } from './build.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folders with the built site. */
    sites: { root: string; based: string };
  }
}

/** The base path of the second site. */
export const basePath = '/library/op-eds';

export default async function setup(project: TestProject): Promise<void> {
  const root = await build({ outDir: '.cache/e2e/root', search: true });
  const based = await build({ outDir: '.cache/e2e/based', base: basePath });
  project.provide('sites', { root, based });
}

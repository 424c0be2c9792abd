import { relativeToProject } from '../content-folder.ts';

/** Where is kept what was worked out before, relative to the project. Safe to delete. */
export const cacheFolder = relativeToProject(process.env.CACHE_DIR, '.cache');

import path from 'node:path';

/** Where is kept what was worked out before, relative to the project, however it was given. Safe to delete. */
export const cacheFolder = path
  .relative('.', process.env.CACHE_DIR ?? '.cache')
  .split(path.sep)
  .join('/');

/** Where is kept what was worked out before, relative to the project. Safe to delete. */
export const cacheFolder = process.env.CACHE_DIR ?? '.cache';

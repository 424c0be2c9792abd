import path from 'node:path';

/** Where the content is, relative to the project, however it was given. */
export const contentFolder =
  path
    .relative('.', process.env.CONTENT_DIR ?? 'content')
    .split(path.sep)
    .join('/') || '.';

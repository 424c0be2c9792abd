import path from 'node:path';

/** A folder relative to the project, however it was given; the usual one where none was. */
export function relativeToProject(given: string | undefined, usual: string): string {
  return (
    path
      .relative('.', given || usual)
      .split(path.sep)
      .join('/') || '.'
  );
}

/** Where the content is, relative to the project. */
export const contentFolder = relativeToProject(process.env.CONTENT_DIR, 'content');

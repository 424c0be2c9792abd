/** Where the content is, relative to the project. */
export const contentFolder = process.env.CONTENT_DIR ?? 'content';

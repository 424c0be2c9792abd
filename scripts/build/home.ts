/** The address of the first page, as `astro.config.ts` takes it. */
export function homeOf({ SITE_URL = 'http://localhost:4321', BASE_PATH = '/' } = process.env): URL {
  return new URL(`/${BASE_PATH.replace(/^\/+|\/+$/g, '')}/`.replace('//', '/'), SITE_URL);
}

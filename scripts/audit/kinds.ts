/** The kinds of pages of the site, each with the form of its addresses. */
export const kinds: readonly (readonly [name: string, form: RegExp])[] = [
  ['home', /^\/$/],
  ['articles', /^\/articles\/$/],
  ['article', /^\/articles\/\w{8,}\/$/],
  ['authors', /^\/authors\/$/],
  ['author', /^\/authors\/[\w-]+\/$/],
  ['roles', /^\/roles\/$/],
  ['role', /^\/roles\/[\w-]+\/$/],
  ['topics', /^\/topics\/$/],
  ['topic', /^\/topics\/[\w-]+\/$/],
  ['series index', /^\/series\/$/],
  ['series', /^\/series\/[\w-]+\/$/],
  ['sources', /^\/sources\/$/],
  ['source', /^\/sources\/[\w.-]+\/$/],
  ['search', /^\/search\/$/],
  ['at a glance', /^\/glance\/$/],
  ['about', /^\/about\/$/],
  ['offline', /^\/offline\/$/],
  ['404', /^\/404\.html$/],
];

/** One page of each kind: the first of the paths that has its form. */
export function samplesOf(paths: readonly string[]): [name: string, pathname: string][] {
  return kinds.flatMap(([name, form]): [string, string][] => {
    const found = paths.find((pathname) => form.test(pathname));
    return found === undefined ? [] : [[name, found]];
  });
}

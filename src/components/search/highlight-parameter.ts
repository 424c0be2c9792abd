/** The part of an article's address that holds the query to be marked in it. */
export const highlightParameter = 'hl';

/** The address of an article or of a place in it, with the query to be marked. */
export function withHighlight(address: string, query: string): string {
  const url = new URL(address, location.href);
  url.searchParams.set(highlightParameter, query);
  return url.href;
}

/** Cuts text for MiniSearch as recipes for Chinese do: neighbours of Han as pairs, everything else as words. */
export function bigrams(text: string): string[] {
  const tokens: string[] = [];
  for (const [run] of text.toLowerCase().matchAll(/\p{Script=Han}+|[^\p{Script=Han}\s\p{P}]+/gu)) {
    if (!/^\p{Script=Han}/u.test(run)) {
      tokens.push(run);
      continue;
    }
    const characters = Array.from(run);
    for (const [at, character] of characters.entries()) tokens.push(character + (characters[at + 1] ?? ''));
  }
  return tokens;
}

/** Options of MiniSearch with those tokens, for the index and for queries. */
export const bigramOptions = {
  fields: ['title', 'text'],
  tokenize: bigrams,
  searchOptions: {
    combineWith: 'AND',
    prefix: (term: string) => /^\p{Script=Han}$/u.test(term),
  },
} as const;

/** Options with which VitePress 1.6 sets MiniSearch up where a site configures nothing. */
export const vitepressOptions = {
  fields: ['title', 'titles', 'text'],
  storeFields: ['title', 'titles'],
  searchOptions: { fuzzy: 0.2, prefix: true, boost: { title: 4, text: 2, titles: 1 } },
} as const;

/** Names of the archive that hold what is typed, to lead a reader straight to their pages. */
import type { Folding } from '../text/folding.ts';
import type { NamesFile } from './files.ts';
import { occurrencesIn, type Pattern } from './pattern.ts';
import { type Stream, streamOf } from './units.ts';

/** Facets whose values have a page of their own that is worth suggesting, in the order of suggestions. */
export const suggestedFacets = ['author', 'topic', 'role'] as const;
export type SuggestedFacet = (typeof suggestedFacets)[number];

export interface NameSuggestion {
  facet: SuggestedFacet;
  /** Number of the value in its facet. */
  number: number;
  name: string;
}

/** Suggests so many names at most that hold a pattern. */
export type NameSuggester = (pattern: Pattern, most: number) => NameSuggestion[];

/** How well a name fits; lower is better, nothing where it does not. */
function fitOf(stream: Stream, pattern: Pattern): number | undefined {
  const [first] = occurrencesIn(stream, pattern);
  if (first === undefined) return undefined;
  if (first > 0) return 2;
  return stream.units.length === pattern.units.length ? 0 : 1;
}

/**
 * Makes what suggests names: whole names first, then those that begin with what is typed, the most frequent first.
 *
 * @param names those of each facet, the most frequent first
 */
export function nameSuggester(names: NamesFile, folding: Folding): NameSuggester {
  const known = suggestedFacets.flatMap((facet) =>
    names[facet].map((name, number) => ({ facet, number, name, stream: streamOf(name, folding) })),
  );
  return (pattern, most) =>
    known
      .flatMap(({ stream, ...suggestion }) => {
        const fit = fitOf(stream, pattern);
        return fit === undefined ? [] : [{ fit, suggestion }];
      })
      .sort((a, b) => a.fit - b.fit)
      .slice(0, most)
      .map(({ suggestion }) => suggestion);
}

/** What the archive as a whole has decided before a dump is rendered. */
import type { ArticleSource } from '../../../src/article/schema.ts';
import type { Summary } from './summary.ts';

/** What the archive decided of one article of a dump. */
export type Placement = {
  id: string;
  /** This dump is the one the article is written from; another only adds a source. */
  primary: boolean;
  /** Further sources, for the primary. */
  others: ArticleSource[];
  /** The one spelling of its series. */
  series?: string;
  /** The archive has the series elsewhere too, of which the page alone is not sure. */
  seriesKnown: boolean;
  formerly: string[];
  /** SHA-256 of the file as earlier runs wrote it. */
  written: string[];
};

/** The placement of an article of which the archive knows nothing. */
export function placementOf({ own, series }: Summary): Placement {
  return {
    id: own,
    primary: true,
    others: [],
    ...(series === undefined ? {} : { series }),
    seriesKnown: false,
    formerly: [],
    written: [],
  };
}

/** Whether the archive has nothing to say of an article. */
export function isAsAlone(placement: Placement, { own, series }: Summary): boolean {
  const { id, primary, others, series: name, seriesKnown, formerly, written } = placement;
  return (
    id === own &&
    primary &&
    name === series &&
    !seriesKnown &&
    [others, formerly, written].every(({ length }) => length === 0)
  );
}

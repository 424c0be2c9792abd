/**
 * All that the page of an article shows: what the page is made from, and with that what decides whether a build makes
 * it again. Components of the page get nothing else, so that a page cannot show what its key does not cover.
 */
import { keyOf, keyOfShared } from '../cache/key.ts';
import { relatedTo } from '../related/articles.ts';
import { type Mention, mentionOf } from './mention.ts';
import type { Archive, Article, ShownArticle, Written } from './model.ts';
import { nearby } from './nearby.ts';
import type { BlockLines } from './places.ts';
import { type CorrectionNote, correctionsOf } from './provenance.ts';
import { inSeriesOrder } from './series-order.ts';
import { written } from './words.ts';

/** A short list of other articles: of the same series, by the same author, or that say similar things. */
export type Shelf = { articles: Mention[] } & (
  | { kind: 'related' }
  | { kind: 'series' | 'author'; name: Written; slug: string }
);

export interface ArticleView {
  article: ShownArticle;
  /** Where its blocks stand in its first source. */
  lines: BlockLines;
  corrections: CorrectionNote[];
  shelves: Shelf[];
  previous: Mention | undefined;
  next: Mention | undefined;
}

/** Articles on a shelf. */
const most = 6;

const shown = new WeakMap<Article, ShownArticle>();

/** An article by itself, without what leads from it to others. */
export function shownOf(article: Article): ShownArticle {
  let alone = shown.get(article);
  if (alone === undefined) {
    alone = withoutOthers(article);
    shown.set(article, alone);
  }
  return alone;
}

const keys = new WeakMap<ShownArticle, string>();

/** A hash of all that is known of an article by itself: of its file, and of what the archive makes of that. */
export function keyOfShown(article: ShownArticle): string {
  let key = keys.get(article);
  if (key === undefined) {
    const { sha256, edited, signatures, series, topics } = article;
    key = keyOf({
      ...{ sha256, edited, series, topics },
      signatures: signatures.map(({ person, roles }) => ({ person, roles })),
    });
    keys.set(article, key);
  }
  return key;
}

function withoutOthers(article: Article): ShownArticle {
  const { data, blocks, sha256, markup, edited, signatures, series, topics } = article;
  return {
    ...{ data, blocks, sha256, markup, edited },
    signatures: signatures.map(({ author, person: { slug, anonymous }, roles }) => ({
      author,
      person: { slug, anonymous },
      roles: roles.map((role) => ({ slug: role.slug })),
    })),
    series: series && { slug: series.slug, name: series.name },
    topics: topics.map(({ topic }) => ({ topic })),
  };
}

function shelvesOf(library: Archive, article: Article): Shelf[] {
  const { series, signatures } = article;
  const mentions = (articles: readonly Article[]) => articles.map(mentionOf);
  const shelves: Shelf[] = [{ kind: 'related', articles: mentions(relatedTo(library, article)) }];
  if (series !== undefined) {
    const articles = mentions(nearby(inSeriesOrder(series.articles), article, most));
    shelves.unshift({ kind: 'series', name: series.name, slug: series.slug, articles });
  }
  for (const { author, person } of signatures) {
    if (person.anonymous) continue;
    const articles = mentions(nearby(person.articles, article, most));
    shelves.push({ kind: 'author', name: written(article, author.name), slug: person.slug, articles });
  }
  return shelves.filter(({ articles }) => articles.length > 0);
}

/** Brings together what the page of an article shows. */
export function viewOf(library: Archive, article: Article): ArticleView {
  const { previous, next, data } = article;
  return {
    article: shownOf(article),
    lines: library.places.of(data.id, data.sources[0]?.file ?? ''),
    corrections: correctionsOf(library, article),
    shelves: shelvesOf(library, article),
    previous: previous && mentionOf(previous),
    next: next && mentionOf(next),
  };
}

/** A hash of a view, from those of what other views show too. */
export function keyOfView({ article, shelves, previous, next, ...alone }: ArticleView): string {
  return keyOf({
    ...alone,
    article: keyOfShown(article),
    shelves: shelves.map((shelf) => ({ ...shelf, articles: shelf.articles.map(keyOfShared) })),
    steps: [previous, next].map((other) => other && keyOfShared(other)),
  });
}

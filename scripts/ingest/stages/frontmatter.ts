/** The frontmatter of an article as it was read and placed, before the corrections have their say. */
import type { ReviewCode } from '../../../src/article/codes.ts';
import type { ArticleSource, Frontmatter } from '../../../src/article/schema.ts';
import type { ReadArticle } from '../page.ts';
import { Classifier } from '../topics.ts';
import type { Context } from './context.ts';
import type { Placement } from './placement.ts';

const engines = new WeakMap<Context, Classifier>();

function classifierOf(context: Context): Classifier {
  const made = engines.get(context) ?? new Classifier(context.topics);
  engines.set(context, made);
  return made;
}

/** @param review codes that the reading of the page gives it */
export function frontmatterOf(
  context: Context,
  read: ReadArticle,
  placement: Placement,
  source: ArticleSource,
  review: readonly ReviewCode[],
): Frontmatter {
  const texts = (kind: 'p' | 'h'): string[] =>
    read.blocks.filter((block) => block.kind === kind).map(({ text }) => text);
  const { topics, sure } = classifierOf(context).classify(
    read.title,
    texts('h'),
    read.standfirst?.text ?? '',
    texts('p').join('\n'),
  );
  return {
    id: placement.id,
    title: read.title,
    authors: read.authors,
    series: placement.series,
    seriesPart: read.seriesPart,
    standfirst: read.standfirst?.text,
    topics,
    lang: read.lang,
    date: read.head.date,
    publication: read.head.publication,
    page: read.head.page,
    sources: [source, ...placement.others],
    review: sure ? [...review] : [...review, 'topic-unsure'],
    ...(placement.formerly.length > 0 ? { formerly: placement.formerly } : {}),
  };
}

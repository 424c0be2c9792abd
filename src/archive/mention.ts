/** What other pages show of an article. */
import type { Author } from '../article/schema.ts';
import type { Topic } from '../article/topics.ts';
import type { Voice } from '../voice.ts';
import type { Article, Written } from './model.ts';
import { headlineOf, lengthOf, summaryOf, written } from './words.ts';

/** An article where it is only named. */
export interface Mention {
  id: string;
  headline: Written;
  seriesPart: Written | undefined;
  authors: Written[];
}

/** An article as an entry of a list. */
export interface ListedArticle {
  id: string;
  lang: Written['lang'];
  title: string;
  series: string | undefined;
  seriesPart: string | undefined;
  date: string | undefined;
  authors: Author[];
  /** How it opens. */
  summary: string;
  /** Characters of the body. */
  length: number;
  /** The most important one. */
  topic: Pick<Topic, 'id' | 'label'> | undefined;
}

const mentions = new WeakMap<Article, Mention>();
const entries = new WeakMap<Article, ListedArticle>();

/** What is said of an article where it is only named. */
export function mentionOf(article: Article): Mention {
  const known = mentions.get(article);
  if (known !== undefined) return known;
  const { id, seriesPart } = article.data;
  const mention: Mention = {
    id,
    headline: headlineOf(article),
    seriesPart: seriesPart === undefined ? undefined : written(article, seriesPart),
    authors: article.signatures.map(({ author }) => written(article, author.name)),
  };
  mentions.set(article, mention);
  return mention;
}

/** The names of the authors in a line. */
export function authorsInWords({ authors }: Mention, { show }: Voice): string {
  return authors.map(show).join('、');
}

/** What a list shows of an article. */
export function listed(article: Article): ListedArticle {
  const known = entries.get(article);
  if (known !== undefined) return known;
  const { id, lang, title, series, seriesPart, date } = article.data;
  const [first] = article.topics;
  const entry: ListedArticle = {
    ...{ id, lang, title, series, seriesPart, date },
    authors: article.signatures.map(({ author }) => author),
    summary: summaryOf(article, 84),
    length: lengthOf(article),
    topic: first && { id: first.topic.id, label: first.topic.label },
  };
  entries.set(article, entry);
  return entry;
}

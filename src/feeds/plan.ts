/** What a feed tells: of the whole archive, of an author or of a topic, in either script. */
import type { Article, ShownArticle } from '../archive/model.ts';
import { recordOf } from '../archive/record.ts';
import { shownOf } from '../archive/view.ts';
import { summaryOf, written } from '../archive/words.ts';
import type { ArticleRecord } from '../article/record.ts';
import { site } from '../site.ts';
import type { Script } from '../text/script.ts';
import { voiceIn } from '../voice.ts';

/** Entries of a feed at most. */
const longest = 50;

export interface FeedPlan {
  script: Script;
  /** The name of what is followed, in the feed's script; absent for the whole archive. */
  name?: string;
  /** The address of the page that the feed follows. */
  address: string;
  articles: readonly ShownArticle[];
  /** Entries hold whole texts, not only how they open. */
  whole?: boolean;
}

/** The entries of a feed, of all that could stand in it. */
export function longestFeed(articles: readonly Article[]): ShownArticle[] {
  return articles.slice(0, longest).map(shownOf);
}

/** An entry before it is written in the form of a feed. */
export interface FeedEntry {
  record: ArticleRecord;
  url: string;
  summary: string;
  topics: string[];
}

/** The title of a feed. */
export function feedTitle({ name, script }: FeedPlan): string {
  const siteName = voiceIn(script).t(site.name);
  return name === undefined ? siteName : `${name}｜${siteName}`;
}

/** The entries of a feed, with absolute addresses. */
export function feedEntries({ articles, script }: FeedPlan, siteUrl: URL | undefined): FeedEntry[] {
  const { show, t } = voiceIn(script);
  return articles.map((article) => {
    const record = recordOf(article, script);
    return {
      record,
      url: new URL(record.url, siteUrl).href,
      summary: show(written(article, summaryOf(article, 160))),
      topics: article.topics.map(({ topic }) => t(topic.label)),
    };
  });
}

/** The name of an author with honorific and roles, as signed. */
export function signatureOf({ name, honorific = '', roles }: ArticleRecord['authors'][number]): string {
  return [name + honorific, ...roles].join(' ');
}

/** Feeds as JSON Feed 1.1. */
import { languageTags, site } from '../site.ts';
import { voiceIn } from '../voice.ts';
import { bodyHtml } from './html.ts';
import { type FeedPlan, feedEntries, feedTitle, signatureOf } from './plan.ts';

/** The response of a JSON Feed address. */
export function jsonFeed(plan: FeedPlan, siteUrl: URL | undefined): Response {
  const { t, to } = voiceIn(plan.script);
  const address = to(plan.address);
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feedTitle(plan),
    description: t(site.description),
    home_page_url: new URL(address, siteUrl).href,
    feed_url: new URL(`${address}feed.json`, siteUrl).href,
    language: languageTags[plan.script],
    items: feedEntries(plan, siteUrl).map(({ record, url, summary, topics }) => ({
      id: url,
      url,
      title: record.title,
      summary,
      ...(plan.whole ? { content_html: bodyHtml(record) } : { content_text: summary }),
      ...(record.date === undefined ? {} : { date_published: `${record.date}T00:00:00Z` }),
      authors: record.authors.map((author) => ({ name: signatureOf(author) })),
      tags: topics,
      language: languageTags[plan.script],
    })),
  };
  return new Response(JSON.stringify(feed), {
    headers: { 'content-type': 'application/feed+json; charset=utf-8' },
  });
}

/** Feeds as RSS 2.0. An article without a known date has none here either. */
import rss from '@astrojs/rss';
import { languageTags, site } from '../site.ts';
import { voiceIn } from '../voice.ts';
import { bodyHtml, escapeHtml } from './html.ts';
import { type FeedPlan, feedEntries, feedTitle, signatureOf } from './plan.ts';

/** The response of an RSS address. */
export function rssFeed(plan: FeedPlan, siteUrl: URL | undefined): Promise<Response> {
  const { t, to } = voiceIn(plan.script);
  const address = to(plan.address);
  const self = new URL(`${address}rss.xml`, siteUrl).href;
  return rss({
    title: feedTitle(plan),
    description: t(site.description),
    site: new URL(address, siteUrl).href,
    xmlns: { dc: 'http://purl.org/dc/elements/1.1/', atom: 'http://www.w3.org/2005/Atom' },
    customData: `<language>${languageTags[plan.script]}</language><atom:link href="${escapeHtml(self)}" rel="self" type="application/rss+xml"/>`,
    items: feedEntries(plan, siteUrl).map(({ record, url, summary, topics }) => ({
      title: record.title,
      link: url,
      description: summary,
      categories: topics,
      ...(record.date === undefined ? {} : { pubDate: new Date(record.date) }),
      ...(plan.whole ? { content: bodyHtml(record) } : {}),
      customData: record.authors
        .map((author) => `<dc:creator>${escapeHtml(signatureOf(author))}</dc:creator>`)
        .join(''),
    })),
  });
}

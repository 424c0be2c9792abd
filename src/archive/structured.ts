/** Articles as linked data in the vocabulary of schema.org. */
import { ownCardPath } from '../cards.ts';
import { cardPath, languageTags, site } from '../site.ts';
import type { Script } from '../text/script.ts';
import { voiceIn } from '../voice.ts';
import type { ShownArticle } from './model.ts';
import { recordOf } from './record.ts';
import { lineAddress } from './sources.ts';
import { lengthOf } from './words.ts';

const kinds = { person: 'Person', 'pen-name': 'Person', organisation: 'Organization' } as const;

/** The address of a subject in the vocabulary of the press. */
const mediaTopic = (code: string) => `http://cv.iptc.org/newscodes/mediatopic/${code}`;

/**
 * An article as a JSON-LD object: what it is, who signed it in which roles, what it is about, what it is part of and
 * what it was read from. Fields whose value is not known are left out.
 */
export function articleData(article: ShownArticle, script: Script, siteUrl: URL | undefined): object {
  const { t, to, show } = voiceIn(script);
  const absolute = (path: string) => new URL(path, siteUrl).href;
  const record = recordOf(article, script);
  const url = absolute(record.url);
  const { series, topics, data } = article;
  const publication = record.publication && { '@type': 'Newspaper', name: record.publication };
  return {
    '@context': 'https://schema.org',
    '@type': ['NewsArticle', 'OpinionNewsArticle'],
    '@id': url,
    url,
    headline: record.title,
    author: article.signatures.flatMap(({ person, author: { kind = 'person' } }, at) => {
      const { name, honorific, roles = [] } = record.authors[at] ?? {};
      if (person.anonymous) return [];
      return {
        '@type': kinds[kind],
        name,
        honorificSuffix: honorific,
        jobTitle: roles.length > 0 && kind !== 'organisation' ? roles : undefined,
        url: absolute(to(`/authors/${person.slug}/`)),
      };
    }),
    datePublished: record.date,
    inLanguage: languageTags[script],
    abstract: record.standfirst,
    wordCount: lengthOf(article),
    about: topics.map(({ topic }) => ({
      '@type': 'Thing',
      name: t(topic.label),
      url: absolute(to(`/topics/${topic.id}/`)),
      sameAs: topic.iptc?.map(mediaTopic),
    })),
    isPartOf: [
      publication,
      series && {
        '@type': 'CreativeWorkSeries',
        name: show(series.name),
        url: absolute(to(`/series/${series.slug}/`)),
      },
      { '@type': 'Collection', name: t(site.name), url: absolute(to('/')) },
    ].filter(Boolean),
    publisher: record.publication && { '@type': 'Organization', name: record.publication },
    pagination: record.page,
    isBasedOn: data.sources.map(({ file, lines }) => absolute(to(lineAddress(file, lines[0]?.[0] ?? 1)))),
    image: absolute(ownCardPath(data.id, script) ?? cardPath),
    isAccessibleForFree: true,
  };
}

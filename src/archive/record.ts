/** One article as data and as plain text, in a script. */
import type { ArticleRecord } from '../article/record.ts';
import { dayInWords } from '../text/day.ts';
import type { Script } from '../text/script.ts';
import { voiceIn } from '../voice.ts';
import type { ShownArticle } from './model.ts';
import { written } from './words.ts';

const records: Record<Script, WeakMap<ShownArticle, ArticleRecord>> = {
  'zh-Hant': new WeakMap(),
  'zh-Hans': new WeakMap(),
};

/** The record that `/articles/<id>.json` serves; feeds and the page itself are made from it too. */
export function recordOf(article: ShownArticle, script: Script): ArticleRecord {
  const known = records[script].get(article);
  if (known !== undefined) return known;
  const record = recordIn(article, script);
  records[script].set(article, record);
  return record;
}

function recordIn(article: ShownArticle, script: Script): ArticleRecord {
  const { show, to } = voiceIn(script);
  const say = (text: string) => show(written(article, text));
  const { data } = article;
  const optional = <Key extends 'series' | 'seriesPart' | 'standfirst' | 'publication' | 'page'>(key: Key) =>
    data[key] === undefined ? {} : { [key]: say(data[key]) };
  return {
    ...data,
    script,
    title: say(data.title),
    authors: data.authors.map((author) => ({
      ...author,
      name: say(author.name),
      ...(author.honorific === undefined ? {} : { honorific: say(author.honorific) }),
      roles: author.roles.map(say),
    })),
    ...optional('series'),
    ...optional('seriesPart'),
    ...optional('standfirst'),
    ...optional('publication'),
    ...optional('page'),
    url: to(`/articles/${data.id}/`),
    blocks: article.blocks.map(({ kind, n, text }) => ({ kind, n, text: say(text) })),
  };
}

/** The text that `/articles/<id>.txt` serves: head, body, then where it comes from. */
export function plainTextOf(article: ShownArticle, script: Script, siteUrl: URL | undefined): string {
  const { t } = voiceIn(script);
  const record = recordOf(article, script);
  const { series, seriesPart, title, authors, standfirst, blocks, date, publication, page, sources, url } =
    record;
  const signatures = authors.map(({ name, honorific = '', roles }) => [name + honorific, ...roles].join(' '));
  const published = [publication, date === undefined ? t('日期不詳') : t(dayInWords(date)), page];
  const origins = sources.map(
    ({ file, lines }) =>
      `${file} ${t('第 ')}${lines.map(([from, to]) => (from === to ? from : `${from}–${to}`)).join('、')}${t(' 行')}`,
  );
  return [
    [series, seriesPart].filter(Boolean).join(' '),
    title,
    signatures.join('\n'),
    standfirst,
    ...blocks.map(({ kind, text }) => (kind === 'h' ? `【${text}】` : text)),
    [
      '――――',
      published.filter(Boolean).join(' '),
      ...origins.map((origin) => t('來源：') + origin),
      new URL(url, siteUrl).href,
    ].join('\n'),
  ]
    .filter((part) => part !== undefined && part !== '')
    .join('\n\n')
    .concat('\n');
}

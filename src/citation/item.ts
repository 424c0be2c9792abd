/** An article as an item of CSL-JSON, from which every form of citation is made. */
import { anonymousName } from '../article/anonymous.ts';
import type { ArticleRecord } from '../article/record.ts';
import type { Script } from '../text/script.ts';

/** A day as CSL writes it. */
export interface CslDate {
  'date-parts': [[number, number, number]];
}

/** The fields of CSL-JSON that a newspaper article has. A field whose value is not known is absent. */
export interface CslItem {
  id: string;
  type: 'article-newspaper';
  title: string;
  author?: { literal: string }[];
  'container-title'?: string;
  section?: string;
  issued?: CslDate;
  page?: string;
  abstract?: string;
  language: string;
  archive: string;
  archive_location: string;
  URL: string;
  accessed?: CslDate;
  /** What is not known, in words. */
  note?: string;
}

/** What an item needs beside the article. */
export interface ItemContext {
  /** The absolute address of the article. */
  url: string;
  /** The name of the site in the script of the record. */
  siteName: string;
  /** The day on which it was looked up, as YYYY-MM-DD. */
  accessed?: string;
}

/** Fields that a printed article always has, and how it is said that one is not known. */
const unknown: Record<Script, Record<'publication' | 'date' | 'page', string>> = {
  'zh-Hant': { publication: '報刊不詳', date: '日期不詳', page: '版次不詳' },
  'zh-Hans': { publication: '报刊不详', date: '日期不详', page: '版次不详' },
};

function cslDate(day: string): CslDate {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return { 'date-parts': [[year, month, date]] };
}

/** The item of an article. */
export function itemOf(record: ArticleRecord, { url, siteName, accessed }: ItemContext): CslItem {
  const names = record.authors.map(({ name }) => name).filter((name) => name !== anonymousName);
  const missing = Object.entries(unknown[record.script])
    .filter(([field]) => record[field as keyof (typeof unknown)[Script]] === undefined)
    .map(([, words]) => words);
  return {
    id: record.id,
    type: 'article-newspaper',
    title: record.title,
    ...(names.length > 0 ? { author: names.map((literal) => ({ literal })) } : {}),
    ...(record.publication === undefined ? {} : { 'container-title': record.publication }),
    ...(record.series === undefined ? {} : { section: record.series }),
    ...(record.date === undefined ? {} : { issued: cslDate(record.date) }),
    ...(record.page === undefined ? {} : { page: record.page }),
    ...(record.standfirst === undefined ? {} : { abstract: record.standfirst }),
    language: record.script,
    archive: siteName,
    archive_location: record.id,
    URL: url,
    ...(accessed === undefined ? {} : { accessed: cslDate(accessed) }),
    ...(missing.length > 0 ? { note: missing.join('；') } : {}),
  };
}

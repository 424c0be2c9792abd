/** What a person decided about an article, in words. */
import type { Corrections, FieldCorrection, LineCorrection, SlipCorrection } from '../article/corrections.ts';
import type { Archive, Article } from './model.ts';
import { runsOf, spanLabelWords } from './words.ts';

/** A correction in words: what was put right, and why. */
export interface CorrectionNote {
  what: string;
  /** The text as printed and as mended, where there is one. */
  from?: string;
  to?: string;
  reason: string;
}

const fieldWords: Record<keyof FieldCorrection['set'] & string, string> = {
  title: '標題',
  authors: '作者',
  series: '欄目',
  seriesPart: '欄目篇次',
  standfirst: '導言',
  topics: '主題',
  lang: '文字',
  date: '日期',
  publication: '報刊',
  page: '版次',
  formerly: '舊編號',
};

const placeWords: Record<SlipCorrection['in'], string> = {
  title: '標題',
  standfirst: '導言',
  series: '欄目',
  author: '作者',
  role: '身份',
  subhead: '小標題',
  paragraph: '正文',
};

/** The corrections that touch an article, those of its source first. */
export function correctionsOf(archive: Archive, article: Article): CorrectionNote[] {
  const { id, sources, authors } = article.data;
  const {
    encodings = [],
    lines = [],
    fields = [],
    slips = [],
    series = [],
    people = [],
  } = archive.corrections;
  const files = new Set(sources.map(({ file }) => file));
  const names = new Set(authors.map(({ name }) => name));
  return [
    ...encodings
      .filter(({ file }) => files.has(file))
      .map(({ encoding, reason }) => ({ what: `檔案編碼定為 ${encoding}`, reason })),
    ...lines.filter((line) => touches(line, article)).map(lineNote),
    ...fields.filter((field) => field.id === id).map(fieldNote),
    ...slips
      .filter((slip) => slip.id === id)
      .map(({ in: place, from, to, reason }) => ({ what: placeWords[place], from, to, reason })),
    ...series.flatMap((correction) => seriesNote(archive, article, correction)),
    ...people
      .filter(({ name, articles }) => names.has(name) && (articles?.includes(id) ?? true))
      .map(personNote),
  ];
}

function fieldNote({ set, reason }: FieldCorrection): CorrectionNote {
  const fields = Object.keys(set) as (keyof typeof fieldWords)[];
  return { what: fields.map((field) => fieldWords[field]).join('、') || '已覆核', reason };
}

function touches({ file, line }: LineCorrection, { data }: Article): boolean {
  const [from, to] = typeof line === 'number' ? [line, line] : line;
  return data.sources.some(
    (source) => source.file === file && source.lines.some(([first, last]) => from <= last && to >= first),
  );
}

function lineNote({ line, label, begins, joins, splitBefore, reason }: LineCorrection): CorrectionNote {
  const decided = [
    label && `定為${spanLabelWords[label]}`,
    begins !== undefined && (begins ? '文章由此開始' : '不是文章的開始'),
    joins !== undefined && (joins ? '接上文' : '另起一段'),
    splitBefore && `在「${splitBefore}」前分段`,
  ].filter(Boolean);
  const numbers = typeof line === 'number' ? `${line}` : runsOf(line).replace('、', '–');
  return { what: `原文第 ${numbers} 行：${decided.join('，')}`, reason };
}

/** A series that is printed in other words on this article. */
function seriesNote(
  { sources }: Archive,
  article: Article,
  { name, also, reason }: NonNullable<Corrections['series']>[number],
): CorrectionNote[] {
  if (article.data.series !== name) return [];
  const files = new Set(article.data.sources.map(({ file }) => file));
  const printed = sources
    .filter(({ file }) => files.has(file))
    .flatMap(({ lines }) => lines.flat())
    .filter((segment) => segment.article === article && segment.label === 'series');
  const from = also.find((other) => printed.some(({ text }) => text.includes(other)));
  return from === undefined ? [] : [{ what: '欄目', from, to: name, reason }];
}

function personNote({
  name,
  also = [],
  person,
  reason,
}: NonNullable<Corrections['people']>[number]): CorrectionNote {
  const merged = also.length > 0 ? `「${name}」與「${also.join('」「')}」是同一人` : undefined;
  const parted = person && `「${name}」（${person}）有別於同名的另一人`;
  return { what: `作者：${[merged, parted].filter(Boolean).join('，') || name}`, reason };
}

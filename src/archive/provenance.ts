/** What happened to an article between its dump and its page. */
import type { FieldCorrection, SlipCorrection } from '../article/corrections.ts';
import type { Archive, Article } from './model.ts';

/** A paragraph that was put together from several lines of the first source. */
export interface Join {
  n: number;
  lines: number[];
}

/** A correction in words: what was put right, and why. */
export interface CorrectionNote {
  what: string;
  /** The text as printed and as mended, where a slip was mended. */
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

/** The joins and corrections of an article. */
export function provenanceOf(
  archive: Archive,
  article: Article,
): { joins: Join[]; corrections: CorrectionNote[] } {
  const { id, sources } = article.data;
  const file = sources[0]?.file ?? '';
  const joins = article.blocks
    .filter(({ kind }) => kind === 'p')
    .map(({ n }) => ({ n, lines: archive.places.ofBlock(id, 'p', n, file) }))
    .filter(({ lines }) => lines.length > 1);
  const { fields = [], slips = [] } = archive.corrections;
  return {
    joins,
    corrections: [
      ...fields.filter((field) => field.id === id).map(fieldNote),
      ...slips
        .filter((slip) => slip.id === id)
        .map(({ in: place, from, to, reason }) => ({ what: placeWords[place], from, to, reason })),
    ],
  };
}

function fieldNote({ set, reason }: FieldCorrection): CorrectionNote {
  const fields = Object.keys(set) as (keyof typeof fieldWords)[];
  return { what: fields.map((field) => fieldWords[field]).join('、') || '已覆核', reason };
}

/** Fields that a person sets, in words: what they are called, and what stands in them. */
import type { FieldCorrection } from '../article/corrections.ts';
import type { Overruled } from '../article/ledger.ts';
import { dayInWords } from '../text/day.ts';
import type { Archive } from './model.ts';
import { opening } from './words.ts';

export type Field = keyof FieldCorrection['set'] & keyof Overruled;

export const fieldWords: Record<Field, string> = {
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

/** What stands in a field: a text of the article, shown as it is written, or words of the interface. */
export interface Value {
  text: string;
  quoted: boolean;
}

/** Characters of a standfirst that tell one from another. */
const longest = 60;

/** What stands in a field in words; `null` where nothing does. */
export function valueIn(fields: Overruled, field: Field, { topics }: Archive): Value | null {
  const quote = (text: string | undefined): Value | null =>
    text === undefined ? null : { text, quoted: true };
  const say = (text: string | undefined): Value | null =>
    text === undefined ? null : { text, quoted: false };
  switch (field) {
    case 'authors':
      return quote(
        fields.authors
          ?.map(({ name, honorific = '', roles }) =>
            roles.length === 0 ? name + honorific : `${name}${honorific}（${roles.join('、')}）`,
          )
          .join('；'),
      );
    case 'topics':
      return say(
        fields.topics?.map((id) => topics.find(({ topic }) => topic.id === id)?.topic.label ?? id).join('、'),
      );
    case 'standfirst':
      return quote(fields.standfirst && opening(fields.standfirst, longest));
    case 'date':
      return say(fields.date && dayInWords(fields.date));
    case 'lang':
      return say(fields.lang && (fields.lang === 'zh-Hant' ? '繁體' : '簡體'));
    case 'formerly':
      return say(fields.formerly?.join('、'));
    default:
      return quote(fields[field]);
  }
}

/**
 * The articles as open data: what each line of `/data/articles.jsonl` holds. Texts stand in the script in which they
 * were printed. `docs/data.md` describes the fields for people, `/data/articles.schema.json` for programs.
 */
import { z } from 'zod';
import type { ShownArticle } from '../archive/model.ts';
import { recordOf } from '../archive/record.ts';
import { lengthOf } from '../archive/words.ts';
import { recordSchema } from '../article/record.ts';
import { pathTo } from '../site.ts';

export const dataRecordSchema = recordSchema.extend({
  url: z.url(),
  length: z.int().min(0),
  edited: z.boolean(),
});
export type DataRecord = z.infer<typeof dataRecordSchema>;

/** What each field holds, in Traditional. */
export const fieldWords: Record<keyof DataRecord, string> = {
  id: '編號，永不更改，也不另作別用',
  url: '固定地址；第七段是 #p7',
  title: '標題，照原文；原文沒有標題而以〔無題〕代替的，review 有註明',
  authors: '作者（name），按原文次序，連敬稱（honorific）和該篇所印的身份（roles）；沒有署名的是佚名',
  series: '欄目或系列',
  seriesPart: '欄目篇次，如上、下',
  standfirst: '導言',
  topics: '主題的編號，最主要的在前；頁面在 /topics/<編號>/',
  lang: '原文所用文字：zh-Hant 或 zh-Hans',
  script: '本紀錄所用文字；在此檔中與原文相同',
  date: '刊登日期；原文沒有載明的從缺',
  publication: '報刊；原文沒有載明的從缺',
  page: '版次；原文沒有載明的從缺',
  sources: '來源檔案及行號，由 1 起計',
  review: '存疑記號；沒有的為空',
  formerly: '舊編號，會轉到現址',
  blocks: '正文，依次為段落（kind 為 p，頁面上是 #p<n>）和小標題（kind 為 h，#h<n>）',
  length: '正文字數，空白不計',
  edited: '是否經人手編修',
};

/** The record of an article. */
export function dataRecordOf(article: ShownArticle, siteUrl: URL | undefined): DataRecord {
  return {
    ...recordOf(article, article.data.lang),
    url: new URL(pathTo('zh-Hant', `/articles/${article.data.id}/`), siteUrl).href,
    length: lengthOf(article),
    edited: article.edited,
  };
}

/** The JSON Schema of a record, each field with its description. */
export function dataSchema(): object {
  const schema = z.toJSONSchema(dataRecordSchema);
  for (const [field, description] of Object.entries(fieldWords)) {
    Object.assign(schema.properties?.[field] ?? {}, { description });
  }
  return { title: 'Article', ...schema };
}

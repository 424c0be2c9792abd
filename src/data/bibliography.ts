/** The bibliography of the whole archive, each entry in the script of its print. */
import type { Archive } from '../archive/model.ts';
import { type CslItem, itemOf } from '../citation/item.ts';
import { site } from '../site.ts';
import { voiceIn } from '../voice.ts';
import { dataRecordOf } from './record.ts';

/** The items of all articles, without a day of access: that is the reader's to state. */
export function bibliographyOf({ articles }: Archive, siteUrl: URL | undefined): CslItem[] {
  return articles.map((article) => {
    const record = dataRecordOf(article, siteUrl);
    return itemOf(record, { url: record.url, siteName: voiceIn(record.script).t(site.name) });
  });
}

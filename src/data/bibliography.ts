/** Articles as entries of the bibliography of the whole archive, each in the script of its print. */
import { type CslItem, itemOf } from '../citation/item.ts';
import { site } from '../site.ts';
import { voiceIn } from '../voice.ts';
import type { DataRecord } from './record.ts';

/** The item of an article, without a day of access: that is the reader's to state. */
export function itemOfRecord(record: DataRecord): CslItem {
  return itemOf(record, { url: record.url, siteName: voiceIn(record.script).t(site.name) });
}

/** Reading the texts of many articles without asking for all of them at once. */
import type { ArticleRecord } from '../../article/record.ts';
import type { Hit } from '../../search/engine.ts';
import type { Answer } from './answer.ts';

const atOnce = 8;

/**
 * Reads the articles of hits in their order; those that cannot be read are left out.
 *
 * @param tell hears after each part how many of them are read
 * @param goOn stops the reading where it answers false
 */
export async function recordsOf(
  hits: readonly Hit[],
  { library }: Answer,
  tell: (read: number) => void,
  goOn: () => boolean = () => true,
): Promise<{ record: ArticleRecord; hit: Hit }[]> {
  const records: { record: ArticleRecord; hit: Hit }[] = [];
  for (let from = 0; from < hits.length && goOn(); from += atOnce) {
    const part = hits.slice(from, from + atOnce);
    const read = await Promise.all(part.map((hit) => library.record(hit.document).catch(() => undefined)));
    for (const [at, record] of read.entries()) {
      if (record !== undefined) records.push({ record, hit: part[at] as Hit });
    }
    tell(Math.min(hits.length, from + atOnce));
  }
  return records;
}

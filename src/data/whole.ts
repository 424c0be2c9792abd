/** Files that tell of every article, each in a piece of its own. */
import { archive } from '../archive/archive.ts';
import { keyOfShown, shownOf } from '../archive/view.ts';
import { pieced } from '../cache/pieces.ts';
import { base } from '../site.ts';
import { type DataRecord, dataRecordOf } from './record.ts';

export interface WholeFile {
  /** Its path in the site. */
  name: string;
  type: string;
  /** What stands before the first article. */
  head?: string;
  /** What is written of an article. */
  write: (record: DataRecord) => string;
}

/** The response of a file about the whole archive. */
export async function wholeFile(
  { name, type, head = '', write }: WholeFile,
  siteUrl: URL | undefined,
): Promise<Response> {
  const { articles } = await archive();
  const pieces = articles.map((article) => ({
    key: keyOfShown(shownOf(article)),
    make: () => write(dataRecordOf(article, siteUrl)),
  }));
  const body = pieced(name, head, pieces, [siteUrl?.href, base]);
  return new Response(body, { headers: { 'content-type': `${type}; charset=utf-8` } });
}

/** A ledger as it stands in its file. */
import type { Ledger } from '../../../src/article/ledger.ts';

/** A ledger as JSON with one span a line, so that a change shows as few lines. */
export function writeLedger({ source, articles, withdrawn, spans }: Ledger): string {
  const list = (items: readonly unknown[]): string =>
    items.length === 0 ? '[]' : `[\n${items.map((item) => `  ${JSON.stringify(item)}`).join(',\n')}\n ]`;
  const gone = withdrawn ? ` "withdrawn": ${list(withdrawn)},\n` : '';
  return `{\n "source": ${JSON.stringify(source)},\n "articles": ${list(articles)},\n${gone} "spans": ${list(spans)}\n}\n`;
}

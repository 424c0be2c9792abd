/** A ledger as it stands in its file. */
import { type Ledger, ledgerSchema } from '../../../src/article/ledger.ts';

/** Of a ledger, all but its spans: these are many, and held against the dump itself. */
const ledgerHead = ledgerSchema.omit({ spans: true });

/** A ledger as JSON with one span a line, so that a change shows as few lines. */
export function writeLedger({ spans, ...head }: Ledger): string {
  const { source, articles, withdrawn } = ledgerHead.parse(head);
  const list = (items: readonly unknown[]): string =>
    items.length === 0 ? '[]' : `[\n${items.map((item) => `  ${JSON.stringify(item)}`).join(',\n')}\n ]`;
  const gone = withdrawn ? ` "withdrawn": ${list(withdrawn)},\n` : '';
  return `{\n "source": ${JSON.stringify(source)},\n "articles": ${list(articles)},\n${gone} "spans": ${list(spans)}\n}\n`;
}

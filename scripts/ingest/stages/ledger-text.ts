/** A ledger as it stands in its file. */
import type { Ledger, Span } from '../../../src/article/ledger.ts';

/** A span as JSON: ids and codes hold nothing that has to be escaped. */
function writeSpan({ line, from, to, label, article, block, joined, reason }: Span): string {
  const owner = article === undefined ? '' : `,"article":"${article}"`;
  const part = block === undefined ? '' : `,"block":${block}`;
  const torn = joined ? ',"joined":true' : '';
  return `{"line":${line},"from":${from},"to":${to},"label":"${label}"${owner}${part}${torn},"reason":"${reason}"}`;
}

/** A ledger as JSON with one span a line, so that a change shows as few lines. */
export function writeLedger({ source, articles, withdrawn, spans }: Ledger): string {
  const list = (items: readonly string[]): string =>
    items.length === 0 ? '[]' : `[\n  ${items.join(',\n  ')}\n ]`;
  const each = (items: readonly unknown[]): string => list(items.map((item) => JSON.stringify(item)));
  const gone = withdrawn ? ` "withdrawn": ${each(withdrawn)},\n` : '';
  return `{\n "source": ${JSON.stringify(source)},\n "articles": ${each(articles)},\n${gone} "spans": ${list(spans.map(writeSpan))}\n}\n`;
}

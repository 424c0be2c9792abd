/** Bodies of articles as HTML for readers of feeds. */
import type { ArticleRecord } from '../article/record.ts';

/** Escapes a text for HTML and XML. */
export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** Standfirst and body of an article. */
export function bodyHtml({ standfirst, blocks }: ArticleRecord): string {
  return [
    ...(standfirst === undefined ? [] : [`<p><em>${escapeHtml(standfirst)}</em></p>`]),
    ...blocks.map(({ kind, text }) =>
      kind === 'h' ? `<h2>${escapeHtml(text)}</h2>` : `<p>${escapeHtml(text)}</p>`,
    ),
  ].join('\n');
}

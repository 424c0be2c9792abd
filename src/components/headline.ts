/** Headlines as HTML. */
import { escapeHtml } from '../feeds/html.ts';
import { headlineParts, headlineWords } from '../text/headline.ts';

function htmlOf(text: string, large: boolean): string {
  const parts = headlineParts(text);
  return parts
    .map((part) => {
      const words = large ? headlineWords(part) : [part];
      const inside = words.map(escapeHtml).join('<wbr>');
      return part === ' ' || parts.length === 1 ? inside : `<span class="title-part">${inside}</span>`;
    })
    .join('');
}

/** Small ones that were made before: a headline stands on the pages of all articles that are near its own. */
const known = new Map<string, string>();

/** A headline in parts, and in words where it stands large. */
export function headlineHtml(text: string, large: boolean): string {
  if (large) return htmlOf(text, large);
  let html = known.get(text);
  if (html === undefined) {
    html = htmlOf(text, large);
    known.set(text, html);
  }
  return html;
}

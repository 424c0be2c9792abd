/** Pages that search engines shall pass by. */
import { closeSync, openSync, readSync } from 'node:fs';

/** What a page says that search engines shall pass by. It stands near the start of a page. */
const noindex = '<meta name="robots" content="noindex">';
const head = Buffer.alloc(8192);

/** Whether a page that starts so says that search engines shall pass it by. */
export function saysHidden(html: string | Uint8Array): boolean {
  const text = typeof html === 'string' ? html : Buffer.from(html.buffer, html.byteOffset, html.byteLength);
  return text.slice(0, head.length).includes(noindex);
}

/** Whether a page says that search engines shall pass it by. */
export function isHidden(file: string): boolean {
  const opened = openSync(file, 'r');
  try {
    return saysHidden(head.toString('utf8', 0, readSync(opened, head, 0, head.length, 0)));
  } finally {
    closeSync(opened);
  }
}

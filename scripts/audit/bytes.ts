/** What a page costs before it can be read: the page, its styles and its scripts, compressed. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** What a page asks for at once. */
export interface Load {
  /** Compressed bytes of each file, the page itself under its path. */
  files: Map<string, number>;
  /** Addresses on other hosts from which something is loaded. */
  foreign: string[];
  /** What the first paint waits for beside the page's own styles. */
  blocking: string[];
}

const resource = /<(?:link|script|img|source|iframe)\b[^>]*>/g;
const attribute = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
const staticImport = /(?:^|[;}\n])import\s*(?:[\w*{}$,\s]+from)?\s*["'`]([^"'`]+)["'`]/g;
/** Links that load nothing when a page is opened. */
const idle = /^(?:canonical|alternate|icon|apple-touch-icon|manifest|author|search|prev|next)$/;

/**
 * Follows what a page of a built site loads.
 *
 * @param folder the built site
 * @param file the page's file in it
 * @param base the path under which the site stands, without a slash at its end
 */
export function loadOf(folder: string, file: string, base = ''): Load {
  const html = readFileSync(path.join(folder, file), 'utf8');
  const files = new Map([[file, gzipSync(html, { level: 9 }).length]]);
  const foreign: string[] = [];
  const blocking: string[] = [];
  const add = (address: string, from: string) => {
    const url = new URL(address, `http://site${base}/${from}`);
    if (url.host !== 'site') {
      foreign.push(url.href);
      return;
    }
    const own = url.pathname.slice(base.length + 1);
    if (files.has(own) || !existsSync(path.join(folder, own))) return;
    const content = readFileSync(path.join(folder, own));
    files.set(own, gzipSync(content, { level: 9 }).length);
    if (own.endsWith('.js')) {
      for (const [, imported = ''] of content.toString().matchAll(staticImport)) add(imported, own);
    }
  };
  for (const [tag] of html.matchAll(resource)) {
    const address = attribute(tag, 'src') ?? attribute(tag, 'href');
    if (address === undefined || address.startsWith('data:')) continue;
    if (tag.startsWith('<link') && idle.test(attribute(tag, 'rel') ?? '')) continue;
    add(address, file);
    const isScript = tag.startsWith('<script');
    if (isScript && !/type="module"|\bdefer\b|\basync\b/.test(tag)) blocking.push(address);
  }
  return { files, foreign, blocking };
}

/** All bytes of a load. */
export function bytesOf({ files }: Load): number {
  return [...files.values()].reduce((sum, bytes) => sum + bytes, 0);
}

/** The middle of some numbers, the upper one of two. */
export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

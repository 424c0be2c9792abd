/** Builds the indexes of peers over made articles, each as its documentation says. */
import { Charset, Index } from 'flexsearch';
import MiniSearch from 'minisearch';
import type { Entry } from '../../../src/article/read.ts';
import { countedTexts, uncountedTexts } from '../../../src/search/document.ts';
import { bigramOptions, vitepressOptions } from './bigrams.ts';

export const peers = [
  'plain Pagefind',
  'MiniSearch, bigrams',
  'FlexSearch, CJK',
  'VitePress, as it comes',
] as const;
export type Peer = (typeof peers)[number];

export interface PeerFile {
  path: string;
  content: Uint8Array;
}

interface Page {
  id: string;
  title: string;
  titles: string[];
  text: string;
}

function pageOf(entry: Entry): Page {
  const [title = '', ...blocks] = countedTexts(entry);
  return { id: entry.id, title, titles: [], text: [...uncountedTexts(entry), ...blocks].join('\n') };
}

function json(value: unknown): PeerFile {
  return { path: 'index.json', content: Buffer.from(JSON.stringify(value)) };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** The page as Pagefind reads it; the language is that of the search page. */
function html(page: Page, number: number): string {
  const paragraphs = page.text.split('\n').map((text) => `<p>${escaped(text)}</p>`);
  return `<!doctype html><html lang="zh-Hant-HK"><head><title>${escaped(page.title)}</title></head><body><main data-pagefind-body data-pagefind-sort="n:${number}"><h1>${escaped(page.title)}</h1>${paragraphs.join('')}</main></body></html>`;
}

async function plainPagefind(pages: readonly Page[]): Promise<PeerFile[]> {
  const pagefind = await import('pagefind');
  const { index } = await pagefind.createIndex({});
  if (index === undefined) throw new Error('Pagefind made no index');
  for (const [number, page] of pages.entries())
    await index.addHTMLFile({ url: `/articles/${page.id}/`, content: html(page, number) });
  const { files } = await index.getFiles();
  await pagefind.close();
  return files;
}

async function flexSearch(pages: readonly Page[]): Promise<PeerFile[]> {
  const index = new Index({ encoder: Charset.CJK, tokenize: 'strict' });
  for (const [number, page] of pages.entries()) index.add(number, `${page.title}\n${page.text}`);
  const parts: [string, string][] = [];
  await index.export((key: string, data: string) => {
    parts.push([key, data]);
  });
  return [json({ ids: pages.map(({ id }) => id), parts })];
}

function miniSearch(pages: readonly Page[], options: object): PeerFile[] {
  const index = new MiniSearch<Page>(options as ConstructorParameters<typeof MiniSearch<Page>>[0]);
  index.addAll(pages);
  return [json(index)];
}

/** Makes the files of a peer's index. */
export async function peerFiles(peer: Peer, articles: readonly Entry[]): Promise<PeerFile[]> {
  const pages = articles.map(pageOf);
  if (peer === 'plain Pagefind') return plainPagefind(pages);
  if (peer === 'FlexSearch, CJK') return flexSearch(pages);
  return miniSearch(pages, peer === 'MiniSearch, bigrams' ? bigramOptions : vitepressOptions);
}

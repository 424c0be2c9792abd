/** What the site is called, and where its pages are. */
import type { Script } from './text/script.ts';

/** Texts in Traditional; pages turn them into their own script. */
export const site = {
  name: '評論文庫',
  latinName: 'Op-ed Archive',
  tagline: '香港報章評論，逐字可查',
  description: '把報章評論版還原成一篇篇可讀、可查、可引的文章；每一段都連回它在原文中的那一行。',
} as const;

/** The first part of a script's addresses; the site's own script has none. */
const localeSegments: Record<Script, string> = { 'zh-Hant': '', 'zh-Hans': 'zh-hans/' };

/** The language tag that pages of a script carry: Hong Kong's glyphs for Traditional. */
export const languageTags: Record<Script, string> = { 'zh-Hant': 'zh-Hant-HK', 'zh-Hans': 'zh-Hans-CN' };

/** Values of the `[...locale]` parameter. */
export const locales: Record<Script, string | undefined> = { 'zh-Hant': undefined, 'zh-Hans': 'zh-hans' };

/** The base path of the site, with a slash at both ends. */
export const base = `${import.meta.env.BASE_URL.replace(/\/+$/, '')}/`;

/**
 * The path of a page in a script, with the base.
 *
 * @param address a path of the design such as `/articles/7k3m9x2p/`, the same for both scripts
 */
export function pathTo(script: Script, address: string): string {
  return `${base}${localeSegments[script]}${address.replace(/^\//, '')}`;
}

/** Items on one page of a list, and lines on one page of a source. */
export const pageSize = { articles: 60, names: 300, lines: 600 } as const;

/** The path of the image that stands for the site where its pages are linked. */
export const cardPath = `${base}card.png`;

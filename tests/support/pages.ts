/** Built pages as data: what they link to and what can be linked to. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ELEMENT_NODE, parse, walkSync } from 'ultrahtml';

export interface BuiltPage {
  /** The path under which it is served, without the base. */
  pathname: string;
  html: string;
  ids: string[];
  /** Values of `href`, `src` and `action`. */
  links: string[];
}

/** Reads every HTML file of a built site. */
export function builtPages(folder: string): BuiltPage[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const html = readFileSync(path.join(folder, file), 'utf8');
      const ids: string[] = [];
      const links: string[] = [];
      walkSync(parse(html), (node) => {
        if (node.type !== ELEMENT_NODE) return;
        const { id, href, src, action } = node.attributes as Record<string, string | undefined>;
        if (id !== undefined) ids.push(id);
        for (const link of [href, src, action])
          if (link !== undefined) links.push(link.replace(/&amp;/g, '&'));
      });
      const pathname = `/${file.split(path.sep).join('/')}`.replace(/\/index\.html$/, '/');
      return { pathname, html, ids, links };
    });
}

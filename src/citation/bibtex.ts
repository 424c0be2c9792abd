/** Items as BibTeX in Unicode, for LaTeX processors that read it. */
import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { guarded, unguarded } from './guard.ts';
import type { CslItem } from './item.ts';

const { format } = plugins.config.get('@bibtex');
format.useIdAsLabel = true;
// What the library takes for plain ASCII drops every Chinese character.
format.asciiOnly = false;

const commands: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Printed characters that are commands to LaTeX. */
function escapeLatex(text: string): string {
  return text.replace(/[\\~^&%$#_{}]/g, (mark) => commands[mark] ?? `\\${mark}`);
}

/** The entries of items. */
export function bibtexOf(items: readonly CslItem[]): string {
  const escaped = items.map((item) => ({
    ...guarded(item, escapeLatex),
    URL: item.URL,
  }));
  return `${unguarded(new Cite(escaped).format('bibtex')).trim()}\n`;
}

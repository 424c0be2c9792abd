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

/** The day on which an item was looked up, as biblatex writes it. */
function dayOf({ accessed }: CslItem): string | undefined {
  return accessed?.['date-parts'][0].map((part) => String(part).padStart(2, '0')).join('-');
}

/** The library writes a day into the month, and the address a second time. */
function tidy(entry: string, day: string | undefined): string {
  return entry
    .replace(/^\tmonth = \{(\w+) (\d+)\},$/gm, '\tmonth = $1,\n\tday = {$2},')
    .replace(/^\thowpublished = .*\n/gm, '')
    .replace(/^\turl = .*$/gm, (line) => (day === undefined ? line : `${line}\n\turldate = {${day}},`));
}

/** The entry of an item, with a line break at its end. */
export function bibtexOf(item: CslItem): string {
  const { accessed, ...escaped } = guarded(item, escapeLatex);
  const entry = tidy(new Cite({ ...escaped, URL: item.URL }).format('bibtex'), dayOf(item));
  return `${unguarded(entry).trim()}\n`;
}

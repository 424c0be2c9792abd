/** Items as entries of a list of references, in a citation style. */
import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';
import { guarded, unguarded } from './guard.ts';
import type { CslItem } from './item.ts';

const { styles } = plugins.config.get('@csl');

/** Makes a style known under a name. */
export function addStyle(name: string, xml: string): void {
  if (!styles.has(name)) styles.add(name, xml);
}

/**
 * The entry of an item.
 *
 * @param style `apa`, which the library brings along, or one that was added
 */
export function referenceOf(item: CslItem, style: string): string {
  // The styles of our own say everything in their own words; only APA asks a locale, and is English.
  const entry = new Cite(guarded(item)).format('bibliography', {
    format: 'text',
    template: style,
    lang: 'en-US',
  });
  return unguarded(entry).trim();
}

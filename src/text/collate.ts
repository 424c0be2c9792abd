/** How indexes sort: by stroke in Traditional, by pinyin in Simplified; Latin and figures come first. */
import type { Script } from './script.ts';

const collators: Record<Script, Intl.Collator> = {
  'zh-Hant': new Intl.Collator('zh-Hant-u-co-stroke', { numeric: true }),
  'zh-Hans': new Intl.Collator('zh-Hans-u-co-pinyin', { numeric: true }),
};

/** Sorts a copy of items by a text of theirs, as an index in this script does. */
export function sortedBy<Item>(script: Script, items: readonly Item[], text: (item: Item) => string): Item[] {
  const { compare } = collators[script];
  return items
    .map((item) => ({ item, key: text(item) }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ item }) => item);
}

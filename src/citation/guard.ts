/**
 * Keeps printed `<` from being read as markup: citation libraries take `<b>` in a title for bold. While they work, a
 * character of the private use area stands in its place.
 */
import type { CslItem } from './item.ts';

const standIn = '\uE03C';

/** An item in which nothing can be read as markup; `change` is applied to every text that was printed. */
export function guarded(item: CslItem, change: (text: string) => string = (text) => text): CslItem {
  const guard = (text: string) => change(text).replaceAll('<', standIn);
  const { author, title, section, abstract, page } = item;
  return {
    ...item,
    title: guard(title),
    ...(author === undefined ? {} : { author: author.map(({ literal }) => ({ literal: guard(literal) })) }),
    ...(item['container-title'] === undefined ? {} : { 'container-title': guard(item['container-title']) }),
    ...(section === undefined ? {} : { section: guard(section) }),
    ...(abstract === undefined ? {} : { abstract: guard(abstract) }),
    ...(page === undefined ? {} : { page: guard(page) }),
  };
}

/** Puts printed characters back into what a library made of guarded items. */
export function unguarded(text: string): string {
  return text.replaceAll(standIn, '<');
}

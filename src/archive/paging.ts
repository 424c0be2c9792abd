/**
 * Long lists go on at `page/2/`. What is added to a list changes as few of its pages as can be: only the first says how
 * long it is, and pages are cut from the end at which nothing is added.
 */

/** One page of a list. */
export interface Page<Item> {
  items: readonly Item[];
  number: number;
  total: number;
  /** Items of the whole list; on its first page. */
  count?: number;
}

/** How many pages a list takes; one without items takes one. */
export function pagesFor(count: number, size: number): number {
  return Math.max(1, Math.ceil(count / size));
}

/**
 * Cuts a list into pages; a list without items is one empty page.
 *
 * @param grows at which end items are added; where that is the start, the first page holds what makes no full page too
 */
export function paged<Item>(
  items: readonly Item[],
  size: number,
  grows: 'at the end' | 'at the start' = 'at the end',
): Page<Item>[] {
  const isAtEnd = grows === 'at the end';
  const total = isAtEnd ? pagesFor(items.length, size) : Math.max(1, Math.floor(items.length / size));
  const more = isAtEnd ? 0 : items.length - total * size;
  return Array.from({ length: total }, (_, index) => ({
    items: items.slice(index === 0 ? 0 : index * size + more, (index + 1) * size + more),
    number: index + 1,
    total,
    ...(index === 0 ? { count: items.length } : {}),
  }));
}

/** How long a list is, on its first page, and which page it is on the others; in Traditional. */
export function extentOf({ count, number }: Page<unknown>, unit: string): string {
  return count === undefined ? `第 ${number} 頁` : `${count} ${unit}`;
}

/** The value of a `[...page]` parameter for a page of a list. */
export function pageParam(number: number): string | undefined {
  return number === 1 ? undefined : `page/${number}`;
}

/** The address of a page of a list whose first page is at `address`. */
export function pageAddress(address: string, number: number): string {
  return number === 1 ? address : `${address}page/${number}/`;
}

/** Long lists go on at `page/2/`. */

/** One page of a list. */
export interface Page<Item> {
  items: readonly Item[];
  number: number;
  total: number;
}

/** How many pages a list takes; one without items takes one. */
export function pagesFor(count: number, size: number): number {
  return Math.max(1, Math.ceil(count / size));
}

/** Cuts a list into pages; a list without items is one empty page. */
export function paged<Item>(items: readonly Item[], size: number): Page<Item>[] {
  const total = pagesFor(items.length, size);
  return Array.from({ length: total }, (_, index) => ({
    items: items.slice(index * size, (index + 1) * size),
    number: index + 1,
    total,
  }));
}

/** The value of a `[...page]` parameter for a page of a list. */
export function pageParam(number: number): string | undefined {
  return number === 1 ? undefined : `page/${number}`;
}

/** The address of a page of a list whose first page is at `address`. */
export function pageAddress(address: string, number: number): string {
  return number === 1 ? address : `${address}page/${number}/`;
}

/** What stands near an article in a list. */

/** Up to `count` other items around one in a list, in the list's order, as evenly before and after as there are. */
export function nearby<Item>(list: readonly Item[], item: Item, count: number): Item[] {
  const at = list.indexOf(item);
  const room = Math.min(count + 1, list.length);
  const start = Math.max(0, Math.min(at - Math.floor(count / 2), list.length - room));
  return list.slice(start, start + room).filter((other) => other !== item);
}

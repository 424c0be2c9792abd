/** What a person may have meant who wrote a name that there is not. */

/** Whether two names differ by one slip: a character wrong, missing or too many, or two that changed places. */
function isNear(name: string, other: string): boolean {
  const [a, b] = [[...name], [...other]];
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  let same = 0;
  while (same < Math.min(a.length, b.length) - from && a.at(-1 - same) === b.at(-1 - same)) same++;
  const [left, right] = [a, b].map((each) => each.slice(from, each.length - same)) as [string[], string[]];
  const most = Math.max(left.length, right.length);
  return most === 1 || (most === 2 && left.toReversed().join() === right.join());
}

/** Of the names that there are, those that differ by one slip from one that there is not. */
export function namesNear(name: string, names: Iterable<string>): string[] {
  return [...names].filter((each) => isNear(name, each));
}

/** Names that are meant perhaps, as what to do. */
export function meantTodo(name: string, names: Iterable<string>): string | undefined {
  const near = namesNear(name, names);
  return near.length > 0 ? `write ${near.join(' or ')} in its place` : undefined;
}

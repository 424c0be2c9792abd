/** YAML of the keeper, in which a list may come more than once: proposals are pasted one below the other. */
import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';

/** Parses the lists of a file; `lines` finds the line of an offset. What is wrong stands in the document's `errors`. */
export function parseLists(text: string): { document: Document.Parsed; lines: LineCounter } {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    // Names at the beginning of a line are those of whole lists, and may come again.
    uniqueKeys: (a, b) =>
      a === b ||
      (isScalar(a) && isScalar(b) && a.value === b.value && lines.linePos(b.range?.[0] ?? 0).col > 1),
  });
  return { document, lines };
}

/** Joins lists of one name into the first of them; tells which names cannot be joined. */
export function joinLists({ contents: root }: Document): Node[] {
  if (!isMap(root)) return [];
  const unjoined: Node[] = [];
  const first = new Map<unknown, (typeof root.items)[number]>();
  root.items = root.items.filter((pair) => {
    const name = isScalar(pair.key) ? pair.key.value : pair.key;
    const before = first.get(name);
    if (!before) first.set(name, pair);
    else if (isSeq(before.value) && isSeq(pair.value)) before.value.items.push(...pair.value.items);
    else if (isNode(pair.key)) unjoined.push(pair.key);
    return before === undefined;
  });
  return unjoined;
}

/**
 * The value of a file of lists; `undefined` where it holds nothing.
 *
 * @throws where it is no YAML, or a name comes twice whose values cannot be joined
 */
export function readLists(text: string): unknown {
  const { document } = parseLists(text);
  const [error] = document.errors;
  if (error) throw error;
  const [unjoined] = joinLists(document);
  if (unjoined) throw new Error(`${unjoined} stands twice`);
  return document.toJS() ?? undefined;
}

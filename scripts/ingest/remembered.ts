/** What was found of texts that are asked about again and again. */

/** Longer texts are prose, which is asked about once. */
const longest = 100;
/** Texts that are remembered at a time. */
const most = 5000;

/** What stands for a value that is `undefined`, so that one look tells whether a text is known. */
const nothing = Symbol('nothing');

/** A function of a short text that works each out once as long as it is remembered. Its values are shared: nobody changes them. */
export function remembered<Value>(work: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value | typeof nothing>();
  return (text) => {
    if (text.length > longest) return work(text);
    const before = known.get(text);
    if (before !== undefined) return before === nothing ? (undefined as Value) : before;
    const found = work(text);
    if (known.size >= most) known.clear();
    known.set(text, found === undefined ? nothing : found);
    return found;
  };
}

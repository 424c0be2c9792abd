/** What was found of texts that are asked about again and again. */

/** Longer texts are prose, which is asked about once. */
const longest = 100;
/** Texts that are remembered at a time: those of several pages. A power of two. */
const places = 1024;

/** Where a text is remembered, told by few of its units: to hash it whole costs more than most questions. */
function placeOf(text: string): number {
  const { length } = text;
  const units = text.charCodeAt(0) * 31 + text.charCodeAt(length >> 1) * 17 + text.charCodeAt(length - 1);
  return (units * 7 + length) & (places - 1);
}

/** A function of a short text that works each out once as long as it is remembered. Its values are shared: nobody changes them. */
export function remembered<Value>(work: (text: string) => Value): (text: string) => Value {
  const texts = new Array<string | undefined>(places).fill(undefined);
  const values = new Array<Value | undefined>(places).fill(undefined);
  return (text) => {
    if (text.length > longest) return work(text);
    const place = placeOf(text);
    if (texts[place] === text) return values[place] as Value;
    const found = work(text);
    texts[place] = text;
    values[place] = found;
    return found;
  };
}

/** Reading files of the site in a browser, with failures that can be told to a reader. */

/** The index or a text could not be read: the reader is offline, or the index was not built. */
export class UnreachableError extends Error {}

/**
 * Reads a JSON file of the site.
 *
 * @param fresh asks the server whether a cached copy still holds
 * @throws {UnreachableError} where there is no answer or no JSON
 */
export async function readJson<Value>(url: string, fresh = false): Promise<Value> {
  try {
    const response = await fetch(url, fresh ? { cache: 'no-cache' } : {});
    if (!response.ok) throw new Error(`status ${response.status}`);
    return (await response.json()) as Value;
  } catch (error) {
    throw new UnreachableError(`${url}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Reads a few at a time; of those that wait, what was wanted last comes first. */
export function inTurn<Value>(read: (key: string) => Promise<Value>, atOnce: number) {
  let reading = 0;
  const waiting: (() => void)[] = [];
  return async (key: string): Promise<Value> => {
    if (reading >= atOnce) await new Promise<void>((go) => waiting.push(go));
    reading++;
    try {
      return await read(key);
    } finally {
      reading--;
      waiting.pop()?.();
    }
  };
}

/** Remembers what was read by key, the oldest forgotten first; a failure is not remembered. */
export function remembering<Value>(read: (key: string) => Promise<Value>, most: number) {
  const known = new Map<string, Promise<Value>>();
  return (key: string): Promise<Value> => {
    let value = known.get(key);
    if (value !== undefined) return value;
    value = read(key);
    known.set(key, value);
    value.catch(() => known.delete(key));
    if (known.size > most) known.delete(known.keys().next().value as string);
    return value;
  };
}

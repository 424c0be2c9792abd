/**
 * Watches what Pagefind reads. It answers as if a chunk held nothing when one cannot be loaded, and a search that shows
 * too little must be told from one that found little; and it would load its program once for each volume, and of each
 * first a file that tells nothing new.
 */

export interface Watch {
  /** Requests below the address that have failed so far. */
  failures(): number;
}

/** What answers in place of a file: another address, or a text that is known. */
export type Instead = { address: string } | { text: string };

interface Watched {
  prefix: string;
  failures: number;
  instead: (name: string) => Instead | undefined;
}

const all: Watched[] = [];
const programs = new Map<string, Promise<Response>>();
let original: typeof fetch | undefined;

/** Whether a file is Pagefind's program, which is the same for every volume. */
export function isProgram(name: string): boolean {
  return /^wasm\.[\w-]+\.pagefind$/.test(name);
}

/** Reads a program once, whoever asks for it. */
function readOnce(read: typeof fetch, address: string): Promise<Response> {
  const known = programs.get(address) ?? read(address);
  programs.set(address, known);
  const forget = () => programs.delete(address);
  return known.then(
    (response) => {
      if (!response.ok) forget();
      return response.clone();
    },
    (error) => {
      forget();
      throw error;
    },
  );
}

async function watchedFetch(
  read: typeof fetch,
  input: Parameters<typeof fetch>[0],
  init: Parameters<typeof fetch>[1],
): Promise<Response> {
  const address = new URL(input instanceof Request ? input.url : String(input), location.href).href;
  const found = all.find(({ prefix }) => address.startsWith(prefix));
  if (found === undefined) return read(input, init);
  const other = found.instead(address.slice(found.prefix.length).replace(/\?.*/, ''));
  if (other !== undefined && 'text' in other) return new Response(other.text);
  try {
    const response = await (other === undefined ? read(input, init) : readOnce(read, other.address));
    if (!response.ok) found.failures++;
    return response;
  } catch (error) {
    found.failures++;
    throw error;
  }
}

/**
 * Watches requests below an address.
 *
 * @param prefix absolute, with a slash at its end
 * @param instead what answers for a file, by its name; absent where the file itself does
 */
export function watch(prefix: string, instead: Watched['instead']): Watch {
  if (original === undefined) {
    const read = globalThis.fetch.bind(globalThis);
    original = read;
    globalThis.fetch = (input, init) => watchedFetch(read, input, init);
  }
  const watched: Watched = { prefix, failures: 0, instead };
  const before = all.findIndex((each) => each.prefix === prefix);
  if (before === -1) all.push(watched);
  else all[before] = watched;
  return { failures: () => watched.failures };
}

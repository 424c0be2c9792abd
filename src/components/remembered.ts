/** Parts of pages as they were rendered before, by what they are made from. */
import { Kept } from '../cache/kept.ts';
import { keyOfShared } from '../cache/key.ts';
import type { Script } from '../text/script.ts';

const parts = new WeakMap<object, Map<string, Promise<string>>>();
const keptParts = new Map<Script, Kept<string>>();

/** Parts of a script that an earlier build rendered; each script has its own, since each may have a process of its own. */
function keptIn(script: Script): Kept<string> {
  let kept = keptParts.get(script);
  if (kept === undefined) {
    const made = new Kept<string>(`parts-${script}`, () => {
      throw new Error('parts are rendered, not worked out of a text');
    });
    // Pages are made one by one, and only the end of the process says that it was the last.
    process.once('exit', () => made.add());
    keptParts.set(script, made);
    kept = made;
  }
  return kept;
}

async function rendered(
  of: object,
  as: string,
  script: Script,
  render: () => Promise<string>,
): Promise<string> {
  const kept = keptIn(script);
  const key = `${keyOfShared(of)} ${import.meta.env.BASE_URL} ${as}`;
  const known = kept.known(key);
  if (known !== undefined) return known;
  const html = await render();
  kept.set(key, html);
  return html;
}

/** What `render` gave for the same object and the same way of showing it, in this build or one before. */
export function remembered(
  of: object,
  as: string,
  script: Script,
  render: () => Promise<string>,
): Promise<string> {
  if (import.meta.env.DEV) return render();
  let known = parts.get(of);
  if (known === undefined) {
    known = new Map();
    parts.set(of, known);
  }
  const way = `${script} ${as}`;
  let html = known.get(way);
  if (html === undefined) {
    html = rendered(of, as, script, render);
    known.set(way, html);
  }
  return html;
}

/** Parts of pages as they were rendered before, in this build or an earlier one, by what they are made from. */
import { obtain } from '../archive/people.ts';
import { Kept } from '../cache/kept.ts';
import { keyOfShared } from '../cache/key.ts';
import type { Script } from '../text/script.ts';

const parts = new Map<Script, Kept<string>>();

/** The parts of a script; each script has its own, since each may have a process of its own. */
function partsIn(script: Script): Kept<string> {
  return obtain(parts, script, () => {
    const kept = new Kept<string>(`parts-${script}`);
    // Pages are made one by one, and only the end of the process says that it was the last.
    process.once('exit', () => kept.add());
    return kept;
  });
}

/** What `render` gave for the same object and the same way of showing it, in this build or one before. */
export async function remembered(
  of: object,
  as: string,
  script: Script,
  render: () => Promise<string>,
): Promise<string> {
  if (import.meta.env.DEV) return render();
  const kept = partsIn(script);
  const key = `${keyOfShared(of)} ${import.meta.env.BASE_URL} ${as}`;
  return kept.known(key) ?? kept.set(key, await render());
}

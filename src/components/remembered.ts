/** Parts of pages as they were rendered before, by what they are made from. */
const parts = new WeakMap<object, Map<string, Promise<string>>>();

/** What `render` gave for the same object and the same way of showing it. */
export function remembered(of: object, as: string, render: () => Promise<string>): Promise<string> {
  if (import.meta.env.DEV) return render();
  let known = parts.get(of);
  if (known === undefined) {
    known = new Map();
    parts.set(of, known);
  }
  let html = known.get(as);
  if (html === undefined) {
    html = render();
    known.set(as, html);
  }
  return html;
}

/** Keys of the search page: `/` goes to the box, arrows walk the results, Escape leaves. */

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
}

/** Titles of the results, which the arrows walk. */
function stops(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('.item-title a')];
}

/** Lets keys walk between the box and the list. */
export function moveAmong(root: HTMLElement, input: HTMLInputElement, list: HTMLElement): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
  root.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      if (document.activeElement === input) input.blur();
      else input.focus();
      return;
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const target = event.target as HTMLElement;
    if (step === 0 || (target !== input && !list.contains(target))) return;
    const all = stops(list);
    const item = target.closest('li.result');
    const at = item === null ? -1 : all.findIndex((stop) => item.contains(stop));
    const next = at + step;
    if (next >= all.length || (at === -1 && step === -1)) return;
    event.preventDefault();
    if (next < 0) input.focus();
    else all[next]?.focus();
  });
}

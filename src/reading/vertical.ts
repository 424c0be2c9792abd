/** Vertical reading: lines run down, columns from right to left, and the wheel moves along them. */
const article = document.querySelector<HTMLElement>('.op-ed');

function isVertical(): boolean {
  return document.documentElement.dataset.writing === 'vertical';
}

function turnWheel(event: WheelEvent): void {
  if (article === null || event.ctrlKey || Math.abs(event.deltaY) <= Math.abs(event.deltaX)) return;
  const before = article.scrollLeft;
  article.scrollLeft -= event.deltaY;
  // At the end the page scrolls on.
  if (article.scrollLeft !== before) event.preventDefault();
}

let following = false;

/** Makes the article a region that keys and wheel can scroll, while lines are vertical. */
export function followVertical(): void {
  if (article === null) return;
  if (isVertical()) article.tabIndex = 0;
  else article.removeAttribute('tabindex');
  if (following) return;
  following = true;
  article.addEventListener('wheel', (event) => isVertical() && turnWheel(event), { passive: false });
}

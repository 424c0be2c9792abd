/** The switch between light and dark, which remembers what a reader chose; style sheets say which word it shows. */
const { dataset } = document.documentElement;

// The switch may be taken out and another put in: the page of an unknown address changes its script.
document.addEventListener('click', ({ target }) => {
  if (!(target instanceof Element && target.closest('[data-theme-switch]'))) return;
  const isDark = dataset.theme
    ? dataset.theme === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches;
  const chosen = isDark ? 'light' : 'dark';
  dataset.theme = chosen;
  try {
    localStorage.setItem('theme', chosen);
  } catch {
    // Storage may be forbidden; the choice then holds for this page.
  }
});

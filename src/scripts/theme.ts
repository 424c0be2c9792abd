/** The switch between light and dark, which remembers what a reader chose; style sheets say which word it shows. */
const { dataset } = document.documentElement;

document.querySelector('[data-theme-switch]')?.addEventListener('click', () => {
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

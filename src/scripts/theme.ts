/** The switch between light and dark, which remembers what a reader chose. */
const root = document.documentElement;
const button = document.querySelector<HTMLButtonElement>('[data-theme-switch]');
const system = matchMedia('(prefers-color-scheme: dark)');

function current(): 'light' | 'dark' {
  const chosen = root.dataset.theme;
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return system.matches ? 'dark' : 'light';
}

if (button) {
  const words: Record<'light' | 'dark', string> = JSON.parse(button.dataset.words ?? '{}');
  const other = () => (current() === 'dark' ? 'light' : 'dark');
  const label = () => {
    button.textContent = words[other()];
  };
  label();
  button.hidden = false;
  system.addEventListener('change', label);
  addEventListener('theme', label);
  button.addEventListener('click', () => {
    root.dataset.theme = other();
    try {
      localStorage.setItem('theme', current());
    } catch {
      // Storage may be forbidden; the choice then holds for this page.
    }
    label();
  });
}

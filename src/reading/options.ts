/** How a reader likes to read: size of text, direction of lines, colours. Choices are remembered. */
import { button, element } from '../components/search/dom.ts';
import styleHref from './options.css?url';
import { linkStyle } from './style.ts';
import { say, type Word } from './words.ts';

/** Each choice with its values; the first is that of the site and is not stored. */
const choices: Record<'size' | 'writing' | 'theme', [value: string, word: Word][]> = {
  size: [
    ['', 'medium'],
    ['small', 'small'],
    ['large', 'large'],
    ['largest', 'largest'],
  ],
  writing: [
    ['', 'horizontal'],
    ['vertical', 'vertical'],
  ],
  theme: [
    ['', 'system'],
    ['light', 'light'],
    ['dark', 'dark'],
  ],
};

/** Sizes stand in the order of their size, whichever is the site's own. */
const shownOrder = ['small', '', 'large', 'largest'];

const { dataset } = document.documentElement;

function choose(name: keyof typeof choices, value: string): void {
  if (value === '') delete dataset[name];
  else dataset[name] = value;
  try {
    if (value === '') localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // Storage may be forbidden; the choice then holds for this page.
  }
  if (name === 'writing') void import('./vertical.ts').then(({ followVertical }) => followVertical());
}

function group(name: keyof typeof choices): HTMLElement {
  const shown = name === 'size' ? choices.size.toSorted(bySize) : choices[name];
  const buttons = shown.map(([value, word]) => {
    const made = button(say(word), () => {
      choose(name, value);
      mark();
    });
    return { made, value };
  });
  const mark = () => {
    for (const { made, value } of buttons) {
      made.setAttribute('aria-pressed', String((dataset[name] ?? '') === value));
    }
  };
  mark();
  return element(
    'div',
    { role: 'group', 'aria-label': say(name), class: 'choice' },
    element('span', { 'aria-hidden': 'true' }, say(name)),
    ...buttons.map(({ made }) => made),
  );
}

function bySize([a]: [string, Word], [b]: [string, Word]): number {
  return shownOrder.indexOf(a) - shownOrder.indexOf(b);
}

/** Fills the panel of options. */
export async function openOptions(panel: HTMLElement): Promise<void> {
  await linkStyle(styleHref);
  panel.append(element('div', { class: 'choices' }, group('size'), group('writing'), group('theme')));
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Node && !panel.contains(target)) panel.removeAttribute('open');
  });
  panel.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    panel.removeAttribute('open');
    panel.querySelector('summary')?.focus();
  });
}

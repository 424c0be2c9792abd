/** Making elements from texts. Texts are only ever set as text. */
import type { Stretch } from '../../search/passages.ts';

type Child = Node | string;

/** An element with attributes and children. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

/** Stretches of text with the marked ones in `mark`. */
export function inMarks(stretches: readonly Stretch[]): Child[] {
  return stretches.map(({ text, marked }) => (marked ? element('mark', {}, text) : text));
}

/** A button that does something. */
export function button(
  text: string,
  act: () => void,
  attributes: Record<string, string> = {},
): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, text);
  made.addEventListener('click', act);
  return made;
}

/**
 * The first element that a selector finds.
 *
 * @throws where the page has none
 */
export function need<Found extends Element>(root: ParentNode, selector: string): Found {
  const found = root.querySelector<Found>(selector);
  if (found === null) throw new Error(`the search page lacks ${selector}`);
  return found;
}

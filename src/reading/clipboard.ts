/** Copies texts and says so. */
import { element } from '../components/search/dom.ts';
import styleHref from './note.css?url';
import { linkStyle } from './style.ts';
import { say } from './words.ts';

let note: HTMLElement | undefined;
let pending = 0;

/** Shows a short note and reads it out. */
export function tell(text: string): void {
  if (note === undefined) {
    void linkStyle(styleHref);
    note = document.body.appendChild(element('p', { class: 'note', role: 'status' }));
  }
  note.textContent = text;
  clearTimeout(pending);
  pending = window.setTimeout(() => note?.replaceChildren(), 4000);
}

/**
 * Copies a text, which may still be in the making: the browser wants to be asked while the click lasts.
 *
 * @param done what is said when it is copied
 */
export async function copy(text: string | Promise<string>, done = say('copied')): Promise<void> {
  try {
    if (typeof text !== 'string' && 'ClipboardItem' in window) {
      const blob = text.then((ready) => new Blob([ready], { type: 'text/plain' }));
      await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
    } else {
      await navigator.clipboard.writeText(await text);
    }
    tell(done);
  } catch {
    tell(say('notCopied'));
  }
}

/** Whether a browser has shapes for characters: without a font for them it shows boxes, and says nothing. */
import type { Page } from 'playwright-core';

/** Runs in the browser; gives those of the characters that look as one that no font has. */
function boxesAmong(characters: string[]): string[] {
  const canvas = Object.assign(document.createElement('canvas'), { width: 48, height: 48 });
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) throw new Error('the browser has no canvas');
  pen.font = `24px ${getComputedStyle(document.body).fontFamily}`;
  const drawn = (character: string) => {
    pen.clearRect(0, 0, 48, 48);
    pen.fillText(character, 8, 32);
    return pen.getImageData(0, 0, 48, 48).data.join();
  };
  // A code point that stays unassigned.
  const box = drawn('\u{10fffd}');
  return characters.filter((character) => drawn(character) === box);
}

/**
 * The characters of a text that the fonts of the page that is open have no shape for, and for which the browser would put
 * boxes.
 */
export async function undrawable(page: Page, text: string): Promise<string[]> {
  return page.evaluate(boxesAmong, [...new Set(text)]);
}

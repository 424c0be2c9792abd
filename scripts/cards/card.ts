/** What a card says, and how it looks. */

import { anonymousName } from '../../src/article/anonymous.ts';
import type { ArticleRecord } from '../../src/article/record.ts';
import { escapeHtml } from '../../src/feeds/html.ts';
import { dayInWords } from '../../src/text/day.ts';
import { headlineParts, headlineWords } from '../../src/text/headline.ts';
import type { Script } from '../../src/text/script.ts';
import { faceSheet, families } from './faces.ts';

/** Pixels. */
export const size = { width: 1200, height: 630 } as const;

const stack = (script: Script) => [...families[script].map((family) => `"${family}"`), 'serif'].join(', ');

/** The page into which cards are put, one after the other. */
export function cardPage(): string {
  return `<!doctype html><html><meta charset="utf-8"><style>${faceSheet()}
  body { margin: 0; width: ${size.width}px; height: ${size.height}px; box-sizing: border-box; padding: 48px 64px;
    background: #fafaf6; color: #191d1b; display: grid; grid-template-columns: minmax(0, 1fr) auto; column-gap: 56px;
    line-break: strict; overflow-wrap: anywhere; text-autospace: normal; text-spacing-trim: trim-start; }
  :lang(zh-Hant) body { font-family: ${stack('zh-Hant')} }
  :lang(zh-Hans) body { font-family: ${stack('zh-Hans')} }
  p, h1, ul { margin: 0; padding: 0; list-style: none }
  .text { display: flex; flex-direction: column; min-height: 0; overflow: hidden; padding: 26px 4px 20px; border-block: 7px solid;
    outline: 2px solid; outline-offset: 4px; clip-path: inset(-7px 0) }
  .series { font-size: 30px; font-weight: 600; color: #0e5a4a; margin-block-end: 10px; text-wrap: balance }
  h1 { font-size: var(--headline); line-height: 1.32; word-break: keep-all; font-weight: 700; text-wrap: balance; text-spacing-trim: trim-both }
  h1 span { display: inline-block }
  .authors { margin-block: auto 0; padding-block-start: 18px; font-size: 30px; line-height: 1.5; color: #474e4a }
  .authors b { font-size: 40px; font-weight: 700; color: #191d1b }
  .authors li { display: grid; grid-template-columns: auto minmax(0, 1fr); column-gap: .8em; align-items: baseline }
  .authors i { font-style: normal; display: inline-block; margin-inline-end: .8em }
  .authors[data-cut] li:last-child span::after { content: '……' }
  .imprint { margin-block-start: 8px; font-size: 26px; line-height: 1.4; color: #656c67 }
  .imprint span + span { margin-inline-start: 1em }
  .name { writing-mode: vertical-rl; align-self: start; padding: 18px 10px; font-size: 64px; font-weight: 700; line-height: 1.2;
    letter-spacing: .06em; border-inline: 2px solid; outline: 6px solid; outline-offset: 4px; margin: 10px 10px 0 0 }
</style><body></body></html>`;
}

function headlinePart(part: string): string {
  return part === ' ' ? part : `<span>${headlineWords(part).map(escapeHtml).join('<wbr>')}</span>`;
}

/** What a card is drawn from: everything that it shows. */
export interface Card {
  lang: string;
  body: string;
}

/** The card of an article. What is not known is not on it. */
export function cardOf(record: ArticleRecord, siteName: string, lang: string): Card {
  const { title, series, seriesPart, authors, publication, date } = record;
  const kicker = [series === title ? undefined : series, seriesPart].filter(Boolean).join(' ');
  const signed = authors
    .filter(({ name }) => name !== anonymousName)
    .map(({ name, honorific = '', roles }) => {
      const shown = roles.map((role) => `<i>${escapeHtml(role)}</i>`).join('');
      return `<li><b>${escapeHtml(name + honorific)}</b><span>${shown}</span></li>`;
    });
  const imprint = [publication, date && dayInWords(date)].filter((part) => part !== undefined);
  const body = [
    '<div class="text">',
    kicker && `<p class="series">${escapeHtml(kicker)}</p>`,
    `<h1>${headlineParts(title).map(headlinePart).join('')}</h1>`,
    `<ul class="authors">${signed.join('')}</ul>`,
    imprint.length > 0 &&
      `<p class="imprint">${imprint.map((part) => `<span>${escapeHtml(part)}</span>`).join('')}</p>`,
    `</div><p class="name">${escapeHtml(siteName)}</p>`,
  ];
  return { lang, body: body.filter(Boolean).join('') };
}

/**
 * Puts a card into the page and fits it: the largest headline that leaves room for everything; where a small one
 * does not, fewer roles and authors. Runs in the browser.
 *
 * @returns what is to be read on it
 */
export async function layOut({ lang, body }: Card): Promise<string> {
  document.documentElement.lang = lang;
  document.body.innerHTML = body;
  const part = (selector: string) => document.querySelector<HTMLElement>(selector);
  const [text, headline] = [part('.text'), part('h1')];
  if (!text || !headline) throw new Error('a card needs a headline');
  // What is laid out asks for the slices of the faces that it needs.
  void text.offsetHeight;
  await document.fonts.ready;
  const lines = () => {
    const style = getComputedStyle(headline);
    return Math.round(headline.offsetHeight / Number.parseFloat(style.lineHeight));
  };
  const lastOf = () => [...text.querySelectorAll('.authors :is(i, li + li)')].at(-1);
  const fits = () => text.scrollHeight <= text.clientHeight;
  const fitHeadline = (sizes: number[]) =>
    sizes.some((pixels) => {
      headline.style.setProperty('--headline', `${pixels}px`);
      return fits() && lines() <= (pixels > 56 ? 3 : 5);
    });
  if (!fitHeadline([88, 80, 74, 68, 62, 56, 50])) {
    for (let last = lastOf(); !fits() && last; last = lastOf()) {
      last.remove();
      part('.authors')?.setAttribute('data-cut', '');
    }
    if (!fits()) fitHeadline([44, 38, 32]);
  }
  await document.fonts.ready;
  return (document.body.textContent ?? '').replace(/[\s\p{Cf}\p{M}]/gu, '');
}

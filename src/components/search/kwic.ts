/** The concordance: every hit of the archive on a line of its own. */
import {
  type ConcordanceLine,
  type ConcordanceOrder,
  concordanceOf,
  inOrder,
} from '../../search/concordance.ts';
import type { Answer } from './answer.ts';
import { button, element } from './dom.ts';
import { recordsOf } from './records.ts';
import { fill, type Words } from './words.ts';

/** The widest that the column of hits becomes, in characters. */
const widestHit = 12;

/** Lines in the page before a reader asks for more. */
const linesAtOnce = 300;

export interface ConcordanceOptions {
  order: ConcordanceOrder;
  /** Language tag of the page, by whose order characters are sorted. */
  language: string;
  goOn: () => boolean;
}

function row({ record, anchor, before, hit, after }: ConcordanceLine): HTMLTableRowElement {
  const link = element('a', { href: record.url + anchor, title: record.title }, hit);
  return element(
    'tr',
    {},
    element('td', { class: 'before' }, element('bdi', {}, before)),
    element('td', { class: 'kwic-hit' }, element('mark', {}, link)),
    element('td', { class: 'after' }, after),
    element('td', { class: 'from' }, record.authors.map(({ name }) => name).join('、')),
  );
}

/** Draws the concordance of what an answer lists; texts come in by and by. */
export async function drawConcordance(
  place: HTMLElement,
  answer: Answer,
  words: Words,
  { order, language, goOn }: ConcordanceOptions,
): Promise<void> {
  const progress = element('p', { class: 'kwic-progress' });
  const rows = element('tbody', {});
  place.replaceChildren(progress, element('table', { class: 'kwic' }, rows));
  const counted = answer.hits.filter(({ hits }) => hits > 0);
  const records = await recordsOf(
    counted,
    answer,
    (read) => {
      progress.textContent = fill(words.reading, { n: read, all: counted.length });
    },
    goOn,
  );
  if (!goOn()) return;
  progress.remove();
  const patterns = answer.words.map(({ pattern }) => pattern);
  const found = records.flatMap(({ record }) => concordanceOf(record, patterns, answer.library.folding));
  const lines = inOrder(found, order, new Intl.Collator(language));
  const longest = lines.reduce((most, { hit }) => Math.max(most, hit.length), 1);
  rows.style.setProperty('--hit', `${Math.min(widestHit, longest)}em`);
  let shown = 0;
  const more = button('', () => addLines());
  const addLines = () => {
    rows.append(...lines.slice(shown, shown + linesAtOnce).map(row));
    shown = Math.min(lines.length, shown + linesAtOnce);
    more.textContent = fill(words.moreLines, { n: lines.length - shown });
    more.hidden = shown === lines.length;
  };
  addLines();
  place.append(more);
}

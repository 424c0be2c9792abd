/** The panel of facets: values with the number of articles each would leave, as boxes to tick. */
import type { Hit } from '../../search/engine.ts';
import { type FacetName, type FacetsFile, facetNames, type NamesFile } from '../../search/files.ts';
import { type Chosen, countsOf } from '../../search/filter.ts';
import { button, element } from './dom.ts';
import { fill, type Words } from './words.ts';

/** Values of one facet that are shown unasked. */
const valuesAtFirst = 8;

export interface PanelData {
  columns: FacetsFile;
  names: NamesFile;
  /** Hits of the query before anything was chosen. */
  hits: readonly Hit[];
  chosen: Chosen;
}

/** Draws the panel anew; `choose` is called with what is ticked in a facet when that changes. */
export function drawPanel(
  panel: HTMLElement,
  data: PanelData,
  words: Words,
  choose: (facet: FacetName, keys: string[]) => void,
): void {
  const focused = document.activeElement instanceof HTMLInputElement ? document.activeElement : undefined;
  const [name, value] = [focused?.name, focused?.value];
  panel.replaceChildren(...facetNames.flatMap((facet) => facetGroup(facet, data, words, choose)));
  if (name === undefined) return;
  const again = [...panel.querySelectorAll('input')].find(
    (input) => input.name === name && input.value === value,
  );
  again?.focus();
}

function facetGroup(
  facet: FacetName,
  { columns, names, hits, chosen }: PanelData,
  words: Words,
  choose: (facet: FacetName, keys: string[]) => void,
): HTMLElement[] {
  const { keys } = columns.facets[facet];
  const counts = countsOf(hits, columns, chosen, facet);
  const ticked = new Set(chosen[facet]);
  const numbers = keys
    .map((_, number) => number)
    .filter((number) => counts.has(number) || ticked.has(keys[number] as string))
    .sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || a - b);
  if (numbers.length === 0) return [];
  const row = (number: number): HTMLElement => {
    const key = keys[number] as string;
    const box = element('input', { type: 'checkbox', name: facet, value: key });
    box.checked = ticked.has(key);
    box.addEventListener('change', () => {
      if (box.checked) ticked.add(key);
      else ticked.delete(key);
      choose(facet, [...ticked]);
    });
    const tally = element('span', { class: 'tally' }, String(counts.get(number) ?? 0));
    return element('li', {}, element('label', {}, box, ' ', names[facet][number] ?? key, ' ', tally));
  };
  const isFirst = (number: number, at: number) => at < valuesAtFirst || ticked.has(keys[number] as string);
  const list = element('ul', {}, ...numbers.filter(isFirst).map(row));
  const rest = numbers.filter((number, at) => !isFirst(number, at));
  const group = element('fieldset', { 'data-facet': facet }, element('legend', {}, words[facet]), list);
  if (rest.length > 0) {
    const more = button(fill(words.moreValues, { n: rest.length }), () => {
      list.append(...rest.map(row));
      more.remove();
    });
    group.append(more);
  }
  return [group];
}

/** What is chosen in the facets, as buttons that take it back: in view even where the panel is not. */
import { type FacetName, type FacetsFile, facetNames, type NamesFile } from '../../search/files.ts';
import type { Chosen } from '../../search/filter.ts';
import { button } from './dom.ts';
import type { Words } from './words.ts';

export interface ChosenOptions {
  columns: FacetsFile;
  names: NamesFile;
  chosen: Chosen;
}

/** Draws the buttons anew; `choose` is called with what is left of a facet, `clear` where nothing is to be left. */
export function drawChosen(
  place: HTMLElement,
  { columns, names, chosen }: ChosenOptions,
  words: Words,
  choose: (facet: FacetName, keys: string[]) => void,
  clear: () => void,
): void {
  const buttons = facetNames.flatMap((facet) => {
    const keys = chosen[facet];
    return keys.map((key) => {
      const name = names[facet][columns.facets[facet].keys.indexOf(key)] ?? key;
      return button(`${words[facet]}：${name}`, () =>
        choose(
          facet,
          keys.filter((other) => other !== key),
        ),
      );
    });
  });
  if (buttons.length > 1) buttons.push(button(words.clear, clear));
  place.replaceChildren(...buttons);
  place.hidden = buttons.length === 0;
}

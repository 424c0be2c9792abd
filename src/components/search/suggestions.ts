/** Suggestions under the box, as a listbox that the box walks: articles by title, authors, topics, roles. */
import type { Library } from '../../search/client/library.ts';
import { type NameSuggester, type NameSuggestion, nameSuggester } from '../../search/suggest.ts';
import type { Answer } from './answer.ts';
import { element } from './dom.ts';
import { withHighlight } from './highlight-parameter.ts';
import type { Words } from './words.ts';

/** Folders of the pages of each kind of name. */
const folders = { author: 'authors/', role: 'roles/', topic: 'topics/' } as const;

const most = { names: 4, titles: 2 } as const;

interface Suggestion {
  kind: 'title' | NameSuggestion['facet'];
  text: string;
  address: () => Promise<string>;
}

export interface SuggestionsOptions {
  input: HTMLInputElement;
  place: HTMLElement;
  words: Words;
}

export class Suggestions {
  readonly #options: SuggestionsOptions;
  #shown: Suggestion[] = [];
  /** The one that Enter takes; -1 for none. */
  #active = -1;
  #offers = 0;
  readonly #suggesters = new WeakMap<Library, Promise<NameSuggester>>();

  constructor(options: SuggestionsOptions) {
    this.#options = options;
    const { input, place } = options;
    // Set here, as without scripts the box is a plain one.
    for (const [name, value] of [
      ['role', 'combobox'],
      ['aria-autocomplete', 'list'],
      ['aria-expanded', 'false'],
      ['aria-controls', place.id],
    ] as const)
      input.setAttribute(name, value);
    input.addEventListener('keydown', (event) => this.#walk(event));
    place.addEventListener('click', ({ target }) => {
      const option = target instanceof Element ? target.closest('[role=option]') : null;
      if (option !== null) void this.#take([...place.children].indexOf(option));
    });
  }

  clear(): void {
    this.#offers++;
    this.#show([]);
  }

  /** Offers what fits an answer. */
  async offer(answer: Answer, query: string): Promise<void> {
    const mine = ++this.#offers;
    // What cannot be read is not suggested; the search itself says what is wrong.
    const [names, titles] = await Promise.all([
      this.#names(answer).catch(() => []),
      this.#titles(answer, query),
    ]);
    if (mine === this.#offers) this.#show([...names, ...titles]);
  }

  async #names({ library, words, query }: Answer): Promise<Suggestion[]> {
    const [word] = words;
    if (word === undefined || words.length > 1 || query.none.length > 0) return [];
    const suggest = await this.#suggester(library);
    return suggest(word.pattern, most.names).map(({ facet, number, name }) => ({
      kind: facet,
      text: name,
      address: async () => {
        const { columns } = await library.facets();
        const { keys, documents } = columns.facets[facet];
        const first = documents.findIndex((numbers) => numbers.includes(number));
        return `${library.folder(first)}${folders[facet]}${keys[number]}/`;
      },
    }));
  }

  #suggester(library: Library): Promise<NameSuggester> {
    const known = this.#suggesters.get(library);
    const suggester = known ?? library.names().then((names) => nameSuggester(names, library.folding));
    this.#suggesters.set(library, suggester);
    return suggester;
  }

  async #titles({ library, hits }: Answer, query: string): Promise<Suggestion[]> {
    const best = hits.filter(({ inTitle }) => inTitle).slice(0, most.titles);
    const records = await Promise.all(
      best.map(({ document }) => library.record(document).catch(() => undefined)),
    );
    return records
      .filter((record) => record !== undefined)
      .map(({ title, url }) => ({
        kind: 'title',
        text: title,
        address: async () => withHighlight(url, query),
      }));
  }

  #show(suggestions: Suggestion[]): void {
    const { input, place, words } = this.#options;
    const before = this.#shown[this.#active];
    this.#shown = suggestions;
    place.replaceChildren(
      ...suggestions.map(({ kind, text }, at) =>
        element(
          'li',
          { role: 'option', id: `${place.id}-${at}`, 'aria-selected': 'false' },
          element('span', { class: 'kind' }, words[kind]),
          ' ',
          element('span', { class: 'name' }, text),
        ),
      ),
    );
    place.hidden = suggestions.length === 0;
    input.setAttribute('aria-expanded', String(suggestions.length > 0));
    // Whoever has walked to one keeps it while others come and go.
    this.#activate(suggestions.findIndex(({ kind, text }) => kind === before?.kind && text === before.text));
  }

  #activate(at: number): void {
    const { input, place } = this.#options;
    this.#active = at;
    for (const [number, option] of [...place.children].entries())
      option.setAttribute('aria-selected', String(number === at));
    if (at === -1) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', `${place.id}-${at}`);
  }

  /** Takes the keys that are for the suggestions; past the last of them, arrows go on to the results. */
  #walk(event: KeyboardEvent): void {
    if (event.isComposing || this.#shown.length === 0) return;
    const { key } = event;
    const isInside = this.#active !== -1;
    if (key === 'ArrowDown' && this.#active + 1 < this.#shown.length) this.#activate(this.#active + 1);
    else if (key === 'ArrowUp' && isInside) this.#activate(this.#active - 1);
    else if (key === 'Enter' && isInside) void this.#take(this.#active);
    else if (key === 'Escape') this.clear();
    else {
      if (key === 'ArrowDown') this.#activate(-1);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  async #take(at: number): Promise<void> {
    const address = await this.#shown[at]?.address().catch(() => undefined);
    if (address !== undefined) location.assign(address);
  }
}

/** The list of articles: its items, their texts, and the way to more of them. */
import type { Hit } from '../../search/engine.ts';
import type { Query } from '../../search/query.ts';
import type { Answer } from './answer.ts';
import { button, element } from './dom.ts';
import { withHighlight } from './highlight-parameter.ts';
import { emptyItem, fillItem, fillWithout, type ResultContext } from './results.ts';
import { fill, type Words } from './words.ts';

/** Articles that are listed unasked, and with each "more". */
const pageSize = 10;
/** Articles that are listed while older ones are still searched, which may come before them. */
const pageOfPart = 5;

type Item = [HTMLLIElement, Hit];

export interface ListViewOptions {
  list: HTMLOListElement;
  more: HTMLElement;
  words: Words;
  topicNames: Record<string, string>;
}

export class ListView {
  readonly #options: ListViewOptions;
  /** As typed, and as it was read. */
  #query = '';
  #shown: Query | undefined;
  /** What settles when an item has its text. */
  readonly #filled = new WeakMap<HTMLLIElement, Promise<void>>();

  constructor(options: ListViewOptions) {
    this.#options = options;
    // The query goes along when a link is followed, and stays out of addresses that are only looked at.
    for (const event of ['click', 'auxclick', 'contextmenu']) {
      options.list.addEventListener(event, ({ target }) => {
        const link = target instanceof Element ? target.closest('a') : null;
        if (link !== null) link.href = withHighlight(link.href, this.#query);
      });
    }
  }

  get isEmpty(): boolean {
    return this.#options.list.childElementCount === 0;
  }

  clear(): void {
    this.#options.list.replaceChildren();
    this.#options.more.replaceChildren();
  }

  /**
   * Makes the items of an answer.
   *
   * @param all lists every article; `everything` is the address that does
   * @returns puts them on the page, and what settles when the texts of the first are there
   */
  async prepare(
    answer: Answer,
    query: string,
    all: boolean,
    everything: string,
  ): Promise<{ place: () => void; filled: Promise<void> }> {
    const { list } = this.#options;
    const size = answer.answered < answer.volumes ? pageOfPart : pageSize;
    const items = await this.#items(all ? answer.hits : answer.hits.slice(0, size), answer);
    const filled = this.#fill(items.slice(0, size), answer);
    const place = () => {
      this.#query = query;
      this.#shown = answer.query;
      const focused = list.contains(document.activeElement) ? document.activeElement : null;
      list.replaceChildren(...items.map(([item]) => item));
      if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
      this.#fillWhenSeen(items.slice(size), answer);
      this.#offerMore(answer, items.length, everything);
    };
    return { place, filled };
  }

  /** Items of hits; those that the list has for the same query stay as they are. */
  #items(hits: readonly Hit[], { library, query }: Answer): Promise<Item[]> {
    const { list } = this.#options;
    const before = new Map<string, HTMLLIElement>();
    if (query === this.#shown)
      for (const item of list.querySelectorAll<HTMLLIElement>('li[data-url]'))
        before.set(item.dataset.url ?? '', item);
    const itemOf = async (hit: Hit): Promise<Item> => {
      const address = await library.address(hit.document);
      return [before.get(address) ?? emptyItem(address, hit), hit];
    };
    return Promise.all(hits.map(itemOf));
  }

  async #fill(items: readonly Item[], answer: Answer): Promise<void> {
    const { library } = answer;
    const { words, topicNames } = this.#options;
    const patterns = answer.words.map(({ pattern }) => pattern);
    const context: ResultContext = { words, patterns, folding: library.folding, topicNames };
    const fillOne = async ([item, hit]: Item) => {
      try {
        fillItem(item, await library.record(hit.document), hit, context);
      } catch {
        fillWithout(item, item.dataset.url ?? '', context);
      }
    };
    const fillOnce = (each: Item) => {
      const filling = this.#filled.get(each[0]) ?? fillOne(each);
      this.#filled.set(each[0], filling);
      return filling;
    };
    await Promise.all(items.map(fillOnce));
  }

  /** Fills items when they come near the view. */
  #fillWhenSeen(items: readonly Item[], answer: Answer): void {
    const waiting = new Map<Element, Item>(items.map((item) => [item[0], item]));
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const item = waiting.get(target);
          if (!isIntersecting || item === undefined) continue;
          observer.unobserve(target);
          void this.#fill([item], answer);
        }
      },
      { rootMargin: '600px' },
    );
    for (const item of waiting.keys()) observer.observe(item);
  }

  #offerMore(answer: Answer, shown: number, everything: string): void {
    const { list, more, words } = this.#options;
    const left = answer.hits.length - shown;
    more.replaceChildren();
    if (left <= 0 || answer.answered < answer.volumes) return;
    const addPage = button(fill(words.more, { n: Math.min(pageSize, left) }), async () => {
      const items = await this.#items(answer.hits.slice(shown, shown + pageSize), answer);
      list.append(...items.map(([item]) => item));
      this.#offerMore(answer, shown + items.length, everything);
      await this.#fill(items, answer);
      items[0]?.[0].querySelector('a')?.focus();
    });
    more.append(addPage, element('a', { href: everything }, words.showAll));
  }
}

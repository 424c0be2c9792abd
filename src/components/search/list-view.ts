/** The list of articles: its items, their texts, and the way to more of them. */
import type { Hit } from '../../search/engine.ts';
import type { Answer } from './answer.ts';
import { button, element } from './dom.ts';
import { withHighlight } from './highlight-parameter.ts';
import { emptyItem, fillItem, fillWithout, type ResultContext } from './results.ts';
import { fill, type Words } from './words.ts';

/** Articles that are listed unasked, and with each "more". */
const pageSize = 10;

type Item = [HTMLLIElement, Hit];

export interface ListViewOptions {
  list: HTMLOListElement;
  more: HTMLElement;
  /** Folder of the articles in the page's script, with a slash at its end. */
  articles: string;
  words: Words;
  topicNames: Record<string, string>;
}

export class ListView {
  readonly #options: ListViewOptions;
  #query = '';

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
    const items = await this.#items(all ? answer.hits : answer.hits.slice(0, pageSize), answer);
    const filled = this.#fill(items.slice(0, pageSize), answer);
    const place = () => {
      this.#query = query;
      list.replaceChildren(...items.map(([item]) => item));
      this.#fillWhenSeen(items.slice(pageSize), answer);
      this.#offerMore(answer, items.length, everything);
    };
    return { place, filled };
  }

  #items(hits: readonly Hit[], { library }: Answer): Promise<Item[]> {
    const { articles } = this.#options;
    return Promise.all(
      hits.map(
        async (hit): Promise<Item> => [emptyItem(`${articles}${await library.id(hit.document)}/`, hit), hit],
      ),
    );
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
    await Promise.all(items.map(fillOne));
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
    if (left <= 0) return;
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

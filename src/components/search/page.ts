/** The search page: keeps the box, the address, the list and the panel in step. */
import type { Hit } from '../../search/engine.ts';
import { type FacetName, facetNames } from '../../search/files.ts';
import { addressOf, isFiltered, type SearchState, stateOf } from './address.ts';
import { type Answer, Answerer } from './answer.ts';
import { button, element, need } from './dom.ts';
import { drawPanel } from './facets-panel.ts';
import { moveAmong } from './keys.ts';
import { emptyItem, fillItem, fillWithout, type ResultContext } from './results.ts';
import { fill, type Words } from './words.ts';

/** Articles that are listed unasked, and with each "more". */
const pageSize = 10;

const root = need<HTMLElement>(document, '.search');
const input = need<HTMLInputElement>(root, 'input[name=q]');
const form = need<HTMLFormElement>(root, 'form');
const list = need<HTMLOListElement>(root, '[data-search-results]');
const body = need<HTMLElement>(root, '[data-search-body]');
const help = need<HTMLElement>(root, '[data-search-help]');
const ways = need<HTMLElement>(root, '[data-search-ways]');
const more = need<HTMLElement>(root, '[data-search-more]');
const sort = need<HTMLSelectElement>(root, 'select[name=sort]');
const facets = need<HTMLDetailsElement>(root, '[data-search-facets]');
const panel = need<HTMLElement>(root, '[data-search-panel]');
const countLine = need<HTMLElement>(root, '[data-search-count-line]');
const count = need<HTMLElement>(root, '[data-search-count]');
const note = need<HTMLElement>(root, '[data-search-note]');
const message = need<HTMLElement>(root, '[data-search-message]');

const { index = '', articles = '', script = '' } = root.dataset;
const words = JSON.parse(root.dataset.words ?? '{}') as Words;
const topicNames = JSON.parse(root.dataset.topicNames ?? '{}') as Record<string, string>;
const answerer = new Answerer({ index, articles, script });

let state: SearchState = stateOf(location.search);
/** Counts searches, so that an answer which comes late is dropped. */
let latest = 0;
let shown = pageSize;

type Phase = 'idle' | 'loading' | 'done' | 'error';

function setPhase(phase: Phase): void {
  root.dataset.searchState = phase;
}

function say(...parts: (Node | string)[]): void {
  message.replaceChildren(...parts);
}

/** Shows the state of a page without a query. */
function showIdle(): void {
  body.hidden = true;
  help.hidden = false;
  ways.hidden = false;
  countLine.hidden = true;
  count.textContent = '';
  list.replaceChildren();
  say();
  setPhase('idle');
}

function showFailure(error: unknown): void {
  answerer.forget();
  body.hidden = true;
  help.hidden = true;
  ways.hidden = false;
  countLine.hidden = true;
  count.textContent = '';
  list.replaceChildren();
  say(
    words.failed,
    ' ',
    button(words.again, () => void run()),
  );
  root.dataset.searchFailure = error instanceof Error ? error.message : String(error);
  setPhase('error');
}

async function fillItems(items: readonly [HTMLLIElement, Hit][], answer: Answer): Promise<void> {
  const { library } = answer;
  const patterns = answer.words.map(({ pattern }) => pattern);
  const context: ResultContext = { words, patterns, folding: library.folding, topicNames };
  const fillOne = async ([item, hit]: [HTMLLIElement, Hit]) => {
    try {
      fillItem(item, await library.record(library.ids[hit.document] as string), hit, context);
    } catch {
      fillWithout(item, item.dataset.url ?? '', context);
    }
  };
  await Promise.all(items.map(fillOne));
}

/** Fills items beyond the first page when they come near the view. */
function fillWhenSeen(items: readonly [HTMLLIElement, Hit][], answer: Answer): void {
  const waiting = new Map<Element, [HTMLLIElement, Hit]>(items.map((pair) => [pair[0], pair]));
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const pair = waiting.get(target);
        if (!isIntersecting || pair === undefined) continue;
        observer.unobserve(target);
        void fillItems([pair], answer);
      }
    },
    { rootMargin: '600px' },
  );
  for (const item of waiting.keys()) observer.observe(item);
}

function makeItems(hits: readonly Hit[], { library }: Answer): [HTMLLIElement, Hit][] {
  return hits.map((hit) => [emptyItem(`${articles}${library.ids[hit.document]}/`, hit), hit]);
}

function showMoreLinks(answer: Answer): void {
  const left = answer.hits.length - shown;
  more.replaceChildren();
  if (state.all || left <= 0) return;
  const addPage = button(fill(words.more, { n: Math.min(pageSize, left) }), () => {
    const items = makeItems(answer.hits.slice(shown, shown + pageSize), answer);
    list.append(...items.map(([item]) => item));
    shown += pageSize;
    showMoreLinks(answer);
    void fillItems(items, answer).then(() => items[0]?.[0].querySelector('a')?.focus());
  });
  const everything = element('a', { href: addressOf({ ...state, all: true }) }, words.showAll);
  more.append(addPage, everything);
}

async function showPanel(answer: Answer): Promise<void> {
  if (!facets.open) return;
  const { columns, names } = await answer.library.facets();
  const choose = (facet: FacetName, keys: string[]) => {
    state = { ...state, chosen: { ...state.chosen, [facet]: keys }, all: false };
    void run('push');
  };
  drawPanel(panel, { columns, names, hits: answer.found, chosen: state.chosen }, words, choose);
}

function clearFilters(): void {
  state = { ...state, chosen: Object.fromEntries(facetNames.map((name) => [name, []])) as never };
  void run('push');
}

/** For a query that finds nothing: what would. */
async function showWhyNone(answer: Answer, mine: number): Promise<void> {
  if (answer.query.all.length === 0) return say(words.noWord);
  say(words.none);
  if (answer.found.length > 0) {
    say(
      words.none,
      ' ',
      fill(words.withoutFilters, { n: answer.found.length }),
      ' ',
      button(words.clear, clearFilters),
    );
    return;
  }
  if (answer.words.length < 2) return;
  const alone = await answerer.alone(answer);
  if (mine !== latest) return;
  const links = alone.flatMap(({ text, articles: n }) => [
    ' ',
    element('a', { href: addressOf({ ...state, q: text }) }, fill(words.alone, { word: text, n })),
  ]);
  say(words.none, ' ', words.aloneHead, ...links);
}

async function show(answer: Answer, mine: number): Promise<void> {
  const { hits } = answer;
  shown = state.all ? hits.length : pageSize;
  const items = makeItems(hits.slice(0, shown), answer);
  const filled = fillItems(items.slice(0, pageSize), answer);
  // The old list stays until the first texts of the new one are there, so that nothing flickers while typing.
  await Promise.race([filled, new Promise((resolve) => setTimeout(resolve, 150))]);
  if (mine !== latest) return;
  list.replaceChildren(...items.map(([item]) => item));
  fillWhenSeen(items.slice(pageSize), answer);
  help.hidden = true;
  ways.hidden = hits.length > 0;
  body.hidden = answer.found.length === 0;
  count.textContent = String(hits.length);
  const inAll = hits.reduce((sum, hit) => sum + hit.hits, 0);
  note.textContent = `${words.articles}　${fill(words.hitsInAll, { n: inAll })}`;
  countLine.hidden = false;
  say();
  showMoreLinks(answer);
  await Promise.all([filled, showPanel(answer), hits.length === 0 ? showWhyNone(answer, mine) : undefined]);
  if (mine === latest) setPhase('done');
}

/** Brings the page in step with the state. */
async function run(history_: 'replace' | 'push' | 'keep' = 'replace'): Promise<void> {
  const mine = ++latest;
  const address = location.pathname + addressOf(state);
  if (history_ === 'push') history.pushState(null, '', address);
  else if (history_ === 'replace') history.replaceState(null, '', address);
  sort.value = state.sort;
  if (isFiltered(state)) facets.open = true;
  if (state.q.trim() === '') return showIdle();
  setPhase('loading');
  if (list.childElementCount === 0) say(words.loading);
  try {
    const answer = await answerer.answer(state);
    if (mine === latest) await show(answer, mine);
  } catch (error) {
    if (mine === latest) showFailure(error);
  }
}

function takeTyped(): void {
  if (input.value === state.q) return;
  state = { ...state, q: input.value };
  void run();
}

input.addEventListener('input', (event) => {
  if (!(event as InputEvent).isComposing) takeTyped();
});
input.addEventListener('compositionend', takeTyped);
input.addEventListener('focus', () => void answerer.library().catch(() => answerer.forget()), { once: true });
form.addEventListener('submit', (event) => {
  event.preventDefault();
  takeTyped();
  history.pushState(null, '', location.pathname + addressOf(state));
});
sort.addEventListener('change', () => {
  state = { ...state, sort: sort.value === 'newest' ? 'newest' : 'best' };
  void run('push');
});
facets.addEventListener('toggle', () => {
  if (facets.open && state.q.trim() !== '') void run('keep');
});
window.addEventListener('popstate', () => {
  state = stateOf(location.search);
  input.value = state.q;
  void run('keep');
});
moveAmong(root, input, list);

input.value = state.q;
void run('keep');

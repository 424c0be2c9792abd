/** The search page: keeps the box, the address, the list and the panel in step. */
import { type ExportFormat, exportFormats } from '../../search/export-formats.ts';
import type { FacetName } from '../../search/files.ts';
import { addressOf, isFiltered, type SearchState, stateOf } from './address.ts';
import { type Answer, Answerer } from './answer.ts';
import { drawChosen } from './chosen.ts';
import { button, element, need } from './dom.ts';
import { drawPanel } from './facets-panel.ts';
import { moveAmong } from './keys.ts';
import { ListView } from './list-view.ts';
import { partsOf } from './parts.ts';
import { Suggestions } from './suggestions.ts';
import { fill, type Words } from './words.ts';

const root = need<HTMLElement>(document, '.search');
const input = need<HTMLInputElement>(root, 'input[name=q]');
const form = need<HTMLFormElement>(root, 'form');
const list = need<HTMLOListElement>(root, '[data-search-results]');
const listPlace = need<HTMLElement>(root, '[data-search-list]');
const kwicPlace = need<HTMLElement>(root, '[data-search-kwic]');
const body = need<HTMLElement>(root, '[data-search-body]');
const help = need<HTMLDetailsElement>(root, '[data-search-help]');
const chosenPlace = need<HTMLElement>(root, '[data-search-chosen]');
const advice = need<HTMLElement>(root, '[data-search-advice]');
const ways = need<HTMLElement>(root, '[data-search-ways]');
const choices = {
  sort: need<HTMLSelectElement>(root, 'select[name=sort]'),
  view: need<HTMLSelectElement>(root, 'select[name=view]'),
  by: need<HTMLSelectElement>(root, 'select[name=by]'),
};
const byPlace = need<HTMLElement>(root, '[data-search-by]');
const exportPlace = need<HTMLElement>(root, '[data-search-export]');
const progress = need<HTMLElement>(root, '[data-search-progress]');
const facets = need<HTMLDetailsElement>(root, '[data-search-facets]');
const panel = need<HTMLElement>(root, '[data-search-panel]');
const countLine = need<HTMLElement>(root, '[data-search-count-line]');
const count = need<HTMLElement>(root, '[data-search-count]');
const status = need<HTMLElement>(root, '[role=status]');
const note = need<HTMLElement>(root, '[data-search-note]');
const message = need<HTMLElement>(root, '[data-search-message]');

const { base = '', segment = '', script = '' } = root.dataset;
const words = JSON.parse(root.dataset.words ?? '{}') as Words;
const topicNames = JSON.parse(root.dataset.topicNames ?? '{}') as Record<string, string>;
const answerer = new Answerer({ base, segment, script });
const more = need<HTMLElement>(root, '[data-search-more]');
const suggestions = new Suggestions({
  input,
  place: need(root, '[data-search-suggestions]'),
  words,
});
const listView = new ListView({ list, more, words, topicNames });

/** How long an old list stays while the texts of a new one come, so that nothing flickers while typing. */
const patience = 150;

/** Where the panel stands beside the list, and not before it. */
const isWide = matchMedia('(min-width: 60rem)');

let state: SearchState = stateOf(location.search);
/** Counts searches, so that an answer which comes late is dropped. */
let latest = 0;
/** Counts what was shown, for the parts of one answer; and the search whose answer is on the page. */
let shows = 0;
let shown = 0;
let current: Answer | undefined;

type Phase = 'idle' | 'loading' | 'done' | 'error';

function setPhase(phase: Phase): void {
  root.removeAttribute('data-search-part');
  root.dataset.searchState = phase;
}

function say(...parts: (Node | string)[]): void {
  message.replaceChildren(...parts);
}

/** Takes everything away that belongs to an answer. */
function showNothing(phase: 'idle' | 'error'): void {
  body.hidden = true;
  help.open = phase === 'idle';
  chosenPlace.hidden = true;
  advice.hidden = true;
  ways.hidden = false;
  countLine.hidden = true;
  count.textContent = '';
  listView.clear();
  suggestions.clear();
  kwicPlace.replaceChildren();
  say();
  setPhase(phase);
}

/** Says that the index could not be read; what some of the volumes have found stays. */
function showFailure(error: unknown, mine: number): void {
  answerer.forget();
  root.dataset.searchFailure = error instanceof Error ? error.message : String(error);
  const isPart = current !== undefined && shown === mine;
  if (isPart) setPhase('error');
  else showNothing('error');
  status.setAttribute('aria-busy', 'false');
  say(
    isPart ? words.failedInPart : words.failed,
    ' ',
    button(words.again, () => void run()),
  );
}

function choose(facet: FacetName, keys: string[]): void {
  state = { ...state, chosen: { ...state.chosen, [facet]: keys }, all: false };
  void run('push');
}

/** Shows what is chosen, and what could be. */
async function showPanel(answer: Answer): Promise<void> {
  chosenPlace.hidden = !isFiltered(state);
  if (!facets.open && !isFiltered(state)) return;
  const { columns, names } = await answer.library.facets();
  const { chosen } = state;
  drawChosen(chosenPlace, { columns, names, chosen }, words, choose, clearFilters);
  if (facets.open) drawPanel(panel, { columns, names, hits: answer.found, chosen }, words, choose);
}

function clearFilters(): void {
  state = { ...state, chosen: stateOf('').chosen };
  void run('push');
}

/** For a query that finds nothing: what would. */
async function showWhyNone(answer: Answer, mine: number): Promise<void> {
  if (answer.query.all.length === 0) return say(words.noWord);
  say(words.none);
  if (answer.found.length > 0) {
    const without = fill(words.withoutFilters, { n: answer.found.length });
    return say(words.none, ' ', without, ' ', button(words.clear, clearFilters));
  }
  const isOne = answer.words.length < 2;
  const alone = await answerer.alone(answer);
  if (mine !== latest || alone.length === 0) return;
  const links = alone.flatMap(({ text, articles: n }) => {
    const said = fill(words.alone, { word: text, n });
    return [' ', n === 0 ? said : element('a', { href: addressOf({ ...state, q: text }) }, said)];
  });
  say(words.none, ' ', isOne ? words.partsHead : words.aloneHead, ...links);
}

async function showConcordance(answer: Answer, mine: number): Promise<void> {
  if (state.view !== 'kwic') return kwicPlace.replaceChildren();
  const { drawConcordance } = await import('./kwic.ts');
  const language = document.documentElement.lang;
  await drawConcordance(kwicPlace, answer, words, { order: state.by, language, goOn: () => mine === latest });
}

function showCount({ hits, answered, volumes }: Answer): void {
  const isPart = answered < volumes;
  count.textContent = String(hits.length);
  const inAll = hits.reduce((sum, hit) => sum + hit.hits, 0);
  const inWords = inAll === 0 ? '' : `　${fill(words.hitsInAll, { n: inAll })}`;
  const soFar = isPart ? `　${fill(words.soFar, { n: answered, all: volumes })}` : '';
  note.textContent = words.articles + inWords + soFar;
  countLine.hidden = false;
  // Counts that will change are not read out.
  status.setAttribute('aria-busy', String(isPart));
  root.toggleAttribute('data-search-part', isPart);
}

/** Puts an answer, or the part of it that is there, on the page. */
async function show(answer: Answer, mine: number): Promise<void> {
  const { hits, found, answered, volumes } = answer;
  const isPart = answered < volumes;
  const showing = ++shows;
  const { place, filled } = await listView.prepare(
    answer,
    state.q,
    state.all,
    addressOf({ ...state, all: true }),
  );
  await Promise.race([filled, new Promise((resolve) => setTimeout(resolve, patience))]);
  if (mine !== latest || showing !== shows) return;
  current = answer;
  shown = mine;
  place();
  ways.hidden = hits.length > 0;
  advice.hidden = found.length > 0 || isPart || answer.query.all.length === 0;
  body.hidden = found.length === 0;
  listPlace.hidden = state.view === 'kwic';
  kwicPlace.hidden = state.view !== 'kwic';
  byPlace.hidden = state.view !== 'kwic';
  showCount(answer);
  // The concordance is drawn, and everything taken away, when all of it is there.
  exportPlace.hidden = isPart;
  say(isPart && state.view === 'kwic' ? words.loading : '');
  if (isPart) return filled;
  await Promise.all([
    filled,
    showPanel(answer),
    showConcordance(answer, mine),
    hits.length === 0 ? showWhyNone(answer, mine) : undefined,
  ]);
  if (mine !== latest) return;
  showAddress();
  setPhase('done');
}

/** Brings the address in step, once an answer is there: browsers slow pages down that change it with each key. */
function showAddress(): void {
  const address = location.pathname + addressOf(state);
  if (address !== location.pathname + location.search) history.replaceState(history.state, '', address);
}

/** Brings the page in step with the state. */
async function run(step: 'stay' | 'push' = 'stay'): Promise<void> {
  const mine = ++latest;
  if (step === 'push') history.pushState(null, '', location.pathname + addressOf(state));
  for (const [name, select] of Object.entries(choices)) select.value = state[name as keyof typeof choices];
  if (isFiltered(state) && isWide.matches) facets.open = true;
  if (state.q.trim() === '') {
    showAddress();
    return showNothing('idle');
  }
  if (root.dataset.searchState === 'idle') help.open = false;
  setPhase('loading');
  if (listView.isEmpty) say(words.loading);
  const parts = partsOf(async (part) => {
    if (mine === latest) await show(part, mine);
  });
  try {
    const answer = await answerer.answer(state, parts.take);
    parts.end();
    if (mine === latest) await show(answer, mine);
  } catch (error) {
    parts.end();
    if (mine === latest) showFailure(error, mine);
  }
}

/** Answers what was typed; only then, not on arrival, suggestions are of use. */
async function takeTyped(): Promise<void> {
  if (input.value === state.q) return;
  state = { ...state, q: input.value };
  const before = current;
  await run();
  if (current !== undefined && current !== before) await suggestions.offer(current, state.q);
}

async function save(format: ExportFormat): Promise<void> {
  const answer = current;
  if (answer === undefined) return;
  const { download } = await import('./download.ts');
  const all = answer.hits.length;
  await download(answer, format, (n) => {
    progress.textContent = n === all ? '' : fill(words.reading, { n, all });
  });
}

input.addEventListener('input', (event) => {
  if (!(event as InputEvent).isComposing) void takeTyped();
});
input.addEventListener('compositionend', () => void takeTyped());
input.addEventListener(
  'focus',
  () => {
    answerer
      .library()
      .then((library) => library.names())
      .catch(() => answerer.forget());
  },
  { once: true },
);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  void takeTyped();
  suggestions.clear();
  history.pushState(null, '', location.pathname + addressOf(state));
});
for (const [name, select] of Object.entries(choices)) {
  select.addEventListener('change', () => {
    state = stateOf(addressOf({ ...state, [name]: select.value }));
    void run('push');
  });
}
facets.addEventListener('toggle', () => {
  if (facets.open && state.q.trim() !== '') void run();
});
for (const format of exportFormats) {
  need(exportPlace, `[data-format=${format}]`).addEventListener('click', () => void save(format));
}
window.addEventListener('popstate', () => {
  state = stateOf(location.search);
  input.value = state.q;
  suggestions.clear();
  void run();
});
moveAmong(root, input, list);

input.value = state.q;
void run();

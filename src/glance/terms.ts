/** The words that set the texts of a group apart from all the others. */
import type { Archive, Article, Person, Written } from '../archive/model.ts';
import { obtain } from '../archive/people.ts';
import { Kept } from '../cache/kept.ts';
import { fold } from '../text/fold.ts';
import type { Voice } from '../voice.ts';
import type { TermRow } from './figure.ts';
import { wordsOf } from './words.ts';

/** Words shown for a group. */
const mostTerms = 5;
/** Authors shown: those with the most articles. */
const mostAuthors = 12;
/** A word that stands fewer times in a group tells nothing about it. */
const leastCount = 3;
/** How much more often than in the whole archive a word stands in a group that it sets apart. */
const leastLift = 2;
/** Words that stand in a larger share of all articles are everybody's: 一個, 沒有. */
const widestSpread = 0.35;

/** Counts by the numbers of words. */
type Counts = Map<number, number>;

interface Vocabulary {
  /** Folded words by their numbers, and how each was first written. */
  words: string[];
  forms: Written[];
  all: number[];
  total: number;
  /** In how many articles each stands, and of how many. */
  spread: number[];
  articles: number;
  /** Counts of the articles of a topic or a person. */
  of: Map<object, Counts>;
}

const known = new WeakMap<Archive, Vocabulary>();

function textOf({ data, blocks }: Article): string {
  return [data.title, data.standfirst ?? '', ...blocks.map(({ text }) => text)].join('\n');
}

/** A word of a text: folded, how often it stands there, and as it was first written. */
type WordCount = [word: string, count: number, text: string];

function countWords(text: string): WordCount[] {
  const counts = new Map<string, WordCount>();
  for (const written of wordsOf(text)) {
    const word = fold(written);
    const known = counts.get(word);
    if (known === undefined) counts.set(word, [word, 1, written]);
    else known[1]++;
  }
  return [...counts.values()];
}

const wordCounts = new Kept('words', countWords);

/** The words of all articles, cut once for an archive and counted for each topic and each author shown. */
function vocabularyOf(library: Archive): Vocabulary {
  const before = known.get(library);
  if (before !== undefined) return before;
  const shown = new Set<object>([...library.topics, ...authorsShown(library)]);
  const vocabulary: Vocabulary = {
    words: [],
    forms: [],
    all: [],
    total: 0,
    spread: [],
    articles: library.articles.length,
    of: new Map(),
  };
  const { words, forms, all, spread } = vocabulary;
  const numbers = new Map<string, number>();
  for (const article of library.articles) {
    const people = article.signatures.map(({ person }) => person);
    const groups = [...article.topics, ...people].filter((group) => shown.has(group));
    const targets = groups.map((group) => obtain(vocabulary.of, group, (): Counts => new Map()));
    for (const [word, count, text] of wordCounts.get(textOf(article))) {
      let number = numbers.get(word);
      if (number === undefined) {
        number = words.push(word) - 1;
        numbers.set(word, number);
        forms.push({ text, lang: article.data.lang });
        all.push(0);
        spread.push(0);
      }
      vocabulary.total += count;
      all[number] = (all[number] ?? 0) + count;
      spread[number] = (spread[number] ?? 0) + 1;
      for (const target of targets) target.set(number, (target.get(number) ?? 0) + count);
    }
  }
  wordCounts.save();
  known.set(library, vocabulary);
  return vocabulary;
}

/** The words by which a group is best told from the rest, the strongest first, with their counts. */
function telling(
  own: Counts,
  { words, all, total, spread, articles }: Vocabulary,
): [number: number, count: number][] {
  const size = [...own.values()].reduce((sum, count) => sum + count, 0);
  const liftOf = ([number, count]: [number, number]) => count / size / ((all[number] ?? count) / total);
  const isCommon = (number: number) => (spread[number] ?? 0) > Math.max(leastCount, articles * widestSpread);
  const wordOf = ({ entry }: { entry: [number, number] }) => words[entry[0]] ?? '';
  return [...own]
    .filter(([number, count]) => count >= leastCount && !isCommon(number))
    .map((entry) => ({ entry, lift: liftOf(entry) }))
    .filter(({ lift }) => lift >= leastLift)
    .map(({ entry, lift }) => ({ entry, strength: (entry[1] / size) * Math.log(lift) }))
    .sort((a, b) => b.strength - a.strength || (wordOf(a) < wordOf(b) ? -1 : 1))
    .slice(0, mostTerms)
    .map(({ entry }) => entry);
}

function authorsShown({ people }: Archive): Person[] {
  return people
    .filter(({ anonymous }) => !anonymous)
    .toSorted((a, b) => b.articles.length - a.articles.length)
    .slice(0, mostAuthors);
}

function rowsOf(
  library: Archive,
  groups: readonly { group: object; label: string; href: string }[],
  { show, to }: Voice,
): TermRow[] {
  const vocabulary = vocabularyOf(library);
  return groups.flatMap(({ group, label, href }) =>
    telling(vocabulary.of.get(group) ?? new Map(), vocabulary).map(([number, value], at) => {
      const text = show(vocabulary.forms[number] as Written);
      return {
        group: label,
        groupHref: href,
        label: text,
        href: `${to('/search/')}?q=${encodeURIComponent(text)}`,
        rank: at + 1,
        value,
      };
    }),
  );
}

/** The words of each topic. */
export function termsOfTopics(library: Archive, voice: Voice): TermRow[] {
  const groups = library.topics.map((group) => ({
    group,
    label: voice.t(group.topic.label),
    href: voice.to(`/topics/${group.topic.id}/`),
  }));
  return rowsOf(library, groups, voice);
}

/** The words of the authors with the most articles. */
export function termsOfAuthors(library: Archive, voice: Voice): TermRow[] {
  const groups = authorsShown(library).map((group) => ({
    group,
    label: voice.show(group.name),
    href: voice.to(`/authors/${group.slug}/`),
  }));
  return rowsOf(library, groups, voice);
}

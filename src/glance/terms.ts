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

/** How often each word stands in the articles of a group, by the numbers of words. */
type Counts = Uint32Array;

interface Vocabulary {
  /** Folded words by their numbers, and how each was first written. */
  words: string[];
  forms: Written[];
  all: Counts;
  total: number;
  /** In how many articles each stands, and of how many. */
  spread: Counts;
  articles: number;
  /** Counts of the articles of a topic or a person. */
  of: Map<object, Counts>;
  /** What tells each of these from the rest, once that was asked for. */
  telling: Map<object, [number: number, count: number][]>;
}

const known = new WeakMap<Archive, Vocabulary>();

function textOf({ data, blocks }: Article): string {
  return [data.title, data.standfirst ?? '', ...blocks.map(({ text }) => text)].join('\n');
}

/** The words of a text in the order of their first places. Few long texts are read faster than many short ones. */
interface WordCounts {
  /** Folded, parted by blanks. */
  words: string;
  /** As each was first written. */
  forms: string;
  /** How often each stands there: the numbers of characters. */
  counts: string;
}

/** A character has no larger number. */
const mostCounted = 0xffff;

/** Words as they were folded before: an archive says the same ones again and again. */
const foldedWords = new Map<string, string>();

function countWords(text: string): WordCounts {
  const counts = new Map<string, { form: string; count: number }>();
  for (const form of wordsOf(text)) {
    const word = obtain(foldedWords, form, () => fold(form));
    const known = counts.get(word);
    if (known === undefined) counts.set(word, { form, count: 1 });
    else known.count++;
  }
  const found = [...counts.values()];
  return {
    words: [...counts.keys()].join(' '),
    forms: found.map(({ form }) => form).join(' '),
    counts: found.map(({ count }) => String.fromCharCode(Math.min(mostCounted, count))).join(''),
  };
}

const wordCounts = new Kept<WordCounts>('words');

/** The words of a text by their numbers. */
interface Numbered {
  numbers: Uint32Array;
  counts: string;
}

/** Numbers the words of an archive as they come. */
class Numbering {
  readonly words: string[] = [];
  readonly forms: Written[] = [];
  readonly #numbers = new Map<string, number>();

  of(article: Article): Numbered {
    const { words, forms, counts } = wordCounts.get(article.sha256, () => countWords(textOf(article)));
    const { lang } = article.data;
    let written: string[] | undefined;
    const numbers = new Uint32Array(counts.length);
    for (const [at, word] of (counts === '' ? [] : words.split(' ')).entries()) {
      let number = this.#numbers.get(word);
      if (number === undefined) {
        number = this.words.push(word) - 1;
        this.#numbers.set(word, number);
        written ??= forms.split(' ');
        this.forms.push({ text: written[at] as string, lang });
      }
      numbers[at] = number;
    }
    return { numbers, counts };
  }
}

/** The words of all articles, cut once for an archive and counted for each topic and each author shown. */
function vocabularyOf(library: Archive): Vocabulary {
  const before = known.get(library);
  if (before !== undefined) return before;
  const numbering = new Numbering();
  const texts = library.articles.map((article) => numbering.of(article));
  wordCounts.save();
  const { words, forms } = numbering;
  const none = () => new Uint32Array(words.length);
  const [all, spread] = [none(), none()];
  const of = new Map<object, Counts>();
  const shown = new Set<object>([...library.topics, ...authorsShown(library)]);
  for (const [at, { numbers, counts }] of texts.entries()) {
    const { topics, signatures } = library.articles[at] as Article;
    const groups = [...topics, ...signatures.map(({ person }) => person)].filter((each) => shown.has(each));
    const targets = [all, ...groups.map((group) => obtain(of, group, none))];
    for (let word = 0; word < numbers.length; word++) {
      const number = numbers[word] as number;
      spread[number] = (spread[number] as number) + 1;
      const count = counts.charCodeAt(word);
      for (const target of targets) target[number] = (target[number] as number) + count;
    }
  }
  const articles = library.articles.length;
  const vocabulary = { words, forms, all, total: sumOf(all), spread, articles, of, telling: new Map() };
  known.set(library, vocabulary);
  return vocabulary;
}

function sumOf(counts: Counts): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** The words by which a group is best told from the rest, the strongest first, with their counts. */
function telling(
  own: Counts,
  { words, all, total, spread, articles }: Vocabulary,
): [number: number, count: number][] {
  const size = sumOf(own);
  const widest = Math.max(leastCount, articles * widestSpread);
  const strong: { entry: [number, number]; strength: number }[] = [];
  for (let number = 0; number < own.length; number++) {
    const count = own[number] as number;
    if (count < leastCount || (spread[number] as number) > widest) continue;
    const lift = count / size / ((all[number] as number) / total);
    if (lift >= leastLift) strong.push({ entry: [number, count], strength: (count / size) * Math.log(lift) });
  }
  const wordOf = ({ entry }: { entry: [number, number] }) => words[entry[0]] ?? '';
  return strong
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

function tellingOf(group: object, vocabulary: Vocabulary): [number: number, count: number][] {
  return obtain(vocabulary.telling, group, () => {
    const own = vocabulary.of.get(group);
    return own === undefined ? [] : telling(own, vocabulary);
  });
}

function rowsOf(
  library: Archive,
  groups: readonly { group: object; label: string; href: string }[],
  { show, to }: Voice,
): TermRow[] {
  const vocabulary = vocabularyOf(library);
  return groups.flatMap(({ group, label, href }) =>
    tellingOf(group, vocabulary).map(([number, value], at) => {
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

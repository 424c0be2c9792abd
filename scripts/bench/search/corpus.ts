/** Op-eds made for measuring: as many as wanted, of a vocabulary as wide as prose, the same in every run. */
import type { Entry } from '../../../src/article/read.ts';

/** A generator of numbers from 0 up to 1 that gives the same ones for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Draws numbers below `size`, each about as often as the word of that rank stands in prose. */
function zipf(size: number, random: () => number): () => number {
  const top = Math.log(size + 2.7);
  return () => Math.min(size - 1, Math.max(0, Math.floor(Math.exp(random() * top) - 2.7)));
}

const latinWords = [
  'AI',
  'GDP',
  'HKGAI V3',
  '5G',
  'L4級',
  'QFII/RQFII',
  'ESG',
  'Web3',
  'C++',
  '16.5億',
  '98.3%',
  '2,300萬',
  '2026年',
];
const surnames = '陳李張黃何林吳劉譚梁鄭王周葉馮蔡鄧曾郭蘇';
const roleWords = [
  '立法會議員',
  '全國政協委員',
  '香港大學教授',
  '香港總商會會長',
  '智庫研究總監',
  '大律師公會執委',
];

const idDigits = '0123456789abcdefghjkmnpqrstvwxyz';

/** Ids say nothing of the order of articles, and compress as little as real ones. */
function idOf(random: () => number): string {
  return Array.from({ length: 8 }, () => idDigits[Math.floor(random() * 32)]).join('');
}

interface Vocabulary {
  characters: string[];
  words: string[];
}

/** Words of one to four characters of the seeds' own characters; commoner characters make commoner words. */
function vocabularyOf(seeds: readonly string[], size: number, random: () => number): Vocabulary {
  const counts = new Map<string, number>();
  for (const text of seeds) {
    for (const [character] of text.matchAll(/\p{Script=Han}/gu))
      counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  const characters = [...counts].sort((a, b) => b[1] - a[1]).map(([character]) => character);
  // The seeds hold the common characters; prose holds the rest of the standard list too.
  for (let code = 0x4e00; characters.length < 3800; code += 5) {
    const character = String.fromCodePoint(code);
    if (!counts.has(character)) characters.push(character);
  }
  const draw = zipf(characters.length, random);
  const words = new Set<string>();
  while (words.size < size) {
    const length = [1, 2, 2, 2, 2, 3, 4][Math.floor(random() * 7)] as number;
    words.add(Array.from({ length }, () => characters[draw()]).join(''));
  }
  return { characters, words: [...words] };
}

/**
 * Makes articles of about 1,500 Han characters in ten paragraphs.
 *
 * @param seeds real texts, whose characters and phrases are used
 */
export function makeArticles(count: number, seeds: readonly string[], seed = 7): Entry[] {
  const random = randomFrom(seed);
  const { characters, words } = vocabularyOf(seeds, 60_000, random);
  const phrases = [...new Set(seeds.flatMap((text) => text.match(/\p{Script=Han}{2,8}/gu) ?? []))];
  const drawWord = zipf(words.length, random);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const clause = (length: number): string => {
    let text = '';
    while (text.length < length) {
      const kind = random();
      text += kind < 0.02 ? pick(latinWords) : kind < 0.2 ? pick(phrases) : (words[drawWord()] as string);
    }
    return text;
  };
  const sentence = (): string => {
    const clauses = Array.from({ length: 1 + Math.floor(random() * 4) }, () => clause(6 + random() * 10));
    return `${clauses.join('，')}。`;
  };
  const paragraph = (): string => {
    let text = '';
    while (text.length < 150) text += sentence();
    return text;
  };
  const names = Array.from(
    { length: 900 },
    () => pick([...surnames]) + pick(characters.slice(0, 900)) + pick(characters.slice(0, 900)),
  );
  const drawName = zipf(names.length, random);
  const randomOfIds = randomFrom(seed + 1);
  return Array.from({ length: count }, (_, number): Entry => {
    const day = new Date(Date.UTC(2015, 0, 1) + Math.floor((number / count) * 3900) * 86_400_000);
    return {
      id: idOf(randomOfIds),
      title: clause(14),
      authors: [{ name: names[drawName()] as string, roles: [pick(roleWords)] }],
      topics: [pick(['trade', 'innovation', 'finance', 'education'])],
      lang: 'zh-Hant',
      date: day.toISOString().slice(0, 10),
      sources: [{ file: `made-${Math.floor(number / 20)}.txt`, lines: [[1, 20]] }],
      review: [],
      blocks: Array.from({ length: 10 }, () => ({ kind: 'p' as const, text: paragraph() })),
      markup: false,
      sha256: '',
    };
  });
}

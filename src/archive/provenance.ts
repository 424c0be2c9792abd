/** What a person decided about an article, in words: what holds of it, and nothing that was overruled again. */
import { isDeepStrictEqual } from 'node:util';
import {
  type Corrections,
  type FieldCorrection,
  type LineCorrection,
  linesSaid,
  type SlipCorrection,
} from '../article/corrections.ts';
import { type Field, fieldWords, type Value, valueIn } from './field-words.ts';
import type { Archive, Article } from './model.ts';
import { runsOf, spanLabelWords } from './words.ts';

/** What a correction changed, in words of the interface, with the texts that it is about. */
export interface Change {
  what: string;
  /** A text that stays as it is. */
  about?: Value;
  /** What stood in the dump and what stands in its place; `null` where nothing did or does, absent where none is told. */
  from?: Value | null;
  to?: Value | null;
}

/** A correction in words: what was put right, and why. */
export interface CorrectionNote {
  changes: Change[];
  reason: string;
}

const quoted = (text: string): Value => ({ text, quoted: true });

const placeWords: Record<SlipCorrection['in'], string> = {
  title: '標題',
  standfirst: '導言',
  series: '欄目',
  author: '作者',
  role: '身份',
  subhead: '小標題',
  paragraph: '正文',
};

/** Fields that make a slip in their texts void, where a person sets them. */
const fieldOfPlace: Partial<Record<SlipCorrection['in'], Field>> = {
  title: 'title',
  standfirst: 'standfirst',
  series: 'series',
  author: 'authors',
  role: 'authors',
};

/** The corrections that touch an article and hold, those of its source first. */
export function correctionsOf(archive: Archive, article: Article): CorrectionNote[] {
  const { sources, authors, id } = article.data;
  const { encodings = [], lines = [], series = [], people = [] } = archive.corrections;
  const files = new Set(sources.map(({ file }) => file));
  const names = new Set(authors.map(({ name }) => name));
  return [
    ...encodings
      .filter(({ file }) => files.has(file))
      .map(({ encoding, reason }) => ({ changes: [{ what: `檔案編碼定為 ${encoding}` }], reason })),
    ...lines.filter((line) => touches(line, article)).map(lineNote),
    ...decisionsOn(archive, article),
    ...series.flatMap((correction) => seriesNote(archive, article, correction)),
    ...people
      .filter(({ name, articles }) => names.has(name) && (articles?.includes(id) ?? true))
      .map(personNote),
  ];
}

/** Fields and slips of one article. */
function decisionsOn(archive: Archive, article: Article): CorrectionNote[] {
  const { id } = article.data;
  const fields = (archive.corrections.fields ?? []).filter((field) => field.id === id);
  const slips = (archive.corrections.slips ?? []).filter((slip) => slip.id === id);
  /** By which correction each field stands: of several the last. */
  const setBy = new Map<Field, FieldCorrection>();
  for (const each of fields)
    for (const field of Object.keys(each.set) as Field[])
      if (isDeepStrictEqual(article.data[field], each.set[field] ?? undefined)) setBy.set(field, each);
  const stands = ({ in: place, to }: SlipCorrection): boolean => {
    const field = fieldOfPlace[place];
    return (field === undefined || !setBy.has(field)) && textsIn(article, place).includes(to);
  };
  return [
    ...fields.flatMap((each) => fieldNote(archive, article, each, setBy)),
    ...slips.filter(stands).map(({ in: place, from, to, reason }) => ({
      changes: [{ what: placeWords[place], from: quoted(from), to: quoted(to) }],
      reason,
    })),
  ];
}

/** The texts in which a slip of a kind can stand, as they are now; those that a person wrote as markup with their marks. */
function textsIn({ data, blocks }: Article, place: SlipCorrection['in']): string {
  switch (place) {
    case 'title':
    case 'standfirst':
    case 'series':
      return data[place] ?? '';
    case 'author':
      return data.authors.map(({ name }) => name).join('\n');
    case 'role':
      return data.authors.flatMap(({ roles }) => roles).join('\n');
    default: {
      const kind = place === 'paragraph' ? 'p' : 'h';
      return blocks.flatMap((block) => (block.kind === kind ? block.text : [])).join('\n');
    }
  }
}

function fieldNote(
  archive: Archive,
  { data }: Article,
  correction: FieldCorrection,
  setBy: ReadonlyMap<Field, FieldCorrection>,
): CorrectionNote[] {
  const read = archive.overruled.get(data.id);
  const changes = [...setBy.keys()]
    .filter((field) => setBy.get(field) === correction)
    .map((field): Change => {
      const what = fieldWords[field];
      const to = valueIn(data, field, archive);
      if (read === undefined) return { what, to };
      if (to !== null && isDeepStrictEqual(read[field], data[field]))
        return { what: `${what}無誤`, about: to };
      return { what, from: valueIn(read, field, archive), to };
    });
  if (correction.reviewed && data.review.length === 0) changes.push({ what: '已覆核' });
  return changes.length === 0 ? [] : [{ changes, reason: correction.reason }];
}

function touches(correction: LineCorrection, { data }: Article): boolean {
  const [from, to] = linesSaid(correction);
  return data.sources.some(
    (source) =>
      source.file === correction.file && source.lines.some(([first, last]) => from <= last && to >= first),
  );
}

function lineNote({ line, label, begins, joins, splitBefore, reason }: LineCorrection): CorrectionNote {
  const decided = [
    label && `定為${spanLabelWords[label]}`,
    begins !== undefined && (begins ? '文章由此開始' : '不是文章的開始'),
    joins !== undefined && (joins ? '接上文' : '另起一段'),
    splitBefore && '在此前分段',
  ].filter(Boolean);
  const numbers = typeof line === 'number' ? `${line}` : runsOf(line).replace('、', '–');
  const change: Change = { what: `原文第 ${numbers} 行：${decided.join('，')}` };
  if (splitBefore !== undefined) change.about = quoted(splitBefore);
  return { changes: [change], reason };
}

/** A series that is printed in other words on this article. */
function seriesNote(
  { sources }: Archive,
  article: Article,
  { name, also, reason }: NonNullable<Corrections['series']>[number],
): CorrectionNote[] {
  if (article.data.series !== name) return [];
  const files = new Set(article.data.sources.map(({ file }) => file));
  const printed = sources
    .filter(({ file }) => files.has(file))
    .flatMap(({ lines }) => lines.flat())
    .filter((segment) => segment.article === article && segment.label === 'series');
  const from = also.find((other) => printed.some(({ text }) => text.includes(other)));
  if (from === undefined) return [];
  return [{ changes: [{ what: '欄目', from: quoted(from), to: quoted(name) }], reason }];
}

function personNote({
  name,
  also = [],
  person,
  reason,
}: NonNullable<Corrections['people']>[number]): CorrectionNote {
  const changes: Change[] = [];
  if (also.length > 0)
    changes.push({ what: '作者合為一人', from: quoted(also.join('、')), to: quoted(name) });
  if (person) changes.push({ what: '有別於同名的另一人', about: quoted(`${name}（${person}）`) });
  if (changes.length === 0) changes.push({ what: '作者', about: quoted(name) });
  return { changes, reason };
}

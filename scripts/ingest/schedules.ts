/** Notes of when a column comes out: which column they name, and which article they stand with. */
import type { Unit } from './layout.ts';
import type { Features } from './looks.ts';
import type { Passage } from './passage.ts';
import type { Draft } from './sheet.ts';
import { simplify, simplifyPattern } from './text.ts';

const named = /[「『《〈【](?<name>[^」』》〉】]{2,14})[」』》〉】]/gu;
/** A note on all that a page or a paper prints: 本版逢周四刊出. */
const ofPage = simplifyPattern(
  /^[（(【[〔*＊]*(?:本[版報刊]|各欄)|(?:論壇|評論|觀點|來論|時評|副刊)版?(?=[逢每隔])/u,
);

function isSchedule({ units: [at = 0] }: Passage, features: readonly Features[]): boolean {
  return features[at]?.furniture?.kind === 'schedule';
}

/** Names of series that a note says to come out: 「街坊拾遺」逢周四刊出. */
export function seriesNamedIn(text: string): string[] {
  return [...text.matchAll(named)].map(({ groups }) => groups?.name ?? '');
}

/** Names of series that a page announces. */
export function scheduledIn(furniture: readonly Passage[], features: readonly Features[]): string[] {
  return furniture.flatMap((passage) => (isSchedule(passage, features) ? seriesNamedIn(passage.text) : []));
}

/**
 * Marks the drafts in whose header, or right below whose text, a note says when their column comes out, without its name; one
 * that stands no nearer to the text above than to what is below may be of either.
 */
export function markScheduled(
  drafts: readonly Draft[],
  furniture: readonly Passage[],
  units: readonly Unit[],
  features: readonly Features[],
  usualGap: number,
): void {
  for (const passage of furniture) {
    const at = passage.units[0] ?? 0;
    if (!isSchedule(passage, features) || passage.text.search(named) >= 0) continue;
    if (ofPage.test(simplify(passage.text))) continue;
    const draft = drafts.findLast(({ begin }) => begin <= at);
    const isWithin = draft !== undefined && at < draft.end;
    // Of several headings the one right above the note is the column's.
    const column =
      isWithin && draft.heads.length > 1 && draft.heads.find(({ units: own }) => own.at(-1) === at - 1);
    if (column && column.carried === undefined) column.carried = 'series';
    const [above, below] = [units[at]?.gap ?? 0, units[at + 1]?.gap ?? Number.POSITIVE_INFINITY];
    const isBelow = draft !== undefined && at === draft.end + 1 && above <= usualGap && above < below;
    if (isWithin || isBelow) draft.scheduled = true;
  }
}

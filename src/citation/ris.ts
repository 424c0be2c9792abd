/**
 * Items as RIS. Written here because the library's own writer drops the authors and the day of newspaper articles
 * and breaks long titles and addresses over lines.
 */
import type { CslDate, CslItem } from './item.ts';

/** One line a field: a value holds no line breaks. */
function line(tag: string, value: string | undefined): string[] {
  return value === undefined ? [] : [`${tag}  - ${value.replace(/\s*[\r\n]+\s*/g, ' ')}`];
}

function day(date: CslDate | undefined): string | undefined {
  if (date === undefined) return undefined;
  const [[year, month, day]] = date['date-parts'];
  return [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('/');
}

/** The record of an item. */
export function risOf(item: CslItem): string {
  const issued = day(item.issued);
  return [
    'TY  - NEWS',
    ...line('ID', item.id),
    ...line('TI', item.title),
    ...(item.author ?? []).flatMap(({ literal }) => line('AU', literal)),
    ...line('T2', item['container-title']),
    ...line('SE', item.section),
    ...line('PY', issued?.slice(0, 4)),
    ...line('DA', issued),
    ...line('SP', item.page),
    ...line('AB', item.abstract),
    ...line('LA', item.language),
    ...line('DP', item.archive),
    ...line('AN', item.archive_location),
    ...line('UR', item.URL),
    ...line('Y2', day(item.accessed)),
    ...line('N1', item.note),
    'ER  - ',
    '',
  ].join('\r\n');
}

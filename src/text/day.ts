/** Days and months as people read them; programs get them as `2026-06-08` and `2026-06`. */

/** A day, or a month, as Chinese writes it. */
export function dayInWords(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day === undefined ? '' : `${day}日`}`;
}

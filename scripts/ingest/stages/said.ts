/** What the corrections say of an article or a line, as far as a report has to tell. */
import { type Corrections, linesSaid } from '../../../src/article/corrections.ts';

/** That corrections of an article are not put into a file that a person edited, in words; nothing where there are none. */
export function notIn({ fields = [], slips = [] }: Corrections, id: string): string {
  const count = [...fields, ...slips].filter((each) => each.id === id).length;
  return count === 0
    ? ''
    : `; what the corrections say of it (${count} under fields and slips) is not put into it`;
}

/** Whether a person said of a line that it has no place. */
export function isSaid({ lines = [] }: Corrections, file: string, line: number): boolean {
  return lines.some((each) => {
    const [first, last] = linesSaid(each);
    return each.file === file && each.label === 'unplaced' && first <= line && line <= last;
  });
}

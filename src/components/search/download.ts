/** Takes what was found away as a file. */
import { exported, exportTypes } from '../../search/export.ts';
import type { ExportFormat } from '../../search/export-formats.ts';
import type { Answer } from './answer.ts';
import { element } from './dom.ts';
import { recordsOf } from './records.ts';

/** Reads every article of an answer and hands the file to the browser. */
export async function download(
  answer: Answer,
  format: ExportFormat,
  tell: (read: number) => void,
): Promise<void> {
  const records = await recordsOf(answer.hits, answer, tell);
  const rows = records.map(({ record, hit }) => ({
    record,
    hits: hit.hits,
    address: new URL(record.url, location.href).href,
  }));
  const file = new Blob([exported(rows, format)], { type: `${exportTypes[format]};charset=utf-8` });
  const address = URL.createObjectURL(file);
  element('a', { href: address, download: `search.${format}` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

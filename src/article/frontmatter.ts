/** Frontmatter as YAML: a way of its own for what nearly all articles hold, and a library for the rest. */
import { createRequire } from 'node:module';

type Yaml = typeof import('yaml');

/** A text that no reader of YAML takes for anything else, in a list too: with a character in it that is not ASCII … */
const worded =
  /^[\p{L}「『《〈【（“‘](?:[\p{L}\p{N}\u3001-\u303f\uff01-\uff65、，。·—…“”‘’./%()+_-]|[ \u3000](?=[^ \u3000]))*$/u;
const beyondAscii = /[^\0-\x7f]/;
/** … or a word, a name or an id that is no number, no date and no truth value. */
const latin = /^[A-Za-z](?:[\w./-]| (?=[^ ]))*$/;
const value = /^(?:true|false|null)$/i;
const id = /^[0-9a-z]*[g-wyz][0-9a-z]*$/;
const fileName = /^\w[\w.-]*\.txt$/;
const isoDate = /^\d{4}-\d{2}-\d{2}$/;

function isPlain(text: string): boolean {
  if (text.endsWith('-')) return false;
  if (beyondAscii.test(text)) return worded.test(text);
  if (latin.test(text)) return !value.test(text);
  return id.test(text) || fileName.test(text) || isoDate.test(text);
}

/** A value in one line; `undefined` where it holds a text that has to be quoted. */
function inLine(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return isPlain(value) ? value : undefined;
  const isList = Array.isArray(value);
  const parts: string[] = [];
  for (const [key, each] of Object.entries(value as object)) {
    if (each === undefined) continue;
    const part = inLine(each);
    if (part === undefined) return undefined;
    parts.push(isList ? part : `${key}: ${part}`);
  }
  const [open, close] = isList ? '[]' : '{}';
  return parts.length === 0 ? `${open}${close}` : `${open} ${parts.join(', ')} ${close}`;
}

/** Whether a list has its entries one below the other: people do; words, lines and sources stand in one line. */
function isBelow(value: unknown): value is object[] {
  return (
    Array.isArray(value) &&
    value.some((each) => typeof each === 'object' && !Array.isArray(each) && !('lines' in each))
  );
}

/** @returns `undefined` where a text has to be quoted */
function plainly(fields: Readonly<Record<string, unknown>>): string | undefined {
  let yaml = '';
  for (const [field, value] of Object.entries(fields)) {
    if (isBelow(value)) {
      yaml += `${field}:\n`;
      for (const entry of value) {
        let mark = '-';
        for (const [key, each] of Object.entries(entry)) {
          if (each === undefined) continue;
          const line = inLine(each);
          if (line === undefined) return undefined;
          yaml += `  ${mark} ${key}: ${line}\n`;
          mark = ' ';
        }
      }
    } else {
      const line = inLine(value);
      if (line === undefined) return undefined;
      yaml += `${field}: ${line}\n`;
    }
  }
  return yaml;
}

/** The same by the library, which knows how to quote any text; it is loaded when there is one to quote. */
export function byLibrary(fields: Readonly<Record<string, unknown>>): string {
  const { Document, isMap, isScalar, isSeq, visit } = createRequire(import.meta.url)('yaml') as Yaml;
  const document = new Document(fields, { aliasDuplicateObjects: false });
  visit(document, {
    // Lists of words and of lines stand in one line, people one below the other.
    Seq: (_, node) => {
      node.flow = node.items.every(
        (item) => isScalar(item) || isSeq(item) || (isMap(item) && item.has('lines')),
      );
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

/** Fields as YAML, each in its place; none is `undefined`. */
export function writeFields(fields: Readonly<Record<string, unknown>>): string {
  return plainly(fields) ?? byLibrary(fields);
}

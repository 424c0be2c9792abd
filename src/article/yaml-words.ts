/** What is wrong with a file of the keeper, in words that name what to write instead. */
import { type Document, isAlias, isCollection, isScalar, visit, type YAMLError } from 'yaml';
import type { z } from 'zod';
import { correctionsSchema } from './corrections.ts';
import { meantTodo } from './near.ts';

/** By what opens it: what closes something, and what a person calls it. */
const closed: Readonly<Record<string, { by: string; name: string }>> = {
  '[': { by: ']', name: 'list' },
  '{': { by: '}', name: 'entry' },
  '"': { by: '"', name: 'text' },
  "'": { by: "'", name: 'text' },
};

const inQuotes = 'put it in quotes: "…"';

const indent =
  'The line is not as far in as the lines that it belongs to; put as many spaces before it as they have.';

const syntax: Partial<Record<YAMLError['code'], string>> = {
  TAB_AS_INDENT: 'The line begins with a tab; put spaces in its place.',
  BAD_INDENT: indent,
  MULTILINE_IMPLICIT_KEY: 'A name is expected here with a colon after it, such as `fields:`.',
  BLOCK_AS_IMPLICIT_KEY: `A second colon stands in the line; where it is part of a text, ${inQuotes}.`,
  BLOCK_IN_FLOW: `A comma is missing between two entries, or a colon is part of a text; then ${inQuotes}.`,
  MISSING_CHAR: 'A comma or a colon is missing between two entries.',
  DUPLICATE_KEY: 'The same name stands twice in one entry; take one away.',
  BAD_SCALAR_START: `A text cannot begin with this character; ${inQuotes}.`,
  BAD_ALIAS: `A text cannot begin with * or &; ${inQuotes}.`,
  BAD_DQ_ESCAPE: "Between double quotes a \\ does not stand for itself; write \\\\, or single quotes: '…'.",
  MULTIPLE_DOCS: 'A line of --- begins a second file; take it away.',
};
const otherSyntax =
  'The line has a form that cannot be read; docs/formats.md shows how each kind is written.';

/** What happened, and what to do about it where that is more than to put it right. */
export type Words = { what: string; todo?: string };

/** Signs of YAML by those that an input method of Chinese gives in their place. */
const narrow: Readonly<Record<string, string>> = {
  '：': ':',
  '，': ',',
  '｛': '{',
  '｝': '}',
  '［': '[',
  '］': ']',
};

function wideIn(text: string): string[] {
  return Object.keys(narrow).filter((sign) => text.includes(sign));
}

/** Whether a name holds signs that YAML does not know, and therefore more than a name. */
export function holdsWide(name: string): boolean {
  return wideIn(name).length > 0;
}

function wideWords(signs: readonly string[]): Required<Words> {
  const narrowed = signs.map((sign) => narrow[sign]).join(' and ');
  const many = signs.length > 1;
  return {
    what: `${signs.join(' and ')} ${many ? 'are full-width signs' : 'is a full-width sign'}, which part${many ? '' : 's'} nothing here`,
    todo: `write ${narrowed} in ${many ? 'their' : 'its'} place, with a space behind`,
  };
}

/** What a person reads of a file that is no YAML: `at` is an offset in the text. */
export type SyntaxProblem = Words & { at: number };

/** Where the innermost bracket or quote stands that is not closed. */
function unclosed(document: Document, text: string): SyntaxProblem | undefined {
  let found: SyntaxProblem | undefined;
  visit(document, (_, node) => {
    if (!(isCollection(node) || isScalar(node)) || !node.range) return;
    const [from, to] = node.range;
    const opener = text[from] ?? '';
    const close = closed[opener];
    const isPlain = isScalar(node) && !node.type?.startsWith('QUOTE_');
    if (!close || isPlain || (to - from > 1 && text[to - 1] === close.by)) return;
    found = {
      at: from,
      what: `The ${close.name} that ${opener} opens here has no ${close.by} at its end.`,
    };
  });
  return found;
}

/** Texts that begin as a reference to another place does, of which there are none in the keeper's files. */
function references(document: Document): SyntaxProblem[] {
  const found: SyntaxProblem[] = [];
  visit(document, (_, node) => {
    if (isAlias(node)) found.push({ at: node.range?.[0] ?? 0, what: `${syntax.BAD_ALIAS}` });
  });
  return found;
}

/**
 * What is wrong, one problem for lines below each other, of which the first makes the others be misread; where something is
 * not closed, that alone.
 */
export function syntaxProblems(document: Document.Parsed, text: string): SyntaxProblem[] {
  if (document.errors.length === 0) return references(document);
  const open = unclosed(document, text);
  if (open) return [open];
  let last = Number.NEGATIVE_INFINITY;
  return document.errors.flatMap(({ code, message, pos, linePos }) => {
    const line = linePos?.[0].line ?? 0;
    const isBelow = line === last || line === last + 1;
    last = line;
    if (isBelow) return [];
    const dashless = message.startsWith('Sequence item');
    const wide = wideIn(text.split('\n')[line - 1] ?? '');
    if (code === 'MULTILINE_IMPLICIT_KEY' && wide.length > 0) return [{ at: pos[0], ...wideWords(wide) }];
    return [{ at: pos[0], what: dashless ? indent : (syntax[code] ?? otherSyntax) }];
  });
}

/** Parts what happened from what to do about it, in the words of a schema. */
const todoMark = '\n';

/** Parts the words for one unknown name from those for the next. */
const nextMark = '\n\n';

/** What a schema says of an issue: several things of several names. */
export function wordsIn(message: string): Words[] {
  return message.split(nextMark).map((said) => {
    const [what = '', todo] = said.split(todoMark);
    return todo === undefined ? { what } : { what, todo };
  });
}

function withTodo(what: string, todo: string | undefined): string {
  return todo === undefined ? what : what + todoMark + todo;
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'names with values',
  tuple: 'two numbers in brackets, such as [3, 5]',
};

function kindOf(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'names with values' : JSON.stringify(value);
}

function ofWide(text: string): string {
  const { what, todo } = wideWords(wideIn(text));
  return withTodo(`${text} is read as one text: ${what}`, todo);
}

/** Names of whole lists, which a proposal that is pasted further in would put into the entry above it. */
const lists = new Set(Object.keys(correctionsSchema.shape));

/** @param names those that can stand there */
function unknownWords(name: string, names: readonly string[], isWithin: boolean): string {
  if (holdsWide(name)) return ofWide(name);
  if (lists.has(name) && isWithin && !names.includes(name))
    return withTodo(
      `${name} begins a list and stands at the beginning of a line`,
      'take the spaces before it away, and as many before the lines that belong to it',
    );
  return withTodo(
    `${name} is no name that can stand here`,
    meantTodo(name, names) ?? 'docs/formats.md lists the names that can',
  );
}

/** Of what is not of its kind: as a number is, which was to be a text. */
function kindWords({ expected, input, inst }: z.core.$ZodRawIssue<z.core.$ZodIssueInvalidType>): string {
  if (input === undefined) return 'is missing';
  if (expected === 'object' && typeof input === 'string' && holdsWide(input)) return ofWide(input);
  const isDay = (inst?._zod.def as { format?: string } | undefined)?.format === 'date';
  if (isDay) return `a day is expected, such as 2026-06-08, not ${kindOf(input)}`;
  const what = `${kinds[expected] ?? expected} is expected, not ${kindOf(input)}`;
  const isScalar = typeof input === 'number' || typeof input === 'boolean';
  return withTodo(what, expected === 'string' && isScalar ? inQuotes : undefined);
}

/** What a schema expected and did not find, for `wordsIn`; `undefined` leaves the words to the schema. */
export const schemaWords: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return kindWords(issue);
    case 'invalid_value': {
      const values = issue.values.map(String);
      const missing = issue.input === undefined ? 'is missing; ' : '';
      return withTodo(
        `${missing}one of these is expected: ${values.join(', ')}`,
        typeof issue.input === 'string' ? meantTodo(issue.input, values) : undefined,
      );
    }
    case 'too_small':
      if (issue.origin === 'string') return 'a text is expected, and none stands there';
      if (issue.origin === 'array') return `a list with at least ${issue.minimum} in it is expected`;
      return `${issue.minimum} or more is expected`;
    case 'too_big':
      if (issue.origin === 'array') return `a list with at most ${issue.maximum} in it is expected`;
      return `${issue.maximum} or less is expected`;
    case 'invalid_format':
      return issue.format === 'date' ? 'a day is expected, such as 2026-06-08' : undefined;
    case 'unrecognized_keys': {
      const { shape = {} } = (issue.inst?._zod.def ?? {}) as { shape?: object };
      const isWithin = (issue.path?.length ?? 0) > 0;
      return issue.keys.map((key) => unknownWords(key, Object.keys(shape), isWithin)).join(nextMark);
    }
    default:
      return undefined;
  }
};

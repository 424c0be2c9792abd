/** What the archive reads from `content/` beside the articles. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Corrections, correctionsSchema } from '../article/corrections.ts';
import { type Ledger, ledgerSchema } from '../article/ledger.ts';
import { readLists } from '../article/lists.ts';
import { type Topic, topicsSchema } from '../article/topics.ts';
import { keepsPages, toldDigest } from '../build/told.ts';
import { FileDigests } from '../cache/digests.ts';
import { Kept } from '../cache/kept.ts';
import { shareKey } from '../cache/key.ts';
import { contentFolder } from '../content-folder.ts';

const content = path.resolve(contentFolder);

/** Checks what a file holds; an error names the file, the place in it and what to do. */
function checked<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
  read: (text: string) => unknown,
  remedy: string,
): z.infer<Schema> {
  const name = path.relative(path.resolve(), file);
  let value: unknown;
  try {
    value = read(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}. ${remedy}`);
  }
  const result = schema.safeParse(value);
  if (!result.success) throw new Error(`${name}: ${z.prettifyError(result.error)}\n${remedy}`);
  return result.data;
}

/** Ledgers as they were last read, with the size and the time of their files: a server reads them again and again. */
const ledgers = new Map<string, { size: number; written: number; ledger: Ledger }>();

/** Ledgers that were checked before, by a hash of their files. */
const checkedLedgers = new Kept<Ledger>('ledgers');

const digests = new FileDigests();

function checkLedger(file: string): Ledger {
  const remedy = 'Delete the file and run npm run ingest to have it written again.';
  return checked(file, ledgerSchema, JSON.parse, remedy);
}

function readLedger(file: string): Ledger {
  const told = toldDigest(path.relative(content, file).split(path.sep).join('/'));
  if (told !== undefined) {
    const ledger = checkedLedgers.get(told, () => checkLedger(file));
    shareKey(ledger, told);
    return ledger;
  }
  const { size, mtimeMs: written } = statSync(file);
  const known = ledgers.get(file);
  if (known !== undefined && known.size === size && known.written === written) return known.ledger;
  const ledger = checkedLedgers.get(digests.of(file), () => checkLedger(file));
  ledgers.set(file, { size, written, ledger });
  return ledger;
}

/** The files of all ledgers in a folder; what the ingest notes beside them begins with a dot. */
export function ledgersIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json') && !path.basename(name).startsWith('.'))
    .map((name) => path.join(folder, name));
}

/** The ledgers of all sources, sorted by the source's name. */
export function readLedgers(): Ledger[] {
  const all = ledgersIn(path.join(content, 'ledger')).map((file) => readLedger(file));
  if (keepsPages) checkedLedgers.save();
  else {
    checkedLedgers.add();
    digests.add();
  }
  return all.sort((a, b) => (a.source.file < b.source.file ? -1 : 1));
}

/** What a person decided; nothing, where no file was written yet. */
export function readCorrections(): Corrections {
  const file = path.join(content, 'corrections.yaml');
  if (!existsSync(file)) return {};
  return checked(
    file,
    correctionsSchema,
    (text) => readLists(text) ?? {},
    'Put the file right; npm run ingest checks it too.',
  );
}

/** The ids of the articles that a person withdrew. */
export function readWithdrawn(): ReadonlySet<string> {
  return new Set((readCorrections().withdraw ?? []).map(({ id }) => id));
}

/** The topics in the order of their index. */
export function readTopics(): Topic[] {
  return checked(path.join(content, 'topics.yaml'), topicsSchema, parse, 'Put the file right.');
}

/** The SHA-256 (base64url) of a file of the content: as this process was told, or of its bytes. */
export function digestOf(name: string, bytes: () => Uint8Array): string {
  return toldDigest(name) ?? createHash('sha256').update(bytes()).digest('base64url');
}

/** The bytes of a dump. */
export function readDump(file: string): Uint8Array {
  const full = path.join(content, 'sources', ...file.split('/'));
  if (existsSync(full)) return readFileSync(full);
  throw new Error(
    `content/sources/${file} is missing, and content/ledger/ says it was read. Put it back, or run npm run ingest.`,
  );
}

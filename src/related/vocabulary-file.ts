/** The numbers of the terms of an archive, kept for the next build. Safe to delete. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { buildsTheRest } from '../build/told.ts';
import { codeDigest } from '../cache/code.ts';
import { keepFile, siteFile } from '../cache/kept-file.ts';
import { Vocabulary } from './vocabulary.ts';

/** A vocabulary, and a name that no other one has: numbers mean nothing without it. */
export interface NamedVocabulary {
  vocabulary: Vocabulary;
  name: string;
}

interface KeptVocabulary {
  code: string;
  name: string;
  terms: Uint32Array;
}

const file = siteFile('vocabulary', 'bin');

/** The vocabulary of the last build, or a new one. */
export function keptVocabulary(): NamedVocabulary {
  try {
    const { code, name, terms } = deserialize(readFileSync(file)) as KeptVocabulary;
    if (code === codeDigest() && terms instanceof Uint32Array)
      return { name, vocabulary: new Vocabulary(terms) };
  } catch {
    // There is none, or it is damaged.
  }
  return { name: randomUUID(), vocabulary: new Vocabulary() };
}

/** Keeps a vocabulary. */
export function keepVocabulary({ vocabulary, name }: NamedVocabulary): void {
  // Of processes that build one site beside each other, one writes.
  if (!buildsTheRest) return;
  const kept: KeptVocabulary = { code: codeDigest(), name, terms: vocabulary.terms.slice() };
  keepFile(file, serialize(kept));
}

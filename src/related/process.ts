/**
 * Compares the texts of the archive in a process of its own, while the development server shows pages: node process.ts
 * What it finds is remembered.
 */
import { readCorrections } from '../archive/files.ts';
import { inArchiveOrder } from '../archive/order.ts';
import { entryOf } from '../article/entries.ts';
import { articleFiles } from '../article/folder.ts';
import { findRelated } from './find.ts';

const withdrawn = new Set((readCorrections().withdraw ?? []).map(({ id }) => id));
const entries = (await articleFiles('.')).map(entryOf).filter(({ id }) => !withdrawn.has(id));
findRelated(entries.sort(inArchiveOrder));

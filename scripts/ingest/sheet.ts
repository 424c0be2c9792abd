/** A page as articles in the making, before headlines are told from series. */
import type { Byline } from './byline.ts';
import type { Passage } from './passage.ts';

export type HeadLine = Passage & {
  /** The line carried its author or column too, or a person said it, which tells what this part is. */
  carried?: 'title' | 'series';
  /** A person said so. */
  said?: true;
  /** Index of the draft in whose header the line stands. */
  draft: number;
  /** It fills its column, and may go on in the next line. */
  full: boolean;
  /** A wide gap parts it from what it stands over. */
  apart: boolean;
  /** More blank lines part it from the heading above it than part other headings of the file. */
  parted: boolean;
  /** The author in brackets behind it, who signs a text of the file. */
  signedBy?: string;
};

export type BodyBlock = Passage & { kind: 'p' | 'h' };

export type Draft = {
  heads: HeadLine[];
  bylines: (Passage & { byline: Byline; signature: boolean })[];
  standfirst?: Passage;
  blocks: BodyBlock[];
  /** Units with which it goes on behind a turn of the page, between the parts of others. */
  resumedAt?: number[];
  /** A note with it says when its column comes out. */
  scheduled?: true;
  /** First and last unit, furniture at the edges apart. */
  begin: number;
  end: number;
};

export type Sheet = { drafts: Draft[]; strays: HeadLine[]; furniture: Passage[]; unplaced: Passage[] };

/** What is to be rendered of a dump, and what came of it, as the threads of a run hand them to each other. */
import type {
  AddedArticle,
  AlteredArticle,
  Problem,
  RemovedArticle,
  ReportedDoubt,
  SourceReport,
} from '../../../src/article/report.ts';
import type { Place } from '../packs.ts';
import type { Placement } from './placement.ts';

/** A dump that was read, with what the archive decided of it. */
export type RenderTask = {
  file: string;
  sha256: string;
  known: readonly string[];
  /** Where its page is kept. */
  page?: Place;
  arrived: number;
  /** Names that the dump had before. */
  formerly?: readonly string[];
  placements: Placement[];
  /** SHA-256 of articles as other dumps write them, by id. */
  elsewhere: Readonly<Record<string, string>>;
};

/** What came of it. */
export type RenderResult = {
  row: SourceReport;
  added: AddedArticle[];
  altered: AlteredArticle[];
  removed: RemovedArticle[];
  problems: Problem[];
  doubts: ReportedDoubt[];
  /** SHA-256 of each article as this run writes it. */
  written: [id: string, sha256: string][];
  used: string[];
  /** Every file of the dump with the SHA-256 it has when the run is over. */
  files: [path: string, sha256: string][];
  /** Which of them are to change. */
  changed: number[];
  /** Paths of files that are to go. */
  gone: string[];
  /** Where it is kept, if it is. */
  kept?: Place;
};

/** Paths of the files that are staged. */
export function changedPaths({ files, changed }: RenderResult): string[] {
  return changed.map((at) => files[at]?.[0] as string);
}

/** What is to be made of a dump that was read. */
export function taskOf(
  { file, source, kept }: { file: string; source: { sha256: string }; kept?: Place },
  known: readonly string[],
  { arrived, formerly }: { arrived: number; formerly: readonly string[] },
  placements: Placement[],
  elsewhere: RenderTask['elsewhere'],
): RenderTask {
  const { sha256 } = source;
  const names = formerly.length > 0 ? { formerly } : {};
  return { file, sha256, known, ...(kept && { page: kept }), arrived, ...names, placements, elsewhere };
}

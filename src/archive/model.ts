/** The read model: everything that pages show, derived once from `content/`. */
import type { Corrections } from '../article/corrections.ts';
import type { Overruled, SpanLabel } from '../article/ledger.ts';
import type { Author, Block, Frontmatter } from '../article/schema.ts';
import type { Topic } from '../article/topics.ts';
import type { Script } from '../text/script.ts';
import type { Places } from './places.ts';

/** A text of the archive with the script in which it was written. */
export interface Written {
  text: string;
  lang: Script;
}

/** A block with the number by which it is addressed: paragraph 7 is `#p7`, subhead 2 `#h2`. */
export interface NumberedBlock extends Block {
  n: number;
}

/** An author as signed on one article. */
export interface Signature {
  author: Author;
  person: Person;
  roles: Role[];
}

/** An article by itself: what its page, its data and its plain text are made from. */
export interface ShownArticle {
  data: Frontmatter;
  blocks: NumberedBlock[];
  /** Of its file. */
  sha256: string;
  /** The body holds Markdown or MDX that a person wrote, and is rendered as such. */
  markup: boolean;
  /** The file differs from what ingest wrote. */
  edited: boolean;
  signatures: { author: Author; person: Pick<Person, 'slug' | 'anonymous'>; roles: Pick<Role, 'slug'>[] }[];
  series: Pick<Group, 'slug' | 'name'> | undefined;
  topics: Pick<TopicGroup, 'topic'>[];
}

export interface Article extends ShownArticle {
  signatures: Signature[];
  series: Group | undefined;
  topics: TopicGroup[];
  previous: Article | undefined;
  next: Article | undefined;
}

/** A name under which articles stand together: a role, a series. */
export interface Group {
  slug: string;
  name: Written;
  articles: Article[];
}

export interface Role extends Group {
  people: Person[];
}

export interface Person extends Group {
  /** There was no byline: the articles have no author in common. */
  anonymous: boolean;
  kind: NonNullable<Author['kind']>;
  roles: Role[];
}

export interface TopicGroup {
  topic: Topic;
  articles: Article[];
}

/** A part of a line of a dump and what it became. */
export interface Segment {
  text: string;
  /** Absent for white space between spans. */
  label?: SpanLabel;
  article?: Article;
  /** The id of a withdrawn article: its text is no longer shown. */
  withdrawn?: string;
  block?: number;
  joined?: boolean;
}

export interface Source {
  /** The last part of its address. */
  slug: string;
  file: string;
  encoding: string;
  bytes: number;
  /** Number of the ingest run that first read it. */
  arrived: number;
  lang: Script;
  /** How many there are, which is known without reading them. */
  readonly lineCount: number;
  readonly lines: Segment[][];
  articles: Article[];
  /** All that its pages show, as plain data. */
  shows: () => unknown;
}

export interface Withdrawal {
  id: string;
  reason: string;
}

export interface Archive {
  /** In archive order. */
  articles: Article[];
  byId: Map<string, Article>;
  people: Person[];
  roles: Role[];
  series: Group[];
  topics: TopicGroup[];
  sources: Source[];
  withdrawn: Withdrawal[];
  corrections: Corrections;
  /** What was read of the fields that corrections set, by article. */
  overruled: ReadonlyMap<string, Overruled>;
  places: Places;
}

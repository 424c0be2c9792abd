/** Derives the read model from entries, ledgers, corrections and topics. */
import type { Corrections } from '../article/corrections.ts';
import type { Ledger } from '../article/ledger.ts';
import type { Entry } from '../article/read.ts';
import type { Topic } from '../article/topics.ts';
import { fold } from '../text/fold.ts';
import { slugOf } from '../text/slug.ts';
import type { Archive, Article, Group, NumberedBlock, TopicGroup } from './model.ts';
import { inArchiveOrder } from './order.ts';
import { Directory, obtain } from './people.ts';
import { Places } from './places.ts';
import { sourceOf } from './sources.ts';

/** What an archive is built from. */
export interface Materials {
  entries: readonly Entry[];
  ledgers: readonly Ledger[];
  corrections: Corrections;
  topics: readonly Topic[];
}

/** Brings everything together; articles that were withdrawn are left out. */
export function buildArchive({ entries, ledgers, corrections, topics }: Materials): Archive {
  const withdrawn = corrections.withdraw ?? [];
  const withdrawnIds = new Set(withdrawn.map(({ id }) => id));
  const written = new Map(
    ledgers.flatMap(({ articles }) => articles.map(({ id, sha256 }) => [id, sha256] as const)),
  );
  const articles = entries
    .filter(({ id }) => !withdrawnIds.has(id))
    .sort(inArchiveOrder)
    .map((entry): Article => {
      const { blocks, markup, sha256 } = entry;
      const known = written.get(entry.id);
      return {
        data: dataOf(entry),
        blocks: numbered(blocks),
        sha256,
        markup,
        edited: known !== undefined && known !== sha256,
        signatures: [],
        series: undefined,
        topics: [],
        previous: undefined,
        next: undefined,
      };
    });
  const byId = new Map(articles.map((article) => [article.data.id, article]));
  const directory = new Directory();
  const series = new Map<string, Group>();
  const topicGroups = topics.map((topic): TopicGroup => ({ topic, articles: [] }));
  const topicById = new Map(topicGroups.map((group) => [group.topic.id, group]));
  for (const [index, article] of articles.entries()) {
    article.previous = articles[index - 1];
    article.next = articles[index + 1];
    article.signatures = directory.sign(article);
    article.series = joinSeries(series, article);
    article.topics = article.data.topics.map((id) => topicNamed(topicById, id, article));
    for (const group of article.topics) group.articles.push(article);
  }
  return {
    articles,
    byId,
    people: [...directory.people.values()],
    roles: [...directory.roles.values()],
    series: [...series.values()],
    topics: topicGroups.filter((group) => group.articles.length > 0),
    sources: ledgers.map((ledger) => sourceOf(ledger, byId, withdrawnIds)),
    withdrawn,
    corrections,
    overruled: new Map(
      ledgers.flatMap(({ articles }) =>
        articles.flatMap(({ id, read }) => (read === undefined ? [] : [[id, read] as const])),
      ),
    ),
    places: new Places(ledgers),
  };
}

/** Frontmatter and numbered blocks, by what they were made of: a development server makes the archive anew after each edit. */
const dataOfEntries = new WeakMap<Entry, Article['data']>();
const numberedBlocks = new WeakMap<Entry['blocks'], NumberedBlock[]>();

/** The frontmatter of an entry. */
function dataOf(entry: Entry): Article['data'] {
  return obtain(dataOfEntries, entry, () => {
    const { blocks: _blocks, markup: _markup, sha256: _sha256, ...data } = entry;
    return data;
  });
}

/** Numbers paragraphs and subheads, each kind for itself. */
function numbered(blocks: Entry['blocks']): NumberedBlock[] {
  return obtain(numberedBlocks, blocks, () => {
    const counts = { p: 0, h: 0 };
    return blocks.map((block) => ({ ...block, n: ++counts[block.kind] }));
  });
}

function joinSeries(series: Map<string, Group>, article: Article): Group | undefined {
  const { series: name, lang } = article.data;
  if (name === undefined) return undefined;
  const group = obtain(series, fold(name), () => ({
    slug: slugOf(name),
    name: { text: name, lang },
    articles: [],
  }));
  group.articles.push(article);
  return group;
}

function topicNamed(topics: Map<string, TopicGroup>, id: string, article: Article): TopicGroup {
  const group = topics.get(id);
  if (group !== undefined) return group;
  throw new Error(
    `content/articles/${article.data.id}.mdx: its topic ${id} is not in content/topics.yaml. Add it there, or put the article right.`,
  );
}

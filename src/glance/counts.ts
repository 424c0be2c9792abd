/** How many articles there are by topic, author, length and month. */
import type { Archive, Article, TopicGroup } from '../archive/model.ts';
import { lengthOf } from '../archive/words.ts';
import { dayInWords } from '../text/day.ts';
import type { Voice } from '../voice.ts';
import type { Cell, Row } from './figure.ts';

/** Authors that are shown. */
const mostAuthors = 20;
/** Characters from one length to the next. */
const lengthStep = 500;

const topicHref = ({ topic }: TopicGroup, { to }: Voice) => to(`/topics/${topic.id}/`);

/** Topics by number of articles. */
export function byTopic({ topics }: Archive, voice: Voice): Row[] {
  return topics
    .map((group) => ({
      label: voice.t(group.topic.label),
      href: topicHref(group, voice),
      value: group.articles.length,
    }))
    .sort((a, b) => b.value - a.value);
}

/** The authors with the most articles. */
export function byAuthor({ people }: Archive, { show, to }: Voice): Row[] {
  return people
    .filter(({ anonymous }) => !anonymous)
    .map(({ name, slug, articles }) => ({
      label: show(name),
      href: to(`/authors/${slug}/`),
      value: articles.length,
    }))
    .sort((a, b) => b.value - a.value)
    .slice(0, mostAuthors);
}

/** How many articles two topics share; each pair once in each direction. */
export function topicPairs({ topics }: Archive, voice: Voice): Cell[] {
  return topics.flatMap((group) => {
    const shared = new Map<TopicGroup, number>();
    for (const article of group.articles) {
      for (const other of article.topics) {
        if (other !== group) shared.set(other, (shared.get(other) ?? 0) + 1);
      }
    }
    return [...shared].map(([other, value]) => ({
      label: voice.t(group.topic.label),
      column: voice.t(other.topic.label),
      href: topicHref(group, voice),
      value,
    }));
  });
}

/** Articles in a row that have no page of their own to lead to: the row leads to those that it names. */
export interface Sample extends Row {
  articles: Article[];
}

function sampled(groups: Map<string, Article[]>, id: string): Sample[] {
  return [...groups].map(([label, articles], at) => ({
    label,
    href: `#${id}-${at}`,
    value: articles.length,
    articles: articles.slice(0, 3),
  }));
}

/** Articles by length, each step of it even where it is empty. */
export function byLength({ articles }: Archive, { t }: Voice): Sample[] {
  const steps = articles.map((article) => Math.floor(lengthOf(article) / lengthStep));
  const [first, last] = [Math.min(...steps), Math.max(...steps)];
  const groups = new Map<string, Article[]>();
  for (let step = first; step <= last; step++) {
    const name = t(`${step * lengthStep}–${(step + 1) * lengthStep - 1} 字`);
    groups.set(
      name,
      articles.filter((_, at) => steps[at] === step),
    );
  }
  return sampled(groups, 'length');
}

/** Articles by month, of those whose day is known. */
export function byMonth({ articles }: Archive): Sample[] {
  const dated = articles.filter(({ data }) => data.date !== undefined);
  const groups = Map.groupBy(dated, ({ data }) => (data.date ?? '').slice(0, 7));
  const inOrder = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  return sampled(new Map(inOrder.map(([month, own]) => [dayInWords(month), own])), 'month');
}

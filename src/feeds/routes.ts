/** Addresses of feeds and what each follows. */
import { archive } from '../archive/archive.ts';
import { latestFirst, latestFirstIn } from '../archive/order.ts';
import { inBothScripts } from '../archive/routes.ts';
import { voiceIn } from '../voice.ts';
import type { FeedPlan } from './plan.ts';

/** The feed of the whole archive. */
export async function wholeFeedRoutes() {
  const articles = latestFirst(await archive());
  return inBothScripts((script) => [
    { params: {}, props: { plan: { script, address: '/', articles, whole: true } satisfies FeedPlan } },
  ]);
}

/** A feed an author; articles without a byline have no author to follow. */
export async function authorFeedRoutes() {
  const library = await archive();
  const { people } = library;
  const latest = latestFirstIn(library);
  return inBothScripts((script) =>
    people
      .filter(({ anonymous }) => !anonymous)
      .map(({ slug, name, articles }) => ({
        params: { slug },
        props: {
          plan: {
            script,
            name: voiceIn(script).show(name),
            address: `/authors/${slug}/`,
            articles: latest(articles),
          } satisfies FeedPlan,
        },
      })),
  );
}

/** A feed a topic. */
export async function topicFeedRoutes() {
  const library = await archive();
  const { topics } = library;
  const latest = latestFirstIn(library);
  return inBothScripts((script) =>
    topics.map(({ topic, articles }) => ({
      params: { id: topic.id },
      props: {
        plan: {
          script,
          name: voiceIn(script).t(topic.label),
          address: `/topics/${topic.id}/`,
          articles: latest(articles),
        } satisfies FeedPlan,
      },
    })),
  );
}

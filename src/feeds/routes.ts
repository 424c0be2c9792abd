/** Addresses of feeds and what each follows. */
import { archive } from '../archive/archive.ts';
import { latestFirst, latestFirstIn } from '../archive/order.ts';
import { filesInBothScripts, type Route } from '../archive/routes.ts';
import { keyOfShown } from '../archive/view.ts';
import { voiceIn } from '../voice.ts';
import { type FeedPlan, longestFeed } from './plan.ts';

function route(params: Route<unknown>['params'], plan: FeedPlan): Route<{ plan: FeedPlan }> {
  const shows = () => ({ ...plan, articles: plan.articles.map(keyOfShown) });
  return { params, props: { plan }, shows };
}

/** The feed of the whole archive. */
export async function wholeFeedRoutes() {
  const articles = longestFeed(latestFirst(await archive()));
  return filesInBothScripts((script) => [route({}, { script, address: '/', articles, whole: true })]);
}

/** A feed an author; articles without a byline have no author to follow. */
export async function authorFeedRoutes() {
  const library = await archive();
  const { people } = library;
  const latest = latestFirstIn(library);
  return filesInBothScripts((script) =>
    people
      .filter(({ anonymous }) => !anonymous)
      .map(({ slug, name, articles }) =>
        route(
          { slug },
          {
            script,
            name: voiceIn(script).show(name),
            address: `/authors/${slug}/`,
            articles: longestFeed(latest(articles)),
          },
        ),
      ),
  );
}

/** A feed a topic. */
export async function topicFeedRoutes() {
  const library = await archive();
  const { topics } = library;
  const latest = latestFirstIn(library);
  return filesInBothScripts((script) =>
    topics.map(({ topic, articles }) =>
      route(
        { id: topic.id },
        {
          script,
          name: voiceIn(script).t(topic.label),
          address: `/topics/${topic.id}/`,
          articles: longestFeed(latest(articles)),
        },
      ),
    ),
  );
}

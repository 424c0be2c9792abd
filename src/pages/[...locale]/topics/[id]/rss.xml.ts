import type { APIRoute } from 'astro';
import type { FeedPlan } from '../../../../feeds/plan.ts';
import { topicFeedRoutes } from '../../../../feeds/routes.ts';
import { rssFeed } from '../../../../feeds/rss.ts';

export const getStaticPaths = topicFeedRoutes;

export const GET: APIRoute<{ plan: FeedPlan }> = ({ props, site }) => rssFeed(props.plan, site);

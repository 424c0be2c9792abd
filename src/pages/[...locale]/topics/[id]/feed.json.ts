import type { APIRoute } from 'astro';
import { jsonFeed } from '../../../../feeds/json.ts';
import type { FeedPlan } from '../../../../feeds/plan.ts';
import { topicFeedRoutes } from '../../../../feeds/routes.ts';

export const getStaticPaths = topicFeedRoutes;

export const GET: APIRoute<{ plan: FeedPlan }> = ({ props, site }) => jsonFeed(props.plan, site);

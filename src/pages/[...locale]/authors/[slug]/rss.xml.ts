import type { APIRoute } from 'astro';
import type { FeedPlan } from '../../../../feeds/plan.ts';
import { authorFeedRoutes } from '../../../../feeds/routes.ts';
import { rssFeed } from '../../../../feeds/rss.ts';

export const getStaticPaths = authorFeedRoutes;

export const GET: APIRoute<{ plan: FeedPlan }> = ({ props, site }) => rssFeed(props.plan, site);

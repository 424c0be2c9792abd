import type { APIRoute } from 'astro';
import { base } from '../site.ts';

/** Everything may be read; where the list of pages is. */
export const GET: APIRoute = ({ site }) =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${new URL(`${base}sitemap-index.xml`, site).href}\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
